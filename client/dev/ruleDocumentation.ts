import { CONFIG_FILE } from '../../server/src/rules/configName';
import { RULES } from '../../server/src/rules/registry';
import type { Example, RuleInfo } from '../../server/src/rules/rule';

/** Folder of the rules' pages, from the project's root. */
export const RULE_PAGES = 'server/src/rules/docs';

/** A rule's page, made of the rule's own data. */
export function rulePage(rule: RuleInfo): string {
  const { code, title, rationale, examples, milder } = rule;
  return `${[
    `# ${title} (\`${code}\`)`,
    rationale,
    `Severity: ${severityWords(rule)}. ${isFixable(rule) ? 'Mended by “fix all” and `copydesk fix`.' : 'Not mended automatically.'}`,
    '## Reported',
    ...examples.wrong.flatMap(exampleParts),
    ...(examples.right.length > 0 ? ['## Not reported', ...examples.right.flatMap(exampleParts)] : []),
    '## How loud it is',
    `In \`${CONFIG_FILE}\`, for a folder of dumps, in every editor and on the command line; \`off\` turns it off, ` +
      '`hint`, `information` and `warning` make it louder or quieter' +
      (milder ? ` (what is *${milder.severity}* by itself only quieter)` : '') +
      ':',
    fence('json', JSON.stringify({ rules: { [code]: 'off' } }, null, 2)),
    `In the settings of VS Code:`,
    fence('json', JSON.stringify({ 'copydesk.rules': { [code]: 'off' } }, null, 2)),
    'For one run of the command line program:',
    fence('sh', `copydesk lint --rule ${code}=off FILES`),
  ].join('\n\n')}\n`;
}

function severityWords({ severity, milder }: RuleInfo): string {
  return `*${severity}*${milder ? `, ${milder.where} *${milder.severity}*` : ''}`;
}

/** The table of all rules. */
export function rulesTable(): string {
  return [
    '| rule | reports | severity | mended |',
    '|---|---|---|---|',
    ...RULES.map(
      (rule) =>
        `| [\`${rule.code}\`](${RULE_PAGES}/${rule.code}.md) | ${rule.title} | ${rule.severity}${rule.milder ? `, ${rule.milder.where} ${rule.milder.severity}` : ''} | ${isFixable(rule) ? 'yes' : ''} |`,
    ),
  ].join('\n');
}

/** `text` with what stands between the two marks of this name put in anew. Throws where the marks are missing. */
export function putBetweenMarks(text: string, name: string, content: string): string {
  const open = `<!-- ${name} -->`;
  const close = `<!-- /${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`The marks ${open} and ${close} are missing.`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function isFixable(rule: RuleInfo): boolean {
  return rule.examples.wrong.some(({ fixed }) => fixed !== undefined);
}

function exampleParts({ text, fixed }: Example): readonly string[] {
  const before = fence('text', seen(text));
  return fixed === undefined ? [before] : [before, 'becomes', fence('text', seen(fixed))];
}

/** An example with the characters that are not seen by their names: pages are read, and tools may change line ends. */
function seen(text: string): string {
  return text.replace(
    /[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/g,
    (unit) =>
      unit === '\r' ? '[CR]' : `[U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
