import { isDatelessField } from '../dates';
import type { EvidenceSource } from './evidence';

/** Dates and where they stand in their line. */
export const dateCues: EvidenceSource = {
  cues: {
    'date.only': 'it is a date and nothing else',
    'date.only-first': 'the page begins with it and it is a date',
    'date.short-line': 'a short line with a date',
    'date.starts': 'it begins with a date',
    'date.ends': 'it ends with a date',
  },
  observe(page, emit) {
    page.lines.forEach((line, index) => {
      if (line.dates.length === 0 && !line.dateOnly && !isDatelessField(line.text)) return;
      if (line.dateOnly) {
        emit(index, index === 0 ? 'date.only-first' : 'date.only');
        return;
      }
      if (line.measures.words <= 20) emit(index, 'date.short-line');
      const first = line.dates[0];
      const last = line.dates[line.dates.length - 1];
      if (first && first.start <= 2) emit(index, 'date.starts');
      if (!last || last.end >= line.text.length - 2) emit(index, 'date.ends');
    });
  },
};
