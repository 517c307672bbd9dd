import type { EvidenceSource } from './evidence';

/** Log odds beyond this are not told apart. */
const MOST = 5;

/** What was learnt from pages of many sites, see server/training. */
export const learntOdds: EvidenceSource = {
  cues: {
    'learnt.content': 'it is like the text of articles in other pages',
    'learnt.furniture': 'it is like what stands around articles in other pages',
  },
  observe(page, emit) {
    page.content?.forEach((odds, index) => {
      if (odds > 0) emit(index, 'learnt.content', Math.min(MOST, odds));
      else emit(index, 'learnt.furniture', Math.min(MOST, -odds));
    });
  },
};
