import { bodySegment } from './body';
import type { EvidenceSource, PageLine } from './evidence';

/** The first lines of a page, among which its site's name stands. */
const MASTHEAD = 5;
/** Names of sites are no longer, in words. */
const MOST_WORDS = 5;
/** In scripts without spaces they have at least so many characters: shorter ones are sections. */
const FEWEST_CHARACTERS = 4;

const COPYRIGHT = /[©ⓒ]|\(c\)|copyright|版权|版權|著作権|저작권/iu;

/** How papers, agencies and magazines are called. */
const PAPERS =
  /(?:^|\s)(?:observer|news|times|post|herald|gazette|tribune|journal|daily|weekly|press|magazine|chronicle|mercury|echo|review|telegraph|bulletin|zeitung|anzeiger|tageblatt|rundschau|nachrichten|kurier|courier|diario|gaceta|periódico|jornal|folha|gazeta|giornale|corriere|gazzetta|journal|gazette|haber|gazetesi|postası|báo|kabar|harian|koran|газета|вести|известия|ведомости|правда|вісті|новини|صحيفة|جريدة|समाचार|दैनिक)(?:\s|$)|\p{L}(?:zeitung|anzeiger|tageblatt|rundschau|nachrichten|kurier)$|(?:신문|일보|뉴스|통신|타임스|新聞|新闻网|日報|日报|晚報|晚报|時報|时报|通信|通訊社|通讯社)$/iu;

/** The site's own name at the top of a page. */
export const outlets: EvidenceSource = {
  cues: {
    'outlet.owner': 'it stands above the text and the copyright is claimed for it',
    'outlet.paper': 'it stands at the top and is called as papers are',
  },
  observe(page, emit) {
    const body = bodySegment(page);
    if (!body) return;
    const claims = page.lines
      .slice(body.first)
      .flatMap(({ text }) => (isClaim(text) ? [text.toLowerCase()] : []));
    page.lines.slice(0, Math.min(MASTHEAD, body.first)).forEach((line, index) => {
      if (!canBeName(line)) return;
      const name = line.text.toLowerCase();
      if (claims.some((claim) => claim.includes(name))) emit(index, 'outlet.owner');
      if (PAPERS.test(line.text)) emit(index, 'outlet.paper');
    });
  },
};

function isClaim(text: string): boolean {
  return text.length <= 200 && COPYRIGHT.test(text);
}

function canBeName({ text, measures, dates, categories }: PageLine): boolean {
  const { words, separators, end } = measures;
  if (words > MOST_WORDS || separators > 0 || end !== 'other' || dates.length > 0 || categories.size > 0)
    return false;
  return text.includes(' ') || text.length >= FEWEST_CHARACTERS;
}
