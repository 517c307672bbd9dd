import type { Dateline, Field } from './model/page';
import { rangeInLine } from './model/range';
import { Kind, kindOf } from './text/characters';

/** How far into a paragraph a dateline can reach, in UTF-16 units. */
const LONGEST = 90;

/** What stands between dateline and text. */
const dashes = ['--', '—', '–', '::', ':', '-', '=', '.'] as const;

const brackets: Readonly<Record<string, string>> = { '(': ')', '（': '）', '【': '】', '[': ']', '/': '/' };

/**
 * The place and agency that open a paragraph, in the forms `Pyongyang, April 15 (KCNA) -- `, `SEOUL--`,
 * `(평양 1월 6일발 조선중앙통신)`, `【平壌1月16日発朝鮮中央通信】`, `(VOVWORLD) - `, `Pyongyang, May 22. /KCNA/`. Null where the
 * paragraph opens otherwise.
 * @param line the paragraph's line number, for the range
 */
export function readDateline(text: string, line: number): Field<Dateline> | null {
  let start = 0;
  while (start < text.length && kindOf(text.charCodeAt(start)) === Kind.Space) start++;
  const close = brackets[text.charAt(start)];
  const parsed = close
    ? bracketed(text, start, close)
    : (agencyFirst(text, start) ?? placeFirst(text, start));
  if (!parsed) return null;
  const { end, place, agency } = parsed;
  return {
    value: { text: text.slice(start, end), place, agency },
    range: rangeInLine(line, start, end),
  };
}

interface Parsed {
  readonly end: number;
  readonly place: string | null;
  readonly agency: string | null;
}

/** `(평양 1월 6일발 조선중앙통신)`, `【ソウル共同】`, `(서울=연합뉴스)`, `(VOVWORLD) - `. */
function bracketed(text: string, start: number, close: string): Parsed | null {
  const end = text.indexOf(close, start + 1);
  if (end < 0 || end - start > LONGEST) return null;
  const inside = text.slice(start + 1, end).trim();
  const east = splitEastAsian(inside);
  if (east) return { end: end + 1, ...east };
  const after = dashAfter(text, end + 1);
  if (after === null || !isAgency(inside)) return null;
  return { end: after, place: null, agency: inside };
}

/** Place, then day and agency: `평양 1월 6일발 조선중앙통신`, `平壌1月16日発朝鮮中央通信`, `서울=연합뉴스`, `北京共同`. */
function splitEastAsian(inside: string): { place: string | null; agency: string | null } | null {
  const equals = inside.indexOf('=');
  if (equals > 0) {
    return { place: inside.slice(0, equals).trim(), agency: inside.slice(equals + 1).trim() || null };
  }
  const sent = Math.max(inside.lastIndexOf('발'), inside.lastIndexOf('発'), inside.lastIndexOf('发'));
  let digit = 0;
  while (digit < inside.length && kindOf(inside.charCodeAt(digit)) !== Kind.Digit) digit++;
  if (sent > 0 && digit < sent) {
    return { place: inside.slice(0, digit).trim() || null, agency: inside.slice(sent + 1).trim() || null };
  }
  const agency = ['共同', '時事', '新华社', '新華社', '中新网', '中央社'].find((name) =>
    inside.endsWith(name),
  );
  if (agency && inside.length > agency.length && inside.length < 12) {
    return { place: inside.slice(0, -agency.length), agency };
  }
  return null;
}

const CHINESE_AGENCIES =
  '朝中社|新华社|新華社|中新网|中新社|中央社|塔斯社|法新社|路透社|共同社|韩联社|美联社';
const CHINESE_DATELINE = new RegExp(
  `^(${CHINESE_AGENCIES})([^\\d\\s，。]{0,8})(?:\\d{1,2}月)?\\d{1,2}日[电電]`,
);

/** `朝中社平壤5月30日电`, `中新网3月10日电`. */
function agencyFirst(text: string, start: number): Parsed | null {
  const found = CHINESE_DATELINE.exec(text.slice(start, start + LONGEST));
  if (!found) return null;
  return { end: start + found[0].length, place: found[2] || null, agency: found[1] ?? null };
}

/** `Pyongyang, April 15 (KCNA) -- `, `PAJU, South Korea, Oct. 28 (Yonhap) -- `, `SEOUL--`, `Pyongyang, May 22. /KCNA/`. */
function placeFirst(text: string, start: number): Parsed | null {
  const head = text.slice(start, start + LONGEST);
  // A lost first letter (`ongyang, April 15 (KCNA) --`) leaves the rest as it is.
  const kind = kindOf(head.charCodeAt(0));
  if (kind !== Kind.Upper && kind !== Kind.Lower) return null;
  const open = firstOf(head, ['(', '/', '（']);
  if (open > 0) {
    const close = head.indexOf(brackets[head.charAt(open)] ?? ')', open + 1);
    const agency = close > 0 ? head.slice(open + 1, close).trim() : '';
    if (close > 0 && isAgency(agency)) {
      const place = placeOf(head.slice(0, open));
      const slashed = head.charAt(open) === '/';
      const end = dashAfter(text, start + close + 1) ?? (slashed ? start + close + 1 : null);
      if (place && end !== null) return { end, place, agency };
    }
  }
  return capitalPlace(text, start, head);
}

/** `SEOUL--`, `ISLAMABAD: `, `SEÚL.- `: a place in capitals and a dash. */
function capitalPlace(text: string, start: number, head: string): Parsed | null {
  let end = 0;
  let letters = 0;
  for (; end < head.length; end++) {
    const kind = kindOf(head.charCodeAt(end));
    if (kind === Kind.Upper) letters++;
    else if (kind !== Kind.Space && head.charAt(end) !== ',') break;
  }
  if (letters < 4) return null;
  const mark = head.slice(end).trimStart();
  if (
    !(
      mark.startsWith('--') ||
      mark.startsWith('—') ||
      mark.startsWith('–') ||
      mark.startsWith(':') ||
      mark.startsWith('.-') ||
      mark.startsWith('- ')
    )
  ) {
    return null;
  }
  const after = dashAfter(text, start + end);
  return after === null ? null : { end: after, place: head.slice(0, end).trim(), agency: null };
}

/** The place of `Pyongyang, April 15`: what stands before the date, or null where that is no place. */
function placeOf(head: string): string | null {
  const parts = head.split(',').map((part) => part.trim());
  const place = parts.filter((part) => part !== '' && !/\d/.test(part)).join(', ');
  if (place === '' || place.split(' ').length > 5) return null;
  return place.replace(/[.\s]{1,9}$/, '') || null;
}

/** An agency's name or sign: a capital first letter and no sentence. */
function isAgency(text: string): boolean {
  if (text.length < 2 || text.length > 40) return false;
  const kind = kindOf(text.charCodeAt(0));
  return (
    (kind === Kind.Upper || kind === Kind.Ideograph || kind === Kind.Hangul || text === 'tass') &&
    !/[.!?]\s/.test(text)
  );
}

/** Where the text begins after a dash at `at`; null where none stands there. */
function dashAfter(text: string, at: number): number | null {
  let end = at;
  while (kindOf(text.charCodeAt(end)) === Kind.Space) end++;
  const from = end;
  for (let more = true; more; ) {
    const dash = dashes.find((mark) => text.startsWith(mark, end));
    more = dash !== undefined;
    end += dash?.length ?? 0;
  }
  return end === from ? null : end;
}

function firstOf(text: string, marks: readonly string[]): number {
  const places = marks.map((mark) => text.indexOf(mark)).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
