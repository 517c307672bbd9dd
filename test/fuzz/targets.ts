import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MarkupKind } from 'vscode-languageserver-types';
import { judgeDates } from '../../server/src/core/dates';
import { ROLES } from '../../server/src/core/model/role';
import { compileTemplate } from '../../server/src/core/profiles/compileTemplate';
import { recognize } from '../../server/src/core/recognize';
import { linesOf } from '../../server/src/core/text/lines';
import { codeLenses } from '../../server/src/features/codeLens';
import { completions } from '../../server/src/features/completion';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { documentLinks } from '../../server/src/features/documentLinks';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { resourceSettings } from '../../server/src/resourceSettings';
import { parseConfig } from '../../server/src/rules/config';
import { diagnose } from '../../server/src/rules/diagnose';
import { fixAll } from '../../server/src/rules/fixAll';
import { RULES } from '../../server/src/rules/registry';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import { assertDump } from '../support/assertDump';
import { readDateCases } from '../support/dateCases';
import type { FuzzTarget } from './fuzz';
import { messages } from './messages';

const CASES = join('test', 'fixtures', 'recognition');
const NOW = { year: 2026, month: 1, day: 1 };

const onFailure = ({ error }: { error: unknown }) => {
  throw error;
};

/** Short dumps, for every run to be quick. */
const dumps = readdirSync(CASES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(CASES, file), 'utf8').slice(0, 1500));

const examples = RULES.flatMap(({ examples: { right, wrong } }) => [...right, ...wrong]).map(
  ({ text }) => text,
);

/** Words that dumps are made of. */
const words = [
  ...[
    '2025',
    '31',
    '02/29/2023',
    '3I',
    'Febuary ',
    'Feb 30, 2025',
    'Monday, ',
    '2024-12-31T25:61:00Z',
    ' | ',
  ],
  ...[
    'Juche 112 (2024)',
    '令和6年12月31日',
    '2024년 11월 31일',
    '５',
    'th',
    'Date: ',
    'By ',
    'More From ',
    '(AP) -- ',
  ],
  ...[
    '&amp;',
    '&#8217;',
    '<p>',
    '</a>',
    'Ã©',
    'â€œ',
    '\u00ad',
    '\ufeff',
    ' ,',
    "'s",
    ' 21 st',
    '-\n',
    '\n\n',
    '\f',
  ],
  ...[
    '\r\n',
    '\r',
    'http://a.example/?q=1',
    '[…]',
    '“',
    '”',
    'Read more',
    'Share',
    'the the ',
    '..',
    '\ud83d',
    'す（す）',
  ],
];

/** Recognition and all rules, and that what can be mended is mended at once. */
const dump: FuzzTarget = {
  name: 'dump',
  seeds: [...dumps, ...examples],
  words,
  run(text) {
    const analyze = (each: string) => recognize(each, { assumeDump: true, now: NOW });
    const first = analyze(text);
    assertDump(text, first);
    const options = { settings: DEFAULT_SETTINGS, recognize: analyze, onFailure };
    const { text: fixed } = fixAll(text, first, options);
    const again = fixAll(fixed, analyze(fixed), options);
    assert.equal(again.text, fixed, 'Mending twice mends more than mending once.');
  },
};

/** Every answer of the language server. */
const answers: FuzzTarget = {
  name: 'answers',
  seeds: dumps,
  words,
  run(text) {
    const known = recognize(text, { assumeDump: true, now: NOW });
    const lines = linesOf(text);
    const findings = diagnose(known, DEFAULT_SETTINGS, onFailure);
    const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    documentSymbols(known);
    foldingRanges(known);
    semanticTokens(known);
    documentLinks(known);
    codeLenses(known, findings, { uri: 'file:///a.dump', hasCommands: true });
    inlayHints(known, whole, 'all');
    const positions = lines.flatMap((each, line) => [
      { line, character: 0 },
      { line, character: each.length >> 1 },
      { line, character: each.length },
    ]);
    selectionRanges(known, positions);
    for (const position of positions.slice(0, 60)) {
      hover(known, findings, position, MarkupKind.Markdown);
      completions(known, position);
      documentHighlights(known, position);
    }
  },
};

/** Dates in every role. */
const dates: FuzzTarget = {
  name: 'dates',
  seeds: readDateCases()
    .map(({ text }) => text)
    .filter((_, at) => at % 5 === 0),
  words,
  run(text) {
    const lines = linesOf(text);
    for (const role of ['metadata', 'paragraph', 'related-date', 'capture-date'] as const) {
      const context = { roles: lines.map(() => role), order: null, language: 'en', now: NOW };
      for (const { range, text: own } of judgeDates(lines, context)) {
        const { start, end } = range;
        assert.equal(start.line, end.line, 'A date never spans a line.');
        assert.equal(lines[start.line]?.slice(start.character, end.character), own);
      }
    }
  },
};

/** A template in the first line, lines for it below. */
const template: FuzzTarget = {
  name: 'template',
  seeds: [
    'Date: {published:dd/MM/yyyy} | Source: {source}[ ({language:word})]\nDate: 31/12/2024 | Source: A B (en)',
    '{captured:MMMM d, yyyy}[{captured:MMM d, yyyy}]\nFebruary 05, 2025Feb 05, 2025',
    '(By|From) {author}[, {outlet:rest}]\nBy Anna Holm, The Harbour',
    'Read \\[more\\] {:rest}\nRead [more] of it',
  ],
  words: [
    ...'{}[]()|\\: ',
    'dd/MM/yyyy',
    '{published:',
    'yyyy',
    'MMMM',
    '{x:rest}',
    '{text}',
    '{a:word}',
    '\n',
  ],
  run(text) {
    const [source = '', ...lines] = text.split('\n');
    const compiled = compileTemplate(source);
    if (!compiled.ok) {
      for (const { at } of compiled.errors) assert.ok(at >= 0 && at <= source.length, String(at));
      return;
    }
    for (const line of lines) {
      for (const { start, end } of compiled.template.match(line) ?? [])
        assert.ok(start <= end && end <= line.length);
    }
  },
};

/** A settings file, and a dump of a site that it may describe. */
const config: FuzzTarget = {
  name: 'config',
  seeds: [
    '{ "rules": { "split-ordinal": "off", "date-style": "warning" } }',
    '{ "profiles": [{ "id": "a", "title": "A", "lines": [{ "role": "metadata", "template": "Date: {published:d MMMM yyyy}", "signature": 1, "once": true }] }] }',
    '{ "lines": [{ "role": "headline", "quote": { "exact": "A title", "prefix": "b" } }], "files": [{ "file": "**/*.txt", "profile": "none" }] }',
    '// a comment\n{ "ignores": [{ "rule": "double-space", "quote": { "exact": "a  b" } },], }',
  ],
  words: [
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\u0000',
      '//',
      '/*',
      'null',
      'true',
      '1e999',
      '-0',
      '"__proto__"',
      '"id"',
    ],
    ...[
      '"rules"',
      '"profiles"',
      '"lines"',
      '"template"',
      '"role"',
      '"quote"',
      '"file"',
      '"**"',
      '"../"',
      '[[[[',
    ],
    ...ROLES.map((role) => JSON.stringify(role)),
  ],
  run(text) {
    const lines = linesOf(text);
    const { problems, profiles } = parseConfig(text);
    for (const { range, message } of problems) {
      assert.notEqual(message, '');
      for (const { line, character } of [range.start, range.end])
        assert.ok(line < lines.length && character <= (lines[line]?.length ?? -1));
    }
    recognize('Date: 5 May 2024\nA title\n\nIt was so.\n', { profiles, assumeDump: true });
  },
};

/** The settings that an editor sends, as JSON. */
const settings: FuzzTarget = {
  name: 'settings',
  seeds: [
    '{ "rules": { "split-ordinal": "off", "date-style": "warning" }, "maxFileSize": 1, "codeLens": false, "inlayHints": "all" }',
    '[{ "rules": [] }, null, { "rules": { "no-such-rule": {} }, "maxFileSize": -1 }]',
  ],
  words: [
    ...['{', '}', '[', ']', ',', ':', '"', 'null', 'true', '1e999', '-0', '"__proto__"', '"constructor"'],
    ...['"rules"', '"maxFileSize"', '"codeLens"', '"inlayHints"', '"off"', '"warning"', '"none"'],
    ...RULES.map(({ code }) => JSON.stringify(code)),
  ],
  run(text) {
    let section: unknown;
    try {
      section = JSON.parse(text);
    } catch {
      return;
    }
    for (const each of Array.isArray(section) ? section : [section]) {
      const { rules, maxFileSize, problems } = resourceSettings('file:///a.dump', each, null);
      assert.ok(maxFileSize > 0);
      for (const problem of problems) assert.notEqual(problem, '');
      diagnose(SMALL_DUMP, rules, onFailure);
    }
  },
};

const SMALL_DUMP = recognize('Date: 31/02/2024\nA title\n\nIt was  so , on the 21 st.\n', {
  assumeDump: true,
});

/** All that takes text from outside. */
export const TARGETS: readonly FuzzTarget[] = [dump, answers, dates, template, config, settings, messages];
