import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeDates } from '../../server/src/core/dates';
import type { CalendarDate, DateMention, DateOrder } from '../../server/src/core/model/date';
import type { Role } from '../../server/src/core/model/role';
import type { DateForm } from '../../server/src/core/profiles/profile';

/** One line of test/fixtures/dates/*.jsonl: a line of a dump and what is to be found in it. */
export interface DateCase {
  readonly id: string;
  /** BCP 47 tag of the page. */
  readonly language: string;
  readonly place: 'masthead' | 'metadata' | 'card' | 'byline' | 'prose';
  readonly text: string;
  /** What is wrong, or null where nothing is. */
  readonly code: string | null;
  /** The line after the first fix. */
  readonly fixed?: string;
  /** The value of a date in it; `''` where there is no date. */
  readonly iso?: string;
  /** What kind of thing that is no date it is about. */
  readonly trap?: string;
  /** The page around it: its masthead, its metadata date, other lines of the same role. */
  readonly captured?: string;
  readonly published?: string;
  readonly others?: readonly string[];
  readonly now?: string;
  readonly order?: DateOrder;
  readonly forms?: readonly DateForm[];
}

const ROLE_OF: Readonly<Record<DateCase['place'], Role>> = {
  masthead: 'capture-date',
  metadata: 'metadata',
  card: 'related-date',
  byline: 'byline',
  prose: 'paragraph',
};

/** All cases, by file in order of names. */
export function readDateCases(): readonly DateCase[] {
  const folder = join('test', 'fixtures', 'dates');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): DateCase => JSON.parse(line)),
    );
}

/** The dates that are found on a case's line. */
export function datesOfCase(each: DateCase): readonly DateMention[] {
  const page: (readonly [Role, string])[] = [];
  if (each.captured) page.push(['capture-date', each.captured]);
  if (each.published) page.push(['metadata', each.published]);
  for (const other of each.others ?? []) page.push([ROLE_OF[each.place], other]);
  const line = page.length;
  page.push([ROLE_OF[each.place], each.text]);
  const lines = page.map(([, text]) => text);
  const mentions = judgeDates(lines, {
    roles: page.map(([role]) => role),
    order: each.order ?? null,
    language: each.language,
    now: each.now === undefined ? null : calendarDate(each.now),
    forms: each.forms ?? [],
  });
  return mentions.filter(({ range }) => range.start.line === line);
}

function calendarDate(iso: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

/** What came of one case. */
export interface DateResult {
  readonly each: DateCase;
  readonly codes: readonly string[];
  readonly rightCode: boolean;
  /** The line after the first fix of the expected problem; null where there is none. */
  readonly fixed: string | null;
  readonly values: readonly (string | null)[];
}

/** Runs a case. */
export function runDateCase(each: DateCase): DateResult {
  const dates = datesOfCase(each);
  const problems = dates.flatMap((date) => date.problems.map((problem) => ({ date, problem })));
  const found = problems.find(({ problem }) => problem.code === each.code) ?? problems[0];
  const repair = found?.problem.repairs[0];
  return {
    each,
    codes: problems.map(({ problem }) => problem.code),
    rightCode: found?.problem.code === each.code,
    fixed:
      found && repair
        ? each.text.slice(0, found.date.range.start.character) +
          repair.newText +
          each.text.slice(found.date.range.end.character)
        : null,
    values: dates.map(({ iso }) => iso),
  };
}

/** The measures of a set of results. */
export interface DateScore {
  readonly cases: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly negativesFlagged: number;
  readonly rightCode: number;
  readonly firstFix: number;
  readonly valueRight: number;
  readonly fullDateForNone: number;
}

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Codes of dates that have no value. */
const NO_VALUE = new Set(['date-impossible', 'date-field-range', 'date-ambiguous', 'date-missing']);

/** Scores results. Shares of nothing are 1, or 0 where less is better. */
export function scoreDates(results: readonly DateResult[]): DateScore {
  const positives = results.filter(({ each }) => each.code !== null);
  const negatives = results.filter(({ each }) => each.code === null);
  const hits = positives.filter(({ codes }) => codes.length > 0);
  const alarms = negatives.filter(({ codes }) => codes.length > 0);
  const precision = ratio(hits.length, hits.length + alarms.length, 1);
  const recall = ratio(hits.length, positives.length, 1);
  const fixable = hits.filter(({ each, rightCode }) => rightCode && each.fixed !== undefined);
  const valued = results.filter(
    ({ each }) => each.iso !== undefined && each.iso !== '' && each.code === null,
  );
  const none = results.filter(
    ({ each }) => each.iso === '' || (each.code !== null && NO_VALUE.has(each.code)),
  );
  return {
    cases: results.length,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    precision,
    recall,
    negativesFlagged: ratio(alarms.length, negatives.length, 0),
    rightCode: ratio(hits.filter(({ rightCode }) => rightCode).length, hits.length, 1),
    firstFix: ratio(fixable.filter(({ each, fixed }) => fixed === each.fixed).length, fixable.length, 1),
    valueRight: ratio(
      valued.filter(({ each, values }) => values.includes(each.iso ?? null)).length,
      valued.length,
      1,
    ),
    fullDateForNone: ratio(
      none.filter(({ values }) => values.some((iso) => FULL_DATE.test(iso ?? ''))).length,
      none.length,
      0,
    ),
  };
}

/**
 * What a case asks of any reader of dates, whether or not it tells what is wrong: the day that there is, or `none` where
 * no full date may come of it. Null where it asks for neither.
 */
export function dayAsked({ code, iso }: DateCase): string | null {
  if (iso === '' || (code !== null && NO_VALUE.has(code))) return 'none';
  return code === null && iso !== undefined && FULL_DATE.test(iso) ? iso : null;
}

/** Whether values are what {@link dayAsked} asks for. */
export function isDayRight(asked: string, values: readonly (string | null)[]): boolean {
  return asked === 'none' ? !values.some((iso) => FULL_DATE.test(iso ?? '')) : values.includes(asked);
}

function ratio(part: number, whole: number, empty: number): number {
  return whole === 0 ? empty : part / whole;
}
