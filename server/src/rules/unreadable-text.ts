import * as l10n from '@vscode/l10n';
import { countFunctionWords, isFunctionWord } from '../core/language/functionWords';
import type { Page } from '../core/model/page';
import { shiftRange } from '../core/model/range';
import { isContent } from '../core/model/role';
import { isBinary } from '../core/text/binary';
import { perLine } from '../core/text/perLine';
import { type Cause, type Damage, findingsOfCause } from './oneCause';
import { perPage } from './perPage';
import type { DumpRule } from './rule';

export const unreadableText: DumpRule = {
  code: 'unreadable-text',
  title: 'Text that says nothing of the article',
  rationale:
    'Some pages give readers who have not paid a body in which every letter is moved by one (`Efs Njojtufs` for `Der Minister`). Others gave the scraper an error, a test for robots or the apology of a chat program in place of the article, or the bytes of a file that is no text. ' +
    'Such a dump is no source for anything: it is to be scraped again, or left out. Copydesk never mends it.',
  severity: 'warning',
  examples: {
    wrong: [
      {
        text: [
          'Neue Bibliothek am Hafen eröffnet',
          '',
          'Ejf ofvf Cjcmjpuifl bn Ibgfo xvsef bn Tbntubh nju fjofn Lpo{fsu eft Tdivmpsdiftufst fs÷ggofu, voe wjfmf Nfotdifo tjoe hflpnnfo.',
          '',
          'Ejf Ipggovoh eft Njojtufst jtu- ebtt ejf Cjcmjpuifl ovo bvdi bn Bcfoe voe bn Tpooubh hf÷ggofu cmfjcu.',
        ].join('\n'),
      },
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'March 3, 2024',
          '',
          'As an AI language model, I am unable to open the page that you asked for. Please paste its text here.',
        ].join('\n'),
      },
      {
        text: 'PK\u0003\u0004\u0014\u0000\u0006\u0000\u0008\u0000\u0000\u0000!\u0000\ufffdl\ufffd\u0012\u0001\u0000\u0000\u0004\u0000',
      },
    ],
    right: [
      {
        text: '“As an AI language model, I have no opinion,” the program had told the mayor, who read it aloud.',
      },
      {
        text: 'Az új könyvtár szombaton nyílt meg a kikötőben, és sokan eljöttek megnézni a régi térképeket is.',
      },
      { text: 'Cwm fjord bank glyphs vext quiz, dwr, nghymru a’r llyfrgell newydd yn y dref ger yr harbwr.' },
    ],
  },
  *checkDump(dump) {
    for (const kind of KINDS) {
      const places = dump.pages.flatMap(({ page, startLine }) =>
        runsOf(page)[kind].map(({ range, ...damage }) => ({
          ...damage,
          range: shiftRange(range, startLine),
        })),
      );
      yield* findingsOfCause(cause(kind), places);
    }
  },
};

const KINDS = ['moved', 'replaced', 'binary'] as const;

type Kind = (typeof KINDS)[number];

function messageOf(kind: Kind): string {
  switch (kind) {
    case 'moved':
      return l10n.t('Letters are moved in the alphabet, as pages do for readers who have not paid');
    case 'replaced':
      return l10n.t('An error or a notice stands in place of the article');
    case 'binary':
      return l10n.t('These are the bytes of a file that is no text');
  }
}

function cause(kind: Kind): Cause {
  return {
    code: 'unreadable-text',
    summary: (count) => l10n.t('{0}, in {1} places', messageOf(kind), count),
    fixTitle: () => '',
    preferred: false,
  };
}

/** The unreadable runs of a page. */
const runsOf = perPage(
  (page): Readonly<Record<Kind, readonly Damage[]>> => ({
    moved: runs(page, 'moved'),
    replaced: runs(page, 'replaced'),
    binary: runs(page, 'binary'),
  }),
);

/** Runs of unreadable lines with nothing readable between them. */
function runs(page: Page, kind: Kind): readonly Damage[] {
  const isUnreadable = TESTS[kind](page);
  const found: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const [line, text] of page.lines.entries()) {
    if (page.roles[line] === '') continue;
    const last = found.at(-1);
    if (!isUnreadable(text)) isOpen = false;
    else if (isOpen && last) last.end = line;
    else {
      found.push({ start: line, end: line });
      isOpen = true;
    }
  }
  return found.map(({ start, end }) => ({
    range: {
      start: { line: start, character: 0 },
      end: { line: end, character: page.lines[end]?.length ?? 0 },
    },
    message: messageOf(kind),
    edits: [],
  }));
}

type Test = (text: string) => boolean;

const TESTS: Readonly<Record<Kind, (page: Page) => Test>> = {
  // Such text looks like nothing that articles hold, so that it may have been taken for a menu.
  moved: (page) => (text) => isMoved(text, page.language),
  replaced: (page) => {
    const isShort = bodyWords(page) <= SHORT_BODY;
    return (text) => isShort && NOTICE.test(text);
  },
  binary: () => isBinary,
};

function isProse(page: Page, line: number): boolean {
  const role = page.roles[line];
  return role !== undefined && role !== '' && isContent(role) && role !== 'metadata';
}

/** Words of a line that are looked at; more would not change the answer. */
const SAMPLE = 200;
/** Characters of a line that are looked at first. */
const BEGINNING = 100;
/** Words that a line must have to be judged. */
const FEWEST = 8;
/** Characters that so many words of two letters have. */
const SHORTEST = 3 * FEWEST - 1;
/** Share of function words in running text is above this, and in moved text below the other. */
const READABLE = 0.2;
const UNREADABLE = 0.08;
/** Different function words that must come of it. */
const VARIED = 3;
/** By how much letters are moved: by one either way, or by half of the alphabet. */
const MOVES = [-1, 1, 13];
/** Languages whose alphabet is moved. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'pl', 'cs', 'tr', 'id'];

/**
 * Whether a text has function words only after its letters are moved.
 * @param language of the page: where the text is readable in it, as nearly all is, no other needs to be asked.
 */
function isMoved(text: string, language: string | null): boolean {
  if (text.length < SHORTEST) return false;
  const key = language ?? '';
  const ofLanguage = movedIn.get(key) ?? perLine((line) => findMoved(line, language));
  movedIn.set(key, ofLanguage);
  return ofLanguage(text);
}

/** By language. */
const movedIn = new Map<string, (text: string) => boolean>();

function findMoved(text: string, language: string | null): boolean {
  if (beginsReadably(text, language)) return false;
  const sample = text.slice(0, 12 * SAMPLE).toLowerCase();
  if (!/[a-z]{2}/.test(sample)) return false;
  const words = sample.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < FEWEST) return false;
  if (languagesWith(words, UNREADABLE * words.length).length > 0) return false;
  return MOVES.some((move) => {
    const back = words.map((word) => moved(word, move));
    return languagesWith(back, READABLE * words.length).some(
      (tag) => new Set(back.filter((word) => isFunctionWord(word, tag))).size >= VARIED,
    );
  });
}

/** Whether two of the first words are function words, which moved text has but by chance. */
function beginsReadably(text: string, language: string | null): boolean {
  let hits = 0;
  for (const word of text.slice(0, BEGINNING).toLowerCase().split(' ')) {
    if (word.length > 1 && isFunctionWord(word, language) && ++hits === 2) return true;
  }
  return false;
}

/** Languages with the Latin alphabet of which more words than so many are function words. */
function languagesWith(words: readonly string[], fewest: number): readonly string[] {
  const counts = countFunctionWords(words);
  return LANGUAGES.filter((tag) => (counts.get(tag) ?? 0) > fewest);
}

/** A word with its letters moved; words with other letters than those of the alphabet are left. */
function moved(word: string, move: number): string {
  if (move === 0 || !/^[a-z]+$/.test(word)) return word;
  let result = '';
  for (let at = 0; at < word.length; at++) {
    result += String.fromCharCode(0x61 + ((word.charCodeAt(at) - 0x61 + move + 26) % 26));
  }
  return result;
}

/** Words of a body that may be no more than a notice. */
const SHORT_BODY = 100;

function bodyWords(page: Page): number {
  let words = 0;
  for (const [line, text] of page.lines.entries()) {
    if (!isProse(page, line)) continue;
    words += wordsIn(text);
    if (words > SHORT_BODY) break;
  }
  return words;
}

/** Words of a line; without spaces, two characters count for one. */
const wordsIn = perLine((text) =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce(
    (sum, word) => sum + (/\p{Script=Han}|\p{Script=Hiragana}/u.test(word) ? word.length / 2 : 1),
    0,
  ),
);

/** How notices begin that stand in place of an article. */
const NOTICE = new RegExp(
  `^\\s*(?:${[
    'as an ai (?:language )?model\\b',
    "i(?:’|')?m sorry,? but (?:i|as an ai)\\b",
    "i (?:can(?:no|’|')t|am unable to) (?:fulfil|access|open|browse|help with)",
    '(?:please )?enable javascript\\b',
    '(?:please )?turn on javascript\\b',
    'you need to enable javascript\\b',
    'javascript is (?:disabled|required)',
    'checking (?:if|your|the) (?:the )?(?:site|browser|connection)',
    'just a moment\\s*(?:\\.\\.\\.|…)',
    '(?:verify|verifying|confirm) (?:that )?you are (?:a )?(?:not a )?(?:human|robot)',
    'access (?:to this page has been )?denied',
    '(?:error )?40[34](?: -|:)? (?:forbidden|not found|page not found)',
    'page not found',
    '(?:sorry, )?this (?:content|page|article|video) is (?:no longer|not|currently not) available',
    "désolé, ce contenu n[’']est plus disponible",
    "ce contenu n[’']est (?:plus|pas) disponible",
    'veuillez activer javascript',
    'accès refusé',
    'page (?:non trouvée|introuvable)',
    'en tant que modèle de langage',
    'als ki-sprachmodell',
    'als sprachmodell',
    'bitte aktivieren sie javascript',
    'zugriff verweigert',
    'dieser inhalt ist (?:leider )?nicht (?:mehr )?verfügbar',
    'seite nicht gefunden',
    'como (?:un )?modelo de lenguaje',
    'este contenido (?:ya )?no está disponible',
    'acceso denegado',
    'página no encontrada',
    'como um modelo de linguagem',
    'este conteúdo (?:já )?não está (?:mais )?disponível',
    'página não encontrada',
    'in quanto modello linguistico',
    'questo contenuto non è (?:più )?disponibile',
    'pagina non trovata',
    'как (?:языковая модель|ии)',
    'страница не найдена',
    'доступ запрещ[её]н',
    'материал (?:был )?удал[её]н',
    '(?:申し訳ありません(?:が)?、?)?(?:お探しの)?(?:この)?(?:ページ|記事|コンテンツ)(?:は|が)(?:見つかりません|存在しません|削除され)',
    'javascriptを有効に',
    '(?:요청하신 )?페이지를 찾을 수 없습니다',
    '(?:삭제된|존재하지 않는) 기사입니다',
    '作为(?:一个)?(?:ai|人工智能)?语言模型',
    '(?:抱歉，?)?(?:您访问的|该)?(?:页面|文章|内容)(?:不存在|已被?删除|无法访问)',
    '请启用\\s*javascript',
  ].join('|')})`,
  'iu',
);
