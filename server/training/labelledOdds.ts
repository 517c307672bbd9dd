import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LearntOdds, PageView } from '../src/core/evidence/evidence';
import { fnvOf } from '../src/core/text/fnv';

const FILE = 'odds.json';
const PARTS = ['content', 'headline', 'byline', 'metadata'] as const satisfies readonly (keyof LearntOdds)[];
/** Odds are kept to one place, up to 12.7. */
const STEP = 0.1;

/** What forests said of a page that they had not seen. */
interface KeptOdds extends Pick<LearntOdds, 'title' | 'author'> {
  /** The four kinds of odds one after the other, base64 of a signed byte each. */
  readonly odds: string;
}

/**
 * Keeps what forests said of labelled pages that they were not trained on, as roles have to be fitted to what the forests say
 * of pages that they have not seen.
 */
export function keepLabelledOdds(
  folder: string,
  pages: readonly LabelledView[],
  unseen: readonly LearntOdds[],
): void {
  const kept = pages.flatMap((page, index): readonly (readonly [string, KeptOdds])[] => {
    const learnt = unseen[index];
    if (!learnt) return [];
    const values = PARTS.flatMap((part) =>
      Array.from(learnt[part], (odds) => Math.max(-127, Math.min(127, Math.round(odds / STEP)))),
    );
    const odds = Buffer.from(Int8Array.from(values).buffer).toString('base64');
    return [[keyOf(page), { odds, title: learnt.title, author: learnt.author }]];
  });
  writeFileSync(join(folder, FILE), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

/** A labelled page as it is, or with words hidden. */
export interface LabelledView {
  readonly view: PageView;
  readonly isHidden: boolean;
}

/** Reads what {@link keepLabelledOdds} wrote: for a page what was kept of it, or null where it was not among them. */
export function readLabelledOdds(folder: string): (page: LabelledView) => LearntOdds | null {
  const kept: Readonly<Record<string, KeptOdds>> = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
  return (page) => {
    const own = kept[keyOf(page)];
    if (!own) return null;
    const values = new Int8Array(Uint8Array.from(Buffer.from(own.odds, 'base64')).buffer);
    const count = page.view.lines.length;
    const part = (at: number) =>
      Float32Array.from(values.subarray(at * count, (at + 1) * count), (odds) => odds * STEP);
    return {
      content: part(0),
      headline: part(1),
      byline: part(2),
      metadata: part(3),
      title: own.title,
      author: own.author,
    };
  };
}

/** Pages are told apart by their text. */
function keyOf({ view: { lines }, isHidden }: LabelledView): string {
  const hash = fnvOf(lines.map(({ text }) => text).join('\n')) >>> 0;
  return isHidden ? `${hash} hidden` : `${hash}`;
}
