import { bodySegment, isRunningText } from './body';
import type { EvidenceSource, PageLine } from './evidence';

/** `21:47`, `9.05`, `14h30`: a time that is all of its line. */
const CLOCK = /^\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|h|uhr))?$/i;
/** `71'`, `90'+2'`: a minute of a match. */
const MINUTE = /^\d{1,3}['’′](?:\s?\+\s?\d{1,2}['’′]?)?$/;
/** Lines between the time of an entry and its text. */
const REACH = 3;
const FEWEST = 2;

/** Live blogs: entries, each with the time that it was written, perhaps a heading, and its text. */
export const liveBlog: EvidenceSource = {
  cues: {
    'live.time': 'it is the time of an entry, and others have theirs',
    'live.heading': 'it stands between the time of an entry and its text',
  },
  observe(page, emit) {
    const body = bodySegment(page);
    if (!body) return;
    const times = page.lines.flatMap((_, index) =>
      index >= body.first - REACH && index < body.last && opensEntry(page.lines, index) ? [index] : [],
    );
    if (times.length < FEWEST) return;
    for (const index of times) {
      emit(index, 'live.time');
      if (!isRunningText(page.lines[index + 1])) emit(index + 1, 'live.heading');
    }
  },
};

/** Whether a line is a time with a text below it. */
function opensEntry(lines: readonly PageLine[], index: number): boolean {
  if (!isTime(lines[index])) return false;
  for (let below = index + 1; below <= index + REACH; below++) {
    if (isRunningText(lines[below])) return true;
    if (isTime(lines[below])) return false;
  }
  return false;
}

function isTime(line: PageLine | undefined): boolean {
  return line !== undefined && (line.dateOnly || CLOCK.test(line.text) || MINUTE.test(line.text));
}
