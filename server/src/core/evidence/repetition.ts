import type { EvidenceSource } from './evidence';

/** Lines that stand more than once in the page: cards, doubled headlines, captions. */
export const repetition: EvidenceSource = {
  cues: {
    'repetition.adjacent': 'the line beside it says the same',
    'repetition.again': 'it stands elsewhere in the page too',
    'repetition.many': 'it stands many times in the page',
    'repetition.around-date': 'the same line stands on both sides of a date',
    'repetition.date-between': 'the same line stands before and after this date',
    'repetition.title-above-teaser': 'it stands twice and a teaser follows',
  },
  observe(page, emit) {
    const { lines } = page;
    const counts = new Map<string, number>();
    for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1);
    const same = (a: number, b: number) => lines[a] !== undefined && lines[a]?.text === lines[b]?.text;

    lines.forEach((line, index) => {
      const count = counts.get(line.text) ?? 1;
      if (count > 1 && !line.dateOnly) emit(index, count > 3 ? 'repetition.many' : 'repetition.again');
      if (same(index, index - 1) || same(index, index + 1)) emit(index, 'repetition.adjacent');
      if (line.dateOnly) {
        if (same(index - 1, index + 1)) emit(index, 'repetition.date-between');
        return;
      }
      const sandwich = (teaser: number) => lines[teaser + 1]?.dateOnly === true && same(teaser, teaser + 2);
      if (sandwich(index) || sandwich(index - 2)) emit(index, 'repetition.around-date');
      // Title, title, teaser, date, teaser: the card as feeds and their readers print it.
      if (same(index, index + 1) && sandwich(index + 2)) emit(index, 'repetition.title-above-teaser');
      if (same(index, index - 1) && sandwich(index + 1)) emit(index, 'repetition.title-above-teaser');
    });
  },
};
