import type { Page } from '../core/model/page';
import { findMojibake, type Mojibake } from '../core/text/mojibake';

const known = new WeakMap<Page, Mojibake>();

/** The text of a page that was read in a wrong encoding; found once. */
export function mojibakeOf(page: Page): Mojibake {
  const before = known.get(page);
  if (before) return before;
  const isEnglish = page.language === null || /^en\b/i.test(page.language);
  const found = findMojibake(page.lines, isEnglish);
  known.set(page, found);
  return found;
}
