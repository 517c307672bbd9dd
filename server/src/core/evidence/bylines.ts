import { bodySegment } from './body';
import type { EvidenceSource } from './evidence';

/** Author lines: a person's name by itself, above or right below the text. */
export const bylines: EvidenceSource = {
  cues: {
    'byline.name-above': "it is a person's name above the text",
    'byline.name-below': "it is a person's name right below the text",
    'byline.name-in-text': 'it is a name between paragraphs',
    'byline.initials': 'it is an author’s initials',
  },
  observe(page, emit) {
    const body = bodySegment(page);
    if (!body) return;
    page.lines.forEach((line, index) => {
      const { text } = line;
      if (isInitials(text) && index >= body.first - 2) emit(index, 'byline.initials');
      if (!line.isName) return;
      // Names have two or three words; titles of four capitalized ones are as likely.
      const strength = text.split(' ').length > 3 ? 0.3 : 1;
      if (index < body.first && index >= body.first - 4) emit(index, 'byline.name-above', strength);
      else if (index === body.last || index === body.last + 1) emit(index, 'byline.name-below', strength);
      else if (index > body.first && index < body.last) emit(index, 'byline.name-in-text');
    });
  },
};

/** `(lg)`, `[jk]`: how agencies sign. */
function isInitials(text: string): boolean {
  if (text.length < 3 || text.length > 7) return false;
  const bracketed =
    (text.startsWith('(') && text.endsWith(')')) || (text.startsWith('[') && text.endsWith(']'));
  return (
    bracketed &&
    text.slice(1, -1).toLowerCase() === text.slice(1, -1) &&
    /^[a-zäöü/]+$/.test(text.slice(1, -1))
  );
}
