import type { Page } from '../core/model/page';
import { isContent } from '../core/model/role';
import type { ContentLine } from './contentLines';

/**
 * The lines that hold the article or what is known of it: all content, and the masthead's date and outlet. Damage in them
 * hurts the text that is handed on, or its metadata; damage elsewhere is the site's.
 */
export function* articleLines(page: Page): Generator<ContentLine> {
  for (const [line, text] of page.lines.entries()) {
    const role = page.roles[line];
    if (role && (isContent(role) || role === 'capture-date' || role === 'outlet')) yield { line, text };
  }
}
