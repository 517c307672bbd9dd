import type { Page } from '../core/model/page';
import { findMojibake, type Mojibake } from '../core/text/mojibake';
import { perPage } from './perPage';

/** The text of a page that was read in a wrong encoding. */
export const mojibakeOf: (page: Page) => Mojibake = perPage(({ lines, language }) =>
  findMojibake(lines, language === null || /^en\b/i.test(language)),
);
