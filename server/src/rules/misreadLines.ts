import type { Page } from '../core/model/page';
import { mojibakeOf } from './mojibakeOf';
import { perPage } from './perPage';

/** The lines of a page that hold text read in a wrong encoding: the marks and spaces in them are parts of other characters. */
export const misreadLines: (page: Page) => ReadonlySet<number> = perPage((page) => {
  const { codePage, lines } = mojibakeOf(page);
  return new Set([...lines, ...(codePage?.lines ?? [])].map(({ line }) => line).concat(codePage?.lost ?? []));
});
