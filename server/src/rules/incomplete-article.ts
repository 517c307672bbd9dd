import * as l10n from '@vscode/l10n';
import { isFunctionWord } from '../core/language/functionWords';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import type { Role } from '../core/model/role';
import { lastRun } from '../core/text/lastRun';
import { PhraseSet } from '../core/text/phrases';
import { columnsOf } from './hardWrap';
import { isCode, isProse, languageOf, nextLine } from './prose';
import type { Finding, Rule } from './rule';
import { goesOnAfter, lastWord } from './wordsThatGoOn';

export const incompleteArticle: Rule = {
  code: 'incomplete-article',
  title: 'Article that is cut short',
  rationale:
    'Behind a paywall, or where a site shows the beginnings of its articles only, a dump holds part of the text. A corpus should say so, and a quotation should not rest on what the rest might say. ' +
    'Reported is the last line of the text where it ends in a comma or in a word after which a sentence goes on; where a short article ends in dots, `[…]` or `… (more)`; and where a notice right below says that the rest is for subscribers. ' +
    'A last line without a full stop alone is no sign: many sites leave it out. There is nothing to mend: the rest is not there.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'By Anna Holm, March 3, 2024',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'Some three hundred people came to see the reading rooms and the collection of sea charts of the town.',
          '',
          'The sea charts of the old office are on show until the summer, and the head of the library said that the',
          '',
          'More From Harbour News',
          '',
          'Ferry Timetable Changes',
          '',
          'March 1, 2024',
        ].join('\n'),
      },
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'The sea charts of the old office are on show until the summer, said the head of the library, who has ...',
          '',
          'Subscribe to continue reading',
        ].join('\n'),
      },
    ],
    right: [
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'On Sunday the reading room stays open until the evening, for the first time in many years',
          '',
          'Subscribe to our newsletter',
        ].join('\n'),
      },
    ],
  },
  check,
};

/** What sites say where they keep the rest of an article for those who pay. */
const CUES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'en',
    [
      'to continue reading',
      'to keep reading',
      'to read the full article',
      'to read the full story',
      'to read the rest of',
      'to unlock this',
      'to unlock the full',
      'for paid subscribers',
      'for paying subscribers',
      'for subscribers only',
      'available to subscribers only',
      'is for subscribers',
      'is only available to subscribers',
      'is exclusive to subscribers',
      'is for members only',
      'reached your limit of free',
      'reached the limit of your free',
      'already a subscriber? log in to read',
    ],
  ],
  [
    'de',
    [
      'noch nicht gelesen',
      'um weiterzulesen',
      'um weiter zu lesen',
      'um den artikel zu lesen',
      'um diesen artikel zu lesen',
      'um den ganzen artikel zu lesen',
      'nur für abonnenten',
      'dieser artikel ist abonnenten',
      'exklusiv für abonnenten',
      'jetzt abonnieren und weiterlesen',
      'lesen sie weiter mit',
      'diesen artikel weiterlesen',
    ],
  ],
  [
    'fr',
    [
      'réservé aux abonnés',
      'réservée aux abonnés',
      'réservé à nos abonnés',
      'réservée à nos abonnés',
      'pour lire la suite',
      'de cet article à lire',
      'de cet article à découvrir',
      'pour continuer la lecture',
    ],
  ],
  [
    'es',
    [
      'para seguir leyendo',
      'para continuar leyendo',
      'para leer el artículo completo',
      'exclusivo para suscriptores',
      'solo para suscriptores',
      'suscríbete para leer',
      'suscribete para leer',
    ],
  ],
  [
    'pt',
    [
      'para continuar lendo',
      'para continuar a ler',
      'exclusivo para assinantes',
      'exclusiva para assinantes',
      'assine para ler',
      'para ler o artigo completo',
    ],
  ],
  [
    'it',
    [
      'per continuare a leggere',
      'riservato agli abbonati',
      'riservata agli abbonati',
      'per leggere l’articolo completo',
    ],
  ],
  [
    'nl',
    [
      'om verder te lezen',
      'alleen voor abonnees',
      'exclusief voor abonnees',
      'lees verder met een abonnement',
    ],
  ],
  [
    'sv',
    [
      'för att läsa vidare',
      'för att läsa hela',
      'endast för prenumeranter',
      'bara för prenumeranter',
      'logga in för att läsa',
    ],
  ],
  [
    'pl',
    ['aby czytać dalej', 'aby przeczytać całość', 'tylko dla prenumeratorów', 'tylko dla subskrybentów'],
  ],
  [
    'ru',
    [
      'чтобы прочитать полностью',
      'чтобы читать дальше',
      'доступно только подписчикам',
      'только для подписчиков',
    ],
  ],
  ['uk', ['щоб читати далі', 'лише для передплатників', 'тільки для передплатників']],
  ['tr', ['okumaya devam etmek için', 'sadece abonelere', 'yalnızca aboneler']],
  ['ja', ['続きを読むには', 'この記事は有料', '有料会員限定', '会員限定記事', '会員限定の記事', '残り文字']],
  ['ko', ['유료회원 전용', '유료 회원 전용', '구독 후 이용', '전문을 보시려면', '이어서 보시려면']],
  [
    'zh',
    [
      '付费阅读',
      '付費閱讀',
      '订阅后阅读',
      '訂閱後閱讀',
      '阅读全文请',
      '閱讀全文請',
      '会员专享文章',
      '登录后阅读全文',
    ],
  ],
]);

const cues = new PhraseSet([...CUES.values()].flat().map((phrase): [string, true] => [phrase, true]));

/** How much is missing, said in numbers: `残り1847文字`, `86 % noch nicht gelesen`, `Il vous reste 78% de cet article`. */
const MISSING_SHARE = /残り\s?\d{2,6}\s?文字|\d{1,2}\s?%\s(?:noch nicht gelesen|de cet article)/;

/** What says of this article that the rest of it is kept back. */
const STATEMENT =
  /\bthis (?:post|article|story|content) is (?:only )?(?:for|available to|reserved for) (?:paid |paying )?(?:subscribers|members)|この記事は(?:有料)?会員限定|この記事は有料/i;

/** Dots at the end of a teaser, and what teasers say there. */
const DOTS = /(?:\.\.\.|…|\[(?:…|\.\.\.)\]|\((?:…|\.\.\.|more|mehr|suite|more…|more\.\.\.)\))\s*$/i;
/** Dots that are set apart from the last word, or in brackets. */
const SET_APART = /(?:\s(?:\.\.\.|…)|[\])])\s*$/;
/** An article of this many words is as long as it was meant to be, whatever it ends in. */
const SHORT_ARTICLE = 250;
/** Dots right after a word are a way to end as well, but for an article of few words. */
const TEASER = 200;
/** Lines below the text where the notice of a paywall stands. */
const NOTICE_LINES = 5;
/** Longer lines are no notices. */
const LONGEST_NOTICE = 400;
const LONGEST_HEADING = 70;
/** Shorter lines, in columns, are signatures, headings, links. */
const SHORTEST = 30;
/** Half sentences that were taken for furniture are longer than what that says. */
const SHORTEST_HALF = 50;

function* check(page: Page): Generator<Finding> {
  const last = lastLineOfText(page);
  const words = page.article?.wordCount ?? 0;
  if (last < 0 || words === 0) return;
  const text = (page.lines[last] ?? '').trimEnd();
  // What is listed below the text is not the text's end.
  if (columnsOf(text) < SHORTEST || isCode(page, last) || page.roles.slice(last + 1).some(isOpenEnd)) return;
  const reason = reasonOf(page, last, text, words);
  if (reason === null) return;
  const tail = lastRun(text, 60);
  yield {
    code: incompleteArticle.code,
    range: rangeInLine(last, text.length - tail.length, text.length),
    message: reason,
    fixes: [],
  };
}

/** The last line of the text, or the one below it, which half of a sentence may have been taken for. -1 where there is none. */
function lastLineOfText(page: Page): number {
  const last = page.roles.findLastIndex((role, line) => isText(role, page.lines[line] ?? ''));
  const next = last < 0 ? -1 : nextLine(page, last);
  return next >= 0 && isHalfSentence(page, next) ? next : last;
}

/** Roles that half of a sentence is taken for, as it does not end as sentences do. */
const MISTAKEN: ReadonlySet<Role | ''> = new Set([
  'promo',
  'legal',
  'share',
  'byline',
  'boilerplate',
  'related-heading',
  'navigation',
  'metadata',
]);
/** Half sentences hold function words as sentences do, which menus and notices in capitals do not. */
const FUNCTION_WORDS = 0.15;

function isHalfSentence(page: Page, line: number): boolean {
  const text = (page.lines[line] ?? '').trim();
  const language = languageOf(page);
  if (!MISTAKEN.has(page.roles[line] ?? '') || text.length < SHORTEST_HALF || cues.match(text).length > 0)
    return false;
  if (
    !/^["“‘«„»(]?\p{Lu}/u.test(text) ||
    !(DOTS.test(text) || text.endsWith(',') || goesOnAfter(lastWord(text), language) !== null)
  )
    return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => isFunctionWord(word, language)).length >= words.length * FUNCTION_WORDS;
}

/** Half of a sentence looks like a heading, but that it is long. */
function isText(role: Role | '', text: string): boolean {
  return role === 'paragraph' || (role === 'subheading' && text.length >= LONGEST_HEADING);
}

function isOpenEnd(role: Role | ''): boolean {
  return role === 'list-item' || role === 'subheading';
}

function reasonOf(page: Page, last: number, text: string, words: number): string | null {
  const language = languageOf(page);
  const notice = noticeBelow(page, last);
  const isShort = words < SHORT_ARTICLE;
  const word = lastWord(text);
  const goesOn = goesOnAfter(word, language);
  if (goesOn === 'surely' || (goesOn === 'likely' && isShort)) {
    return l10n.t('The article is cut short: a sentence goes on after “{0}”', word);
  }
  if (/[,،，、]$/.test(text)) return l10n.t('The article is cut short: its text ends in a comma');
  if (notice === 'counted')
    return l10n.t('The article is cut short: the notice below says how much is missing');
  if (notice === 'stated')
    return l10n.t('The article is cut short: the notice below says that the rest is for subscribers');
  const isOpen = DOTS.test(text) || !/[.!?…。！？।؟■◆●♦][”’"'»)\]」』）]*$/u.test(text);
  if (notice && (isOpen || isShort)) return l10n.t('The article is cut short: the rest is for subscribers');
  if (DOTS.test(text) && (words < TEASER || (isShort && SET_APART.test(text))))
    return l10n.t('The article seems to be cut short: its text ends in dots');
  return null;
}

/** Whether a notice right below the text says that there is more, and whether it says how much. */
function noticeBelow(page: Page, last: number): 'counted' | 'stated' | 'plain' | null {
  let looked = 0;
  for (let line = last; line < page.roles.length && looked <= NOTICE_LINES; line++) {
    const role = page.roles[line] ?? '';
    if (role === '') continue;
    looked++;
    const text = page.lines[line] ?? '';
    if (text.length > LONGEST_NOTICE || (line === last && !isProse(page, line))) continue;
    if (MISSING_SHARE.test(text)) return 'counted';
    if (line > last && STATEMENT.test(text)) return 'stated';
    if (line > last && cues.match(text).length > 0) return 'plain';
  }
  return null;
}
