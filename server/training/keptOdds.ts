import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { LineOdds } from '../src/core/evidence/evidence';
import type { ContentPage } from './pages';

const PARTS = ['content', 'headline', 'byline', 'metadata'] as const satisfies readonly (keyof LineOdds)[];

/**
 * Reads what forests said of sites that they had not seen, as {@link keepOdds} wrote it, so that weights, calibration and
 * report can be tried without growing trees. Null where there is no such file.
 * @throws where the file is of other pages
 */
export function readKeptOdds(path: string, pages: readonly ContentPage[]): readonly LineOdds[] | null {
  if (!existsSync(path)) return null;
  const values = new Float32Array(Uint8Array.from(readFileSync(path)).buffer);
  let at = 0;
  const next = (count: number) => {
    at += count;
    return values.slice(at - count, at);
  };
  const odds = pages.map(({ gold: { length } }) => ({
    content: next(length),
    headline: next(length),
    byline: next(length),
    metadata: next(length),
  }));
  if (at !== values.length) throw new Error(`${path} is of other pages`);
  return odds;
}

/** Writes the odds as 32-bit floats: page by page, for each first all lines' content, then title, author and date. */
export function keepOdds(path: string, odds: readonly LineOdds[]): void {
  const parts = odds.flatMap((page) => PARTS.map((part) => page[part]));
  const values = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  writeFileSync(path, new Uint8Array(values.buffer));
}
