import type { EvidenceSource } from './evidence';

/** News texts open with their place and agency. */
export const datelines: EvidenceSource = {
  cues: {
    'dateline.opens': 'it opens with a place and an agency, as the first paragraph of a news text does',
    'dateline.next-opens': 'the next line opens with a place and an agency',
  },
  observe(page, emit) {
    page.lines.forEach((line, index) => {
      if (line.measures.words < 6 || !line.hasDateline) return;
      emit(index, 'dateline.opens');
      if (index > 0) emit(index - 1, 'dateline.next-opens');
    });
  },
};
