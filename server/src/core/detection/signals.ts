import { tellingWords } from '../evidence/tellingWords';
import type { Page } from '../model/page';
import type { Role } from '../model/role';
import { Kind, kindOf } from '../text/characters';

/** The beginning of a text, as recognition sees it. */
export interface Beginning {
  readonly pages: readonly Page[];
  /** Its non-blank lines. */
  readonly lines: readonly string[];
  /** Share of them that follow another one without a blank line between. */
  readonly packed: number;
}

/** Something that speaks for or against a text being a dump. */
export interface Signal {
  /** For people, after "because": `it has share buttons`. */
  readonly reason: string;
  /** Natural logarithm of odds where the signal is at its full strength; negative against. */
  readonly weight: number;
  /** Strength, 0 to 1. */
  measure(text: Beginning): number;
}

/** Lines of furniture surer than this count. */
const SURE = 0.6;

/** Signals for dumps come from what was recognized, signals against from forms of text that dumps never have. */
export const SIGNALS: readonly Signal[] = [
  {
    reason: 'its lines have the forms of a site that is known',
    weight: 7,
    measure: ({ pages }) => (pages.some(({ profile }) => profile !== null) ? 1 : 0),
  },
  {
    reason: 'it holds records of a web archive',
    weight: 7,
    measure: ({ lines }) => (lines.some((line) => line.startsWith('WARC/1.')) ? 1 : 0),
  },
  {
    reason: 'an article with a headline stands in it',
    weight: 1,
    measure: ({ pages }) => (pages.some(({ article }) => article?.headline) ? 1 : 0),
  },
  {
    reason: 'its text has a headline whose words come back in it',
    weight: 1.4,
    measure: ({ pages }) => (pages.some(hasTellingHeadline) ? 1 : 0),
  },
  {
    reason: 'its paragraphs are whole lines, as scrapers write them',
    weight: 0.8,
    measure: ({ lines }) => (lines.filter(isWholeParagraph).length >= 2 ? 1 : 0),
  },
  {
    reason: 'it begins with the day on which it was scraped',
    weight: 2.5,
    measure: sureLines('capture-date', 1),
  },
  { reason: 'it has a line with date or source', weight: 1.5, measure: sureLines('metadata', 1) },
  { reason: 'it names its author', weight: 0.8, measure: sureLines('byline', 1) },
  { reason: 'it has menus', weight: 1.5, measure: sureLines('navigation', 6) },
  { reason: 'it has share buttons', weight: 1.8, measure: sureLines('share', 2) },
  { reason: 'it has advertisements or subscription offers', weight: 1.2, measure: sureLines('promo', 2) },
  { reason: 'it has a copyright or cookie notice', weight: 0.8, measure: sureLines('legal', 1) },
  { reason: "it has readers' comments", weight: 1, measure: sureLines('comments', 2) },
  { reason: 'it lists other articles', weight: 2.2, measure: sureLines('related-title', 3) },
  { reason: 'it has a block of related articles', weight: 2.2, measure: sureLines('related-heading', 1) },
  { reason: 'it has picture captions', weight: 0.8, measure: sureLines('caption', 1) },
  {
    reason: 'it opens with the place of a news text',
    weight: 1.2,
    measure: ({ pages }) => (pages.some(({ article }) => article?.dateline) ? 1 : 0),
  },
  {
    reason: 'it opens with the agency of a news text',
    weight: 1.5,
    measure: ({ pages }) => (pages.some(({ article }) => article?.dateline?.value.agency) ? 1 : 0),
  },
  { reason: 'it looks like source code', weight: -8, measure: share(isCode, 0.3) },
  { reason: 'it is marked up as Markdown', weight: -6, measure: share(isMarkdown, 0.06) },
  { reason: 'it looks like a table', weight: -8, measure: tabular },
  { reason: 'it looks like a log', weight: -8, measure: share(isLogEntry, 0.5, 0.15) },
  { reason: 'it looks like a chat', weight: -6, measure: chat },
  { reason: 'it is told in dialogue', weight: -2.5, measure: share(isSpeech, 0.35, 0.1) },
  {
    reason: 'it is a letter',
    weight: -2.5,
    measure: ({ lines }) => (lines.slice(0, 8).some(isSalutation) ? 1 : 0),
  },
  { reason: 'it is a licence', weight: -3, measure: share(isLicence, 0.15) },
  { reason: 'it has the head of a mail', weight: -6, measure: mailHead },
  {
    reason: 'its lines are wrapped at one width',
    weight: -3.5,
    measure: ({ lines, packed }) => {
      const wrapped = lines.filter((line, index) => isWrapped(line, lines[index + 1])).length;
      return lines.length > 5 && packed > 0.5 ? Math.min(1, wrapped / lines.length / 0.6) : 0;
    },
  },
  { reason: 'it is made of points and fields', weight: -2, measure: share(isPoint, 0.45, 0.2) },
  { reason: 'its lines are indented', weight: -3, measure: share((line) => /^(\t| {2,})/.test(line), 0.3) },
];

function sureLines(role: Role, enough: number): Signal['measure'] {
  return ({ pages }) => {
    let found = 0;
    for (const { roles, confidence } of pages) {
      roles.forEach((each, line) => {
        if (each === role && (confidence[line] ?? 0) > SURE) found++;
      });
    }
    return Math.min(1, found / enough);
  };
}

/** Full strength where the share of lines that pass reaches `full`; none where it is not above `least`. */
function share(test: (line: string) => boolean, full: number, least = 0): Signal['measure'] {
  return ({ lines }) => (lines.length < 3 ? 0 : ramp(lines.filter(test).length / lines.length, least, full));
}

/** How far a value has come on the way from `least` to `full`, 0 to 1. */
function ramp(value: number, least: number, full: number): number {
  return Math.max(0, Math.min(1, (value - least) / (full - least)));
}

/** A headline of several words, one of which at least the text takes up. */
function hasTellingHeadline({ article, lines, roles }: Page): boolean {
  if (!article?.headline || article.wordCount < 20) return false;
  const { value } = article.headline;
  const words = tellingWords(value);
  if (words.length < 2 || value.length > 200 || /[.:;]$/.test(value)) return false;
  const body = lines.filter((_, line) => roles[line] === 'paragraph').slice(0, 60);
  const text = new Set(body.flatMap((line) => tellingWords(line)));
  return words.some((word) => text.has(word));
}

/** Longer than any line that was wrapped by hand; in East Asian scripts a letter says more. */
function isWholeParagraph(line: string): boolean {
  return line.length > 120 || (line.length > 40 && kindOf(line.charCodeAt(25)) >= Kind.Ideograph);
}

/** A line of the length that texts are wrapped at, with which the next one goes on. */
function isWrapped({ length }: string, next: string | undefined): boolean {
  return (
    length >= 45 && length <= 100 && next !== undefined && /^\s{0,20}[\p{Ll}\d("'“]/u.test(next.slice(0, 22))
  );
}

function isSpeech(line: string): boolean {
  return /^["“„«「‘'—–]\s?\p{L}/u.test(line.slice(0, 4));
}

/** `1. Apologies`, `- oatmeal`, `Present: R. Hale`. */
function isPoint(line: string): boolean {
  return /^(\d{1,2}[.)]|[-*•・]|TOP \d)\s?\S|^\p{L}[\p{L} -]{1,24}\s?[:：]\s\S/u.test(line.slice(0, 60));
}

function isSalutation(line: string): boolean {
  return /^(Dear|Hi|Hello|Liebe[rs]?|Sehr geehrte[rs]?|Cher|Chère|Estimad[oa]|Querid[oa]|Caro|Cara|Gentile|Уважаем\p{L}+|Дорог\p{L}+)\b.{0,60}[,!:]\s*$/u.test(
    line,
  );
}

function isLicence(line: string): boolean {
  return /\b(warrant(y|ies)|licen[sc]e[ds]?|redistribut\w+|permission notice|liable)\b/i.test(
    line.slice(0, 600),
  );
}

function isCode(line: string): boolean {
  const text = line.slice(0, 400).trim();
  return (
    /^(import |export |from \S+ import|def |class |function |const |let |var |return\b|#include|#!|\/\/|\/\*|\*\/|<\?|<!|<\/?[a-z][^>]*>|@\w+\b|package |public |private |if \(|for \(|while \(|\{|\}|"\w+":)/.test(
      text,
    ) || /[{};]$|=>|\)\s?\{$|^\w+\s?=\s?\S|\w\(\w*\);/.test(text)
  );
}

function isMarkdown(line: string): boolean {
  const text = line.slice(0, 400);
  return /^(#{1,6} |```|~~~|\s*[-*] \[|> |\|[-: |]+\|$)|\]\((https?:|\.|#|\/)/.test(text);
}

function isLogEntry(line: string): boolean {
  return /^(\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\w{3} +\d+ \d\d:\d\d:\d\d |\[[\d.]+\]|\d\d:\d\d:\d\d[ .,]|(DEBUG|INFO|WARN|ERROR|TRACE)\b|\d+\.\d+\.\d+\.\d+ - )/.test(
    line,
  );
}

/** Lines that begin with a time and a name, or with one of a few names that come again and again. */
function chat({ lines }: Beginning): number {
  if (lines.length < 4) return 0;
  const names = new Map<string, number>();
  let timed = 0;
  for (const line of lines) {
    if (CHAT_LINE.test(line)) timed++;
    const name = /^([A-Z][\w ]{1,20}): /.exec(line)?.[1];
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const spoken = [...names.values()].filter((count) => count >= 3).reduce((sum, count) => sum + count, 0);
  return ramp((timed + spoken) / lines.length, 0.2, 0.5);
}

const CHAT_LINE =
  /^(\[?(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? )?\d{1,2}:\d\d(:\d\d)?( ?[AP]M)?\]?,?( -)? [^:]{1,30}:|<[^>]{1,30}> |\[[^\]]{1,20}\] \[[^\]]{0,10}\d{1,2}:\d\d)/;

/** Fields of a mail's head as mail programs write them. */
const MAIL_FIELD =
  /^(From|To|Subject|Cc|Reply-To|Message-ID|Sent|Von|An|Betreff|Gesendet|De|Para|Asunto|Enviado|Assunto|À|Objet|Envoyé|Da|A|Oggetto|Inviato|От|Кому|Тема|Від|Від кого|Kimden|Kime|Konu|Dari|Kepada|Perihal|보낸 ?사람|받는 ?사람|제목|差出人|宛先|件名|发件人|收件人|主题|寄件者|收件者|主旨)\s?[:：]\s/iu;

function mailHead({ lines }: Beginning): number {
  const head = lines.slice(0, 12).filter((line) => MAIL_FIELD.test(line));
  return head.length >= 2 ? 1 : 0;
}

/** Whether nearly all lines have the same number of columns. */
function tabular({ lines }: Beginning): number {
  if (lines.length < 4) return 0;
  for (const mark of [',', ';', '\t']) {
    const columns = lines.map((line) => line.split(mark).length);
    const usual = columns[1] ?? 1;
    if (usual >= 3 && columns.filter((count) => count === usual).length / lines.length > 0.8) return 1;
  }
  return 0;
}
