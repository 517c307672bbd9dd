import { bodySegment } from './body';
import type { EvidenceSource, PageLine } from './evidence';

/** The first lines of a page, among which its site's name stands. */
const MASTHEAD = 8;
/** Names of sites are no longer, in words. */
const MOST_WORDS = 5;
/** In scripts without spaces they have at least so many characters: shorter ones are sections. */
const FEWEST_CHARACTERS = 4;

/** Shorter names, without their article, are words like others. */
const FEWEST_LETTERS = 5;
/** Longer lines are paragraphs: they name much. */
const NAMING = 120;

const COPYRIGHT = /[©ⓒ]|\(c\)|copyright|版权|版權|著作権|저작권/iu;

/** How papers, agencies and magazines are called. */
const PAPERS =
  /(?:^|\s)(?:observer|news|times|post|herald|gazette|tribune|journal|daily|weekly|press|magazine|chronicle|mercury|echo|review|telegraph|bulletin|zeitung|anzeiger|tageblatt|rundschau|nachrichten|kurier|courier|diario|gaceta|periódico|jornal|folha|gazeta|giornale|corriere|gazzetta|journal|gazette|haber|gazetesi|postası|báo|kabar|harian|koran|газета|вести|известия|ведомости|правда|вісті|новини|صحيفة|جريدة|समाचार|दैनिक)(?:\s|$)|\p{L}(?:zeitung|anzeiger|tageblatt|rundschau|nachrichten|kurier)$|(?:신문|일보|뉴스|통신|타임스|新聞|新闻网|日報|日报|晚報|晚报|時報|时报|通信|通訊社|通讯社)$/iu;

/** The site's own name at the top of a page. */
export const outlets: EvidenceSource = {
  cues: {
    'outlet.owner': 'it stands above the text and the copyright is claimed for it',
    'outlet.paper': 'it stands at the top and is called as papers are',
    'outlet.named': 'it stands above the text, and other lines of the page name it',
  },
  observe(page, emit) {
    const body = bodySegment(page);
    if (!body) return;
    const claims = page.lines
      .slice(body.first)
      .flatMap(({ text }) => (isClaim(text) ? [text.toLowerCase()] : []));
    const rest = page.lines
      .slice(MASTHEAD)
      .flatMap(({ text }) => (text.length <= NAMING ? [text.toLowerCase()] : []));
    page.lines.slice(0, Math.min(MASTHEAD, body.first)).forEach((line, index) => {
      if (!canBeName(line)) return;
      const name = line.text.toLowerCase();
      if (claims.some((claim) => claim.includes(name))) emit(index, 'outlet.owner');
      if (PAPERS.test(line.text)) emit(index, 'outlet.paper');
      const bare = withoutArticle(name);
      if (bare.length >= FEWEST_LETTERS && rest.some((text) => text.includes(bare)))
        emit(index, 'outlet.named');
    });
  },
};

/** `der wochenblick`: other lines say `aus dem wochenblick`. */
function withoutArticle(name: string): string {
  const space = name.indexOf(' ');
  return space > 0 && space <= 3 ? name.slice(space + 1) : name;
}

function isClaim(text: string): boolean {
  return text.length <= 200 && COPYRIGHT.test(text);
}

function canBeName({ text, measures, dates, categories }: PageLine): boolean {
  const { words, separators, end } = measures;
  if (words > MOST_WORDS || separators > 0 || end !== 'other' || dates.length > 0 || categories.size > 0)
    return false;
  return text.includes(' ') || text.length >= FEWEST_CHARACTERS;
}
