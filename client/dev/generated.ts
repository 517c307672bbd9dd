import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { globSync } from 'tinyglobby';
import type { GenericSchema } from 'valibot';
import { SIGNALS } from '../../server/src/core/detection/signals';
import { EVIDENCE_SOURCES } from '../../server/src/core/evidence';
import { ORDER_REASONS } from '../../server/src/core/model/date';
import { ROLE_WORDS } from '../../server/src/core/model/roleWords';
import { profileShape } from '../../server/src/core/profiles/profileFile';
import { SECTION_NAMES } from '../../server/src/features/words';
import { configShape, SYNTAX } from '../../server/src/rules/config';
import { RULES } from '../../server/src/rules/registry';
import { rulesShape } from '../../server/src/rules/settings';
import { keysTable, settingsTable } from './manifestTables';
import { putBetweenMarks, RULE_PAGES, rulePage, rulesTable } from './ruleDocumentation';

/** The project's generated files: path from its root, and what makes the file's text. */
export const GENERATED_FILES: ReadonlyMap<string, () => string> = new Map([
  ['server/schema/profile.schema.json', () => schemaOf(profileShape)],
  ['server/schema/copydesk.schema.json', () => schemaOf(configShape)],
  ...RULES.map((rule) => [`${RULE_PAGES}/${rule.code}.md`, () => rulePage(rule)] as const),
  ['README.md', () => withTables(readFileSync('README.md', 'utf8'))],
  ['package.json', () => withRules(readFileSync('package.json', 'utf8'))],
  ['package.nls.json', () => withRuleTitles(readFileSync('package.nls.json', 'utf8'))],
  ['l10n/bundle.l10n.json', translatedTexts],
]);

/** A text in a call of `l10n.t`, the editor's or the server's: always a literal, without quotation marks that would need a backslash. */
export const TRANSLATED_TEXT = /\bl10n\.t\(\s*'([^'\\]+)'/g;

/** Key of a rule's title among the manifest's texts. */
const RULE_KEY = 'rule.';

/** The README with the tables that are made from the sources. */
function withTables(readme: string): string {
  const tables = { keys: keysTable(), settings: settingsTable(), rules: rulesTable() };
  return Object.entries(tables).reduce((text, [name, table]) => putBetweenMarks(text, name, table), readme);
}

/** The manifest with the rules as properties of the setting that is for them. */
function withRules(manifest: string): string {
  const json = JSON.parse(manifest);
  const { properties = {} } = toJsonSchema(rulesShape, { typeMode: 'input' });
  const described = Object.entries(properties).map(([code, schema]) => [
    code,
    { ...(typeof schema === 'object' ? schema : {}), description: `%${RULE_KEY}${code}%` },
  ]);
  Object.assign(json.contributes.configuration.properties['copydesk.rules'], {
    properties: Object.fromEntries(described),
    additionalProperties: false,
  });
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The manifest's texts with those of the rules. */
function withRuleTitles(texts: string): string {
  const others = Object.entries(JSON.parse(texts)).filter(([key]) => !key.startsWith(RULE_KEY));
  const titles = RULES.map(({ code, title }) => [`${RULE_KEY}${code}`, `${title}.`]);
  return `${JSON.stringify(Object.fromEntries([...others, ...titles]), null, 2)}\n`;
}

/** The texts of tables, which are translated where they are shown. */
export const TABLES: readonly string[] = [
  ...RULES.map(({ title }) => title),
  ...Object.values(ROLE_WORDS).flatMap(({ name, meaning }) => [name, meaning]),
  ...Object.values(SECTION_NAMES),
  ...EVIDENCE_SOURCES.flatMap(({ cues }) => Object.values(cues)),
  ...SIGNALS.map(({ reason }) => reason),
  ...ORDER_REASONS,
  ...Object.values(SYNTAX),
];

/** The texts of client and server, which are their own keys. */
function translatedTexts(): string {
  const texts = globSync('{client,server}/src/**/*.ts').flatMap((path) =>
    Array.from(readFileSync(path, 'utf8').matchAll(TRANSLATED_TEXT), ([, text = '']) => text),
  );
  const entries = [...new Set([...texts, ...TABLES])].sort().map((text) => [text, text]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** JSON schema (draft 7, which editors know best) of what a shape reads. */
function schemaOf(shape: GenericSchema): string {
  // Checks in code cannot be said in a schema; what matters of them is in the shape's metadata.
  const schema = toJsonSchema(shape, { typeMode: 'input', ignoreActions: ['check'] });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
