import type { EvidenceSource, PageLine, PageView } from './evidence';

/** One cut text is a paywall's, several are teasers. */
const FEWEST = 2;
/** How far above its text the title of a teaser stands. */
const REACH = 3;

/** Lists of teasers: texts that are cut short or send the reader on, each with its title and date. */
export const teasers: EvidenceSource = {
  cues: {
    'teaser.text': 'it is cut short or sends the reader on, as others on the page do',
    'teaser.title': 'it stands above a teaser like a title',
    'teaser.date': 'it stands above a teaser and is a date',
  },
  observe(page, emit) {
    const texts = page.lines.flatMap((_, index) => (isTeaser(page, index) ? [index] : []));
    if (texts.length < FEWEST) return;
    for (const text of texts) {
      emit(text, 'teaser.text');
      for (let index = text - 1; index >= Math.max(0, text - REACH); index--) {
        const line = page.lines[index];
        if (!line || isTeaser(page, index)) break;
        if (line.dateOnly) emit(index, 'teaser.date');
        else {
          if (line.measures.words >= 3 && line.measures.end !== 'sentence') emit(index, 'teaser.title');
          break;
        }
      }
    }
  },
};

function isTeaser({ lines }: PageView, index: number): boolean {
  const line = lines[index];
  if (!line || line.measures.words < 6) return false;
  return isCut(line) || (cutsShort(lines[index + 1]) && line.measures.end !== 'sentence');
}

/** `[…]` or `[...]`: a program has cut the text. */
function isCut({ text }: PageLine): boolean {
  return text.endsWith('[…]') || text.endsWith('[...]') || text.endsWith('[&hellip;]');
}

function cutsShort(line: PageLine | undefined): boolean {
  return line !== undefined && line.measures.words <= 4 && line.categories.has('read-more');
}
