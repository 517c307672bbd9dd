import { bodySegment } from './body';
import type { EvidenceSource, PageLine } from './evidence';

/** Headings have no more. */
const FEW_WORDS = 10;

/** Readers' comments: what stands below their heading, until another block begins. */
export const commentsBlock: EvidenceSource = {
  cues: {
    'comments.in-block': "it stands below the heading of readers' comments",
  },
  observe(page, emit) {
    const { lines } = page;
    const first = bodySegment(page)?.first;
    if (first === undefined) return;
    let isInside = false;
    for (let index = first + 1; index < lines.length; index++) {
      const line = lines[index];
      if (!line) break;
      if (isInside) isInside = !isOver(line);
      if (isInside) emit(index, 'comments.in-block');
      isInside ||= line.measures.words <= FEW_WORDS && line.categories.has('comments');
    }
  },
};

/** Below the comments related articles or the site's legal notes follow. */
function isOver({ measures, categories }: PageLine): boolean {
  return measures.words <= FEW_WORDS && (categories.has('related') || categories.has('legal'));
}
