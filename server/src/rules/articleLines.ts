import type { Page } from '../core/model/page';
import { isContent } from '../core/model/role';
import { signsOf } from '../core/text/signs';
import type { ContentLine } from './contentLines';
import { perPage } from './perPage';

/**
 * The lines that hold the article or what is known of it: all content, and the masthead's date and outlet. Damage in them
 * hurts the text that is handed on, or its metadata; damage elsewhere is the site's.
 */
export const articleLines: (page: Page) => readonly ContentLine[] = perPage((page) =>
  page.lines.flatMap((text, line) => {
    const role = page.roles[line];
    return role && (isContent(role) || role === 'capture-date' || role === 'outlet')
      ? [{ line, text, signs: signsOf(text) }]
      : [];
  }),
);
