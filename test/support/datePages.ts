import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recognize } from '../../server/src/core/recognize';
import { diagnose } from '../../server/src/rules/diagnose';
import type { Fix } from '../../server/src/rules/rule';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings';
import type { DateResult } from './dateCases';

/** A case of test/fixtures/datePages: a page with one line of its own, and what is to be found of dates in the whole page. */
export interface DatePageCase {
  /** File and line. */
  readonly id: string;
  readonly layout: string;
  /** The page. */
  readonly text: string;
  /** The case's line, its number from 0, and the columns of the date that is wrong; null where they are not said. */
  readonly line: string;
  readonly number: number;
  readonly span: readonly [number, number] | null;
  readonly code: string | null;
  /** The date as it should be, by the first fix or, where `isChoice`, by any. */
  readonly fixed: string | null;
  readonly isChoice: boolean;
  readonly iso: string | null;
}

const FOLDER = join('test', 'fixtures', 'datePages');
const NOW = { year: 2025, month: 12, day: 1 };

interface Layout {
  readonly defaults: ReadonlyMap<string, string>;
  readonly body: string;
}

function readLayouts(): ReadonlyMap<string, Layout> {
  const folder = join(FOLDER, 'layouts');
  return new Map(
    readdirSync(folder).map((name) => {
      const [head = '', body = ''] = readFileSync(join(folder, name), 'utf8').split(/^---\n/m);
      const defaults = head
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const);
      return [name.replace('.txt', ''), { defaults: new Map(defaults), body }];
    }),
  );
}

/** All cases, by file. */
export function readDatePageCases(): readonly DatePageCase[] {
  const layouts = readLayouts();
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.cases'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(FOLDER, name), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          line === '' || line.startsWith('#') ? [] : [parseCase(`${name}:${index + 1}`, line, layouts)],
        ),
    );
}

const OPTION = /^(?:(iso|fix|choice)=(.*)|no fix)$/;

function parseCase(id: string, source: string, layouts: ReadonlyMap<string, Layout>): DatePageCase {
  const [code = '', place = '', ...rest] = source.split(/ \|(?: |$)/);
  const options = new Map<string, string>();
  for (let last = OPTION.exec(rest.at(-1) ?? ''); last; last = OPTION.exec(rest.at(-1) ?? '')) {
    options.set(last[1] ?? 'no fix', last[2] ?? '');
    rest.pop();
  }
  const [name = '', slot = ''] = place.split(' ');
  const layout = layouts.get(name);
  if (!layout?.body.includes(`{${slot}}`)) throw new Error(`${id}: no layout ${place}`);
  const written = rest.join(' | ');
  const values = new Map([...layout.defaults, [slot, written]]);
  const marked = layout.body
    .replace(/^\{(\w+)\}\n\n?/gm, (line, each: string) => (values.get(each) ? line : ''))
    .replace(/\{(\w+)\}/g, (_, each: string) => values.get(each) ?? '');
  const at = written.includes('[[') ? marked.indexOf('[[') : marked.indexOf(written);
  const number = marked.slice(0, at).split('\n').length - 1;
  const line = marked.split('\n')[number] ?? '';
  const start = line.indexOf('[[');
  return {
    id,
    layout: name,
    text: marked.replace('[[', '').replace(']]', ''),
    line: line.replace('[[', '').replace(']]', ''),
    number,
    span: start < 0 ? null : [start, line.indexOf(']]') - 2],
    code: code === '-' ? null : code,
    fixed: options.get('fix') ?? options.get('choice') ?? null,
    isChoice: options.has('choice'),
    iso: options.get('iso') ?? null,
  };
}

/** What came of a case, in the terms of the set of single lines. */
export interface DatePageResult extends DateResult {
  /** Whether the finding is about the date that is marked, no more and no less. */
  readonly isRangeRight: boolean;
}

/** Runs a case. */
export function runDatePageCase(each: DatePageCase): DatePageResult {
  const { number, line, span, code } = each;
  const dump = recognize(each.text, { now: NOW, assumeDump: true });
  const findings = diagnose(dump, DEFAULT_SETTINGS, ({ error }) => {
    throw error;
  }).filter((finding) => finding.code.startsWith('date-'));
  const found = findings.find((finding) => finding.code === code) ?? findings[0];
  const fixes = (found?.fixes ?? []).map((fix) => withFix(line, number, fix));
  const [from, to] = span ?? [0, line.length];
  const right = each.fixed === null ? undefined : line.slice(0, from) + each.fixed + line.slice(to);
  return {
    each: {
      id: each.id,
      language: each.layout,
      place: 'prose',
      text: line,
      code,
      ...(right !== undefined && { fixed: right }),
      ...(each.iso !== null && { iso: each.iso === 'null' ? '' : each.iso }),
    },
    codes: findings.map((finding) => finding.code),
    rightCode: found?.code === code,
    isRangeRight:
      !found ||
      !span ||
      (found.range.start.line === number &&
        found.range.start.character === from &&
        found.range.end.character === to),
    fixed: (each.isChoice ? fixes.find((fixed) => fixed === right) : undefined) ?? fixes[0] ?? null,
    values: dump.pages.flatMap(({ page, startLine }) =>
      page.dates
        .filter(({ range }) => range.start.line + startLine === number && (span !== null || code === null))
        .filter(({ range }) => range.start.character < to && range.end.character > from)
        .map(({ iso }) => iso),
    ),
  };
}

function withFix(line: string, number: number, { edits }: Fix): string | null {
  if (edits.some(({ range }) => range.start.line !== number || range.end.line !== number)) return null;
  return [...edits]
    .reverse()
    .reduce(
      (text, { range, newText }) =>
        text.slice(0, range.start.character) + newText + text.slice(range.end.character),
      line,
    );
}
