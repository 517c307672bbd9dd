import { bodySegment } from './body';
import type { EvidenceSource } from './evidence';
import { likelyTitle } from './likelyTitle';

/** Where a line stands to the two landmarks of a page: what is likest to its title, and what is likest to its author. */
export const place: EvidenceSource = {
  cues: {
    'place.above-title': 'it stands above the likeliest title',
    'place.just-above-title': 'the likeliest title follows',
    'place.below-title': 'it stands right below the likeliest title',
    'place.head': 'it stands between the likeliest title and the text',
    'place.second-title': 'another line is likelier to be the title',
    'place.author': 'of all names on the page it holds the likeliest author',
    'place.below-author': 'it stands right below the likeliest author',
    'place.author-above': 'the likeliest author stands above it, before the text',
  },
  observe(page, emit) {
    const { lines, learnt } = page;
    const title = likelyTitle(page);
    const author = learnt?.author ?? null;
    const first = bodySegment(page)?.first ?? lines.length;
    const titleText = lines[title]?.text;
    lines.forEach(({ text }, index) => {
      if (title >= 0 && index !== title) {
        if (index < title) emit(index, 'place.above-title');
        if (index === title - 1) emit(index, 'place.just-above-title');
        if (index === title + 1) emit(index, 'place.below-title');
        if (index > title && index < first) emit(index, 'place.head');
        if (text !== titleText) emit(index, 'place.second-title');
      }
      if (!author) return;
      if (index === author.index) {
        emit(index, 'place.author', (author.end - author.start) / Math.max(1, text.length));
      }
      if (index === author.index + 1) emit(index, 'place.below-author');
      if (index > author.index && index < first) emit(index, 'place.author-above');
    });
  },
};
