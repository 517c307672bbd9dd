import type { EvidenceSource, LineOdds } from './evidence';

/** Log odds beyond this are not told apart. */
const MOST = 5;
/**
 * Log odds that a line of the head is what it is said to be: below them nothing is said. Author lines ask for more: cards,
 * credits and comments hold names too, and so they have to be about as likely as the page's likeliest one.
 */
const HEAD = {
  headline: { least: -1, behind: Number.POSITIVE_INFINITY },
  byline: { least: 0, behind: 2 },
  metadata: { least: -1, behind: Number.POSITIVE_INFINITY },
} as const satisfies Partial<Record<keyof LineOdds, unknown>>;

/** What it is worth at least to be chosen as the title among all lines that may be it. */
const CHOSEN = 0.6;

/** What was learnt from pages of many sites, see server/training. */
export const learntOdds: EvidenceSource = {
  cues: {
    'learnt.content': 'it is like the text of articles in other pages',
    'learnt.furniture': 'it is like what stands around articles in other pages',
    'learnt.headline': 'of all lines it is likest to the titles of other pages',
    'learnt.byline': 'it is like the author lines of other pages',
    'learnt.metadata': 'it is like the date lines of other pages',
  },
  observe({ learnt }, emit) {
    if (!learnt) return;
    learnt.content.forEach((odds, index) => {
      if (odds > 0) emit(index, 'learnt.content', Math.min(MOST, odds));
      else emit(index, 'learnt.furniture', Math.min(MOST, -odds));
    });
    for (const part of ['headline', 'byline', 'metadata'] as const) {
      const { least, behind } = HEAD[part];
      const top = learnt[part].reduce((most, odds) => Math.max(most, odds), least);
      learnt[part].forEach((odds, index) => {
        if (odds <= least || odds < top - behind || (part === 'headline' && index !== learnt.title)) return;
        const strength = Math.min(1, (odds - least) / (MOST - least));
        emit(index, `learnt.${part}`, part === 'headline' ? CHOSEN + (1 - CHOSEN) * strength : strength);
      });
    }
  },
};
