import { clockAndZone } from '../core/dates/clock';
import type { DateMention } from '../core/model/date';
import { shiftRange } from '../core/model/range';
import { dateJson } from './annotation';
import { csvRow } from './csv';
import { undecodable } from './encoding';
import { sourceJson, type Unit } from './input/unit';
import { type Desk, Run, type RunOptions } from './run';
import type { Work } from './work/job';
import { pagesInFile, type Subject } from './work/subject';

/** How `dates` can write. */
export const DATES_FORMATS = ['csv', 'json', 'jsonl'] as const;

export interface DatesOptions extends RunOptions {
  readonly format: (typeof DATES_FORMATS)[number];
}

/** `copydesk dates`: the dates of each dump, one after the other. Returns the exit code. */
export async function dates(desk: Desk, options: DatesOptions): Promise<number> {
  const { terminal } = desk;
  const run = new Run(desk, options);
  await terminal.out(WRITERS[options.format].head);
  await run.forEach({ command: 'dates', options }, datesWork(options), () => ({
    take: async (text) => {
      if (text !== null) await terminal.out(text);
    },
  }));
  return run.exitCode;
}

/** Writes the dates of a text. */
export function datesWork({ format }: DatesOptions): Work<string> {
  return (subject, report) => {
    const { unit, decoded, dump } = subject;
    if (!decoded.isExact) report.note(`${unit.name}: ${undecodable(decoded)}; they are read as U+FFFD`);
    if (dump.isDump) return WRITERS[format].file(unit, datesOf(subject));
    report.skip(subject);
    return null;
  };
}

/** Writes dates in one form. */
interface DatesWriter {
  /** What comes before the first file. */
  readonly head: string;
  file(unit: Unit, mentions: readonly DateMention[]): string;
}

const COLUMNS = ['file', 'line', 'column', 'text', 'iso', 'time', 'zone', 'role', 'problem'] as const;

const WRITERS: Record<DatesOptions['format'], DatesWriter> = {
  // For spreadsheets: places are counted from 1, as `lint` tells them to people.
  csv: {
    head: csvRow(COLUMNS),
    file: ({ name }, mentions) =>
      mentions
        .map(({ range: { start }, text, iso, time, role, problems: [problem] }) => {
          const { clock, zone } = clockAndZone(time ?? '');
          const place = [String(start.line + 1), String(start.character + 1)];
          return csvRow([name, ...place, text, iso ?? '', clock, zone, role, problem?.code ?? '']);
        })
        .join(''),
  },
  // For programs: one JSON document a line for each file, counted from 0 as `annotate` does.
  json: {
    head: '',
    file: (unit, mentions) => `${JSON.stringify({ ...sourceJson(unit), dates: mentions.map(timedJson) })}\n`,
  },
  // For programs that read line by line: one JSON document for each date.
  jsonl: {
    head: '',
    file: (unit, mentions) =>
      mentions.map((date) => `${JSON.stringify({ ...sourceJson(unit), ...timedJson(date) })}\n`).join(''),
  },
};

function timedJson(date: DateMention): object {
  const { clock, zone } = clockAndZone(date.time ?? '');
  return { ...dateJson(date), ...(clock !== '' && { time: clock }), ...(zone !== '' && { zone }) };
}

/** The dates of a file; ranges are the file's. */
function datesOf(subject: Subject): readonly DateMention[] {
  return pagesInFile(subject).flatMap(({ page, startLine }) =>
    page.dates.map((date) => ({ ...date, range: shiftRange(date.range, startLine) })),
  );
}
