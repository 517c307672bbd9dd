import { opensBlock } from './blockHeadings';
import { bodySegment } from './body';
import type { EvidenceSource, PageLine } from './evidence';

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
      isInside ||= opensBlock(line, 'comments');
    }
  },
};

/** Below the comments related articles or the site's legal notes follow. */
function isOver(line: PageLine): boolean {
  return opensBlock(line, 'related', 'legal');
}
