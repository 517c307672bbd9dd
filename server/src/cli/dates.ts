import { clockAndZone } from '../core/dates/clock';
import type { DateMention } from '../core/model/date';
import type { Dump } from '../core/model/page';
import { shiftRange } from '../core/model/range';
import { dateJson } from './annotation';
import { csvRow } from './csv';
import { undecodable } from './encoding';
import { Run, type RunOptions } from './run';
import type { Terminal } from './terminal';

/** How `dates` can write. */
export const DATES_FORMATS = ['csv', 'json', 'jsonl'] as const;

export interface DatesOptions extends RunOptions {
  readonly format: (typeof DATES_FORMATS)[number];
}

/** `copydesk dates`: the dates of each dump, one after the other. Returns the exit code. */
export async function dates(terminal: Terminal, options: DatesOptions): Promise<number> {
  const run = new Run(terminal, options);
  const writer = WRITERS[options.format];
  await terminal.out(writer.head);
  await run.forEach(async (subject) => {
    const { name, decoded, dump } = subject;
    if (!decoded.isExact) terminal.note(`${name}: ${undecodable(decoded)}; they are read as U+FFFD`);
    if (dump.isDump) await terminal.out(writer.file(name, datesOf(dump)));
    else run.skip(subject);
  });
  return run.exitCode;
}

/** Writes dates in one form. */
interface DatesWriter {
  /** What comes before the first file. */
  readonly head: string;
  file(name: string, mentions: readonly DateMention[]): string;
}

const COLUMNS = ['file', 'line', 'column', 'text', 'iso', 'time', 'zone', 'role', 'problem'] as const;

const WRITERS: Record<DatesOptions['format'], DatesWriter> = {
  // For spreadsheets: places are counted from 1, as `lint` tells them to people.
  csv: {
    head: csvRow(COLUMNS),
    file: (name, mentions) =>
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
    file: (name, mentions) => `${JSON.stringify({ file: name, dates: mentions.map(timedJson) })}\n`,
  },
  // For programs that read line by line: one JSON document for each date.
  jsonl: {
    head: '',
    file: (name, mentions) =>
      mentions.map((date) => `${JSON.stringify({ file: name, ...timedJson(date) })}\n`).join(''),
  },
};

function timedJson(date: DateMention): object {
  const { clock, zone } = clockAndZone(date.time ?? '');
  return { ...dateJson(date), ...(clock !== '' && { time: clock }), ...(zone !== '' && { zone }) };
}

/** The dates of a file; ranges are the file's. */
function datesOf({ pages }: Dump): readonly DateMention[] {
  return pages.flatMap(({ page, startLine }) =>
    page.dates.map((date) => ({ ...date, range: shiftRange(date.range, startLine) })),
  );
}
