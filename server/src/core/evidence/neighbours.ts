import { isRunningText } from './body';
import type { EvidenceSource, PageLine } from './evidence';

/** A run of short lines as long as this is a menu or a list of titles beyond doubt. */
const LONG_RUN = 8;

/** What stands around a line. */
export const neighbours: EvidenceSource = {
  cues: {
    'neighbours.text-before': 'running text stands before it',
    'neighbours.text-after': 'running text stands after it',
    'neighbours.between-text': 'running text stands before and after it',
    'neighbours.after-comma': 'the line before ends in a comma',
    'neighbours.after-colon': 'the line before ends in a colon',
    'neighbours.number-before': 'a number stands before it',
    'neighbours.number-after': 'a number stands after it',
    'neighbours.run': 'it is one of several short lines in a row',
    'neighbours.date-before': 'a date stands before it',
    'neighbours.date-after': 'a date stands after it',
    'neighbours.duplicate-head': 'the next line repeats it at the top of the page',
  },
  observe(page, emit) {
    const { lines } = page;
    const text = lines.map(isRunningText);
    const runs = shortRuns(text);
    lines.forEach((line, index) => {
      const before = text[index - 1] === true;
      const after = text[index + 1] === true;
      if (before) emit(index, 'neighbours.text-before');
      if (after) emit(index, 'neighbours.text-after');
      if (before && after && !text[index]) emit(index, 'neighbours.between-text');
      if (lines[index - 1]?.measures.end === 'comma') emit(index, 'neighbours.after-comma');
      if (lines[index - 1]?.measures.end === 'colon') emit(index, 'neighbours.after-colon');
      if (isNumber(lines[index - 1])) emit(index, 'neighbours.number-before');
      if (isNumber(lines[index + 1])) emit(index, 'neighbours.number-after');
      const run = runs[index] ?? 0;
      if (run >= 3) emit(index, 'neighbours.run', Math.min(1, run / LONG_RUN));
      if (lines[index - 1]?.dateOnly) emit(index, 'neighbours.date-before');
      if (lines[index + 1]?.dateOnly) emit(index, 'neighbours.date-after');
      if (index < 6 && lines[index + 1]?.text === line.text) emit(index, 'neighbours.duplicate-head');
    });
  },
};

/** `1`, `02`, `#3`: the places of a list of what is most read. */
function isNumber(line: PageLine | undefined): boolean {
  return (
    line !== undefined && line.measures.letters === 0 && line.measures.digits > 0 && line.text.length <= 3
  );
}

/** For each line the length of the run of lines around it that are no running text; 0 for running text. */
function shortRuns(text: readonly boolean[]): readonly number[] {
  const runs = new Array<number>(text.length).fill(0);
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !text[index]) continue;
    runs.fill(index - start, start, index);
    start = index + 1;
  }
  return runs;
}
