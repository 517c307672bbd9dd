import { lineTemplates } from '../profiles/match';
import { opensBlock } from './blockHeadings';
import { bodySegment, isRunningText } from './body';
import type { EvidenceSource, PageLine, PageView } from './evidence';

/** The block of related articles and its cards, known by its heading and by the dates in it. */
export const relatedBlock: EvidenceSource = {
  cues: {
    'related.in-block': "it stands below a related articles' heading",
    'related.title': 'it stands where cards have their titles',
    'related.teaser': 'it stands where cards have their teasers',
    'related.date': 'it stands where cards have their dates',
    'related.list': 'titles follow one another below the heading',
  },
  observe(page, emit) {
    const heading = headingOf(page);
    if (heading < 0) return;
    const { lines } = page;
    for (let index = heading + 1; index < lines.length; index++) {
      const line = lines[index];
      if (!line || isOver(line)) break;
      emit(index, 'related.in-block');
      if (line.dateOnly) {
        emit(index, 'related.date');
        continue;
      }
      const previous = lines[index - 1];
      const beside = previous?.dateOnly || lines[index + 1]?.dateOnly;
      if (line.measures.length >= 100 && beside) emit(index, 'related.teaser');
      else if (line.measures.length < 100 && line.measures.words >= 3) emit(index, 'related.title');
      if (line.measures.length < 120 && !beside) emit(index, 'related.list');
    }
  },
};

/** Below the block readers' comments or the site's legal notes follow. */
function isOver(line: PageLine): boolean {
  return opensBlock(line, 'comments', 'legal');
}

/** Index of the first heading below which the text does not go on; -1 for none. */
function headingOf(page: PageView): number {
  const last = Math.max(lastText(page), bodySegment(page)?.first ?? -1);
  for (let index = last + 1; index < page.lines.length; index++) {
    if (isHeading(page, index)) return index;
  }
  return -1;
}

function isHeading({ lines, profile }: PageView, index: number): boolean {
  if (profile && lineTemplates(profile, index).some(({ role }) => role === 'related-heading')) return true;
  const line = lines[index];
  return line !== undefined && opensBlock(line, 'related');
}

/**
 * Index of the last line of three sentences of running text in a row, or of two in the stretch that is the text: teasers are
 * cut, so that cards have none.
 */
function lastText(page: PageView): number {
  const end = bodySegment(page)?.last ?? -1;
  let row = 0;
  let last = -1;
  page.lines.forEach((line, index) => {
    row = isRunningText(line) && line.measures.end === 'sentence' ? row + 1 : 0;
    if (row >= 3 || (row === 2 && index <= end)) last = index;
  });
  return last;
}
