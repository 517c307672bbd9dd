import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { recognize } from '../../server/src/core/recognize';
import { hover } from '../../server/src/features/hover';
import { escapeMarkdown } from '../../server/src/features/markdown';
import { diagnose, type PlacedFinding } from '../../server/src/rules/diagnose';
import { ruleOf } from '../../server/src/rules/registry';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/rules/settings';
import { LIBRARY_DUMP } from '../support/libraryDump';
import { type MarkedDump, markedDump, textIn } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

interface Shown {
  readonly over: string;
  readonly text: string;
}

function shown(
  marked: MarkedDump,
  needle: string,
  kind: MarkupKind = MarkupKind.PlainText,
  findings: readonly PlacedFinding[] = [],
): Shown {
  const lines = marked.text.split('\n');
  const line = lines.findIndex((text) => text.includes(needle));
  const character = lines[line]?.indexOf(needle) ?? 0;
  const result = hover(marked.dump, findings, { line, character }, kind);
  assert.ok(result?.range && MarkupContent.is(result.contents), `nothing at ${needle}`);
  return { over: textIn(marked, result.range), text: result.contents.value };
}

test('the headline shows the article’s card', () => {
  const marked = markedDump(LIBRARY_PAGE);
  const finding: PlacedFinding = {
    code: 'split-ordinal',
    severity: 'information',
    message: 'm',
    fixes: [],
    range: { start: { line: 9, character: 0 }, end: { line: 9, character: 3 } },
  };
  const { over, text } = shown(marked, 'New Library', MarkupKind.PlainText, [
    finding,
    { ...finding, code: 'furniture', unnecessary: true },
  ]);
  assert.equal(over, 'New Library Opens at the Harbour');
  assert.equal(
    text.split('\n\nHeadline:')[0],
    [
      'New Library Opens at the Harbour',
      '',
      '- Source: Harbour News (EN)',
      '- Outlet: Harbour News (EN)',
      '- Published: 2024-12-31 (Tuesday)',
      '- Captured: 2025-02-05 (Wednesday), 36 days after publication',
      '- Length: 49 words, 1 minute to read',
      '- Related: 2 items, 2025-02-01 to 2025-02-03',
      `- Findings: 1 (${ruleOf('split-ordinal')?.title})`,
    ].join('\n'),
  );
});

test('a date shows its reading, the calendar’s facts and how far the capture is', () => {
  const { over, text } = shown(markedDump(LIBRARY_PAGE), '31/12/2024');
  assert.equal(over, '31/12/2024');
  assert.match(
    text,
    /^2024-12-31\n\n- Weekday: Tuesday\n- In the year: day 366 of 366, week 2025-W01\n- Capture: 36 days before the capture of the page\n\n- Published: The article’s own date/,
  );
});

test('the Juche year is told in a dump from North Korea', () => {
  const marked = markedDump('paragraph | Pyongyang, {2024-12-31=December 31, 2024}.');
  assert.match(shown(marked, 'December').text, /- Era: Juche 113\n|- Era: Juche 113$/m);
  assert.doesNotMatch(shown(markedDump(LIBRARY_PAGE), '31/12/2024').text, /Juche/);
});

test('a date that cannot be read says so', () => {
  const { text } = shown(markedDump('paragraph | On {?=30 February 2025}.'), '30 February');
  assert.match(text, /^30 February 2025\n\nNo calendar day can be read/);
});

/** What is shown over the date of the metadata line of a dump that is read as any file is. */
function shownOverDate(text: string, needle: string, settings: Settings = DEFAULT_SETTINGS): string {
  const dump = recognize(text, { assumeDump: true, now: { year: 2024, month: 3, day: 4 } });
  const findings = diagnose(dump, settings, ({ error }) => assert.fail(String(error)));
  const line = text.split('\n').findIndex((each) => each.includes(needle));
  const character = text.split('\n')[line]?.indexOf(needle) ?? 0;
  const contents = hover(dump, findings, { line, character }, MarkupKind.PlainText)?.contents;
  assert.ok(MarkupContent.is(contents));
  return contents.value;
}

test('a date tells in which order it was read, and why', () => {
  assert.match(
    shownOverDate(LIBRARY_DUMP, '02/03/2024'),
    /^2024-03-02\n\n[\s\S]*- Read as: day, month, year: the profile of this site\n/,
  );
});

test('a date tells what is wrong with it, unless that rule is off', () => {
  const text = `${LIBRARY_DUMP}\n${LIBRARY_DUMP.replace('02/03/2024', '30/02/2024')}`;
  const title = ruleOf('date-impossible')?.title;
  assert.match(
    shownOverDate(text, '30/02/2024'),
    new RegExp(`^30/02/2024\\n\\nNo calendar day[\\s\\S]*- ${title}: [^\\n]*February[^\\n]*\\n`),
  );
  const off = { ...DEFAULT_SETTINGS, rules: { 'date-impossible': 'off' as const } };
  assert.doesNotMatch(shownOverDate(text, '30/02/2024', off), new RegExp(`${title}:`));
});

test('a date tells its time and zone', () => {
  const at = (date: string): string => shownOverDate(LIBRARY_DUMP.replace('02/03/2024', date), date);
  assert.match(at('2024-03-02T10:15:00+09:00'), /\n- Time: 10:15:00, zone \+09:00\n/);
  assert.match(at('02/03/2024 10:15'), /\n- Time: 10:15, no zone given\n/);
});

test('a field says what it means, and every line its role and how sure that is', () => {
  const marked = markedDump(LIBRARY_PAGE);
  const source = shown(marked, 'Harbour News (EN) | Read');
  assert.equal(source.over, 'Harbour News (EN)');
  assert.match(source.text, /^- Source: The agency or medium/);
  const promo = shown(marked, 'The harbour office');
  assert.equal(promo.over, 'The harbour office is hiring');
  assert.match(promo.text, /^Promotion: an advertisement of the site\. 95 % sure/);
});

test('blank lines and places beyond the file show nothing', () => {
  const { dump } = markedDump(LIBRARY_PAGE);
  assert.equal(hover(dump, [], { line: 2, character: 0 }, MarkupKind.Markdown), null);
  assert.equal(hover(dump, [], { line: 999, character: 0 }, MarkupKind.Markdown), null);
});

test('a dump brings no link, image, HTML or code into Markdown', () => {
  const evil =
    '[x](command:rm) ![i](http://e.example/i.png) <b>b</b> `c` www.e.example https://e.example a@e.example # *s* &lt;';
  const { text } = shown(markedDump(`headline | ${evil}`), '[x]', MarkupKind.Markdown);
  const first = text.split('\n')[0] ?? '';
  const marks = /\\([!-/:-@[-`{-~])/g;
  // Without the escaped marks and the heading's own, none is left that Markdown could read.
  assert.doesNotMatch(first.replace(marks, '').slice(2, -2), /[[\]()<>`*#&@!_\\]|:\/\/|www\./);
  assert.equal(first.replace(marks, '$1'), `**${evil}**`);
});

test('control characters and line breaks cannot leave their line', () => {
  assert.equal(escapeMarkdown('a\r\n- b\u0000c'), 'a - b c');
});

test('a text cannot open a list, a heading or a rule where it begins', () => {
  const escaped = ['- a', '+ a', '1. a', '2025-02-05', '1) a', '# a', '===', '> a', '12.5 tons'].map(
    escapeMarkdown,
  );
  assert.deepEqual(escaped, [
    '\\- a',
    '\\+ a',
    '1\\. a',
    '2025\\-02-05',
    '1\\) a',
    '\\# a',
    '\\===',
    '\\> a',
    '12\\.5 tons',
  ]);
});

test('a headline of 1 MB is shortened', () => {
  assert.ok(shown(markedDump(`headline | ${'word '.repeat(200_000)}`), 'word').text.length < 3000);
});
