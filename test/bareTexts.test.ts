import assert from 'node:assert/strict';
import { relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { globSync } from 'tinyglobby';
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
  type Node,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { TABLES } from '../client/dev/generated';
import manifestTexts from '../package.nls.json';

/** Properties whose values people read. */
const SHOWN =
  /^(?:message|title|label|detail|description|tooltip|placeHolder|openLabel|collapsedText|reason)$/;

/** Functions whose arguments people read. */
const TELLS = /^(?:fail|report|reportNode|show\w+Message|setStatusBarMessage)$/;

/** What is the same in every language, and texts that are in the manifest, where they are translated. */
const SAME = new Set([
  ...['Copydesk', 'Markdown', 'JSON-LD', 'JSON Lines', 'BibTeX', 'CSL-JSON', '.txt', '.md'],
  ...Object.values(manifestTexts),
  ...TABLES,
]);

/** The literals that an expression may have for its value, or a part of it. */
function literals(node: Node): readonly string[] {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (isTemplateExpression(node)) {
    return [
      node.head.text,
      ...node.templateSpans.flatMap(({ literal, expression }) => [literal.text, ...literals(expression)]),
    ];
  }
  if (isParenthesizedExpression(node)) return literals(node.expression);
  if (isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (isBinaryExpression(node)) return [...literals(node.left), ...literals(node.right)];
  return [];
}

/** The expressions right at a node that people read the value of. */
function told(node: Node): readonly Node[] {
  if (isPropertyAssignment(node)) {
    return isIdentifier(node.name) && SHOWN.test(node.name.text) ? [node.initializer] : [];
  }
  if (!isCallExpression(node)) return [];
  const { expression } = node;
  const name = isPropertyAccessExpression(expression) ? expression.name : expression;
  return isIdentifier(name) && TELLS.test(name.text) ? node.arguments : [];
}

function isEncoding(text: string): boolean {
  try {
    return new TextDecoder(text) !== null;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function bareTexts(node: Node): readonly string[] {
  const found = told(node)
    .flatMap(literals)
    .filter((text) => /\p{L}{2}/u.test(text) && !SAME.has(text) && !isEncoding(text));
  const below: string[] = [];
  node.forEachChild((child) => {
    below.push(...bareTexts(child));
  });
  return [...found, ...below];
}

describe('the sources of client and server', () => {
  it('have no text for people that is not translated', () => {
    const api = new API({});
    try {
      const files = globSync('{client,server}/src/**/*.ts', { ignore: 'server/src/cli/**' });
      const snapshot = api.updateSnapshot({ openProjects: ['client/tsconfig.json', 'server/tsconfig.json'] });
      const programs = snapshot.getProjects().map(({ program }) => program);
      let count = 0;
      const bare = files.flatMap((file) => {
        const path = resolve(file);
        const source = programs.map((program) => program.getSourceFile(path)).find((found) => found);
        if (source) count++;
        return source ? bareTexts(source).map((text) => `${relative('.', path)}: ${text}`) : [];
      });
      assert.deepEqual(bare, []);
      assert.ok(count > 0.95 * files.length, `${count} of ${files.length} files`);
    } finally {
      api.close();
    }
  });
});
