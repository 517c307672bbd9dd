import { classOf, DIGIT, LETTER } from './characters';

import type { DateForm } from './scanned';

/** A time of day in a line. Columns are UTF-16 units. */
export interface Clock {
  readonly start: number;
  readonly end: number;
  /** `HH:MM` or `HH:MM:SS`, on the 24-hour clock, with the zone as written; null where it is no time. */
  readonly value: string | null;
  /** What is wrong, and the whole clock as it should be, where that is clear. */
  readonly fault: { readonly part: string; readonly right: string | null } | null;
}

/** A value such as `10:15:00+09:00` as the time of day and the zone as written, `''` where there is none. */
export function clockAndZone(value: string): { readonly clock: string; readonly zone: string } {
  const [clock = ''] = /^[\d:]*/.exec(value) ?? [];
  return { clock, zone: value.slice(clock.length).trim() };
}

/** Words and signs that may stand between a date and its time. */
const BEFORE =
  /^(?:[T ]|(?:,? |, ?)(?:at|um|à|a las|às|alle|ore|alle ore|om|kl\.?|klo|в|о|об|pukul|jam|saat|lúc|godz\.?|o godz\.?|o|الساعة|बजे) ?|,? ?(?:-|–|—|\||·|•|@) ?|, ?| {1,3}|\(|　)?(?=\d)/u;
const CLOCK = /^(\d{1,3})[:：](\d{1,3})(?:[:：](\d{1,3})([.,]\d{1,9})?)?/;
const LOOSE_CLOCK = /^(\d{1,2})(?:[hH](\d{2})?|\.(\d{2}))(?![\d.,])/;
const HOUR_WORD = /^ (?:Uhr|uur|hrs|horas|heures|час)(?![\p{L}\d])/u;
const HALF = /^ ?(?:([ap])\.?m\b\.?)/i;
const ZONE =
  /^(?:(Z{1,2})(?![A-Za-z])| ?(?:UTC|GMT)? ?([+\-−])(\d{2}):?(\d{2})?(?!\d)| ?\(?(?:UTC|GMT) ?[+\-−]\d(?!\d)\)?| ?\(?((?:[ECMPK]?[SDE]?S?T|UTC|GMT|KST|JST|CET|CEST|BST|IST|MSK|EDT|HKT|SGT|WIB|AEST|AEDT|NZT|AKST|AKDT|HST)(?![A-Za-z]))\)?)/;
const CJK_CLOCK =
  /^[ ,　(（]{0,2}(午前|午後|上午|下午|晚上|凌晨|오전|오후)? ?(\d{1,2}) ?(?:時|时|点|點|시|:|：) ?(?:(\d{1,2}) ?(?:分|분)?)?(?: ?(?:[:：])?(\d{1,2}) ?(?:秒|초)?)?/;
const LENGTH = 48;
/** What stands between a date and its time is no longer. */
const LONGEST_BEFORE = 16;

/**
 * The time that follows a date which ends at `from`.
 * @param form of the date: after bare numbers anything with a colon is meant as a time, and after 日 no space is needed
 */
export function clockAfter(line: string, from: number, form: DateForm): Clock | null {
  if (!isDigitWithin(line, from, LONGEST_BEFORE)) return null;
  const rest = line.slice(from, from + LENGTH);
  return isoClock(rest, from) ?? plainClock(rest, from, form) ?? cjkClock(rest, from);
}

function isDigitWithin(line: string, from: number, length: number): boolean {
  const to = Math.min(line.length, from + length);
  for (let at = from; at < to; at++) if (classOf(line.charCodeAt(at)) === DIGIT) return true;
  return false;
}

/** The time before a date that starts at `to`: `06:11 24/02/2019`. Only sound ones count. */
export function clockBefore(line: string, to: number): Clock | null {
  let at = to;
  while (at > 0 && to - at < 3 && ' ,|-–'.includes(line.charAt(at - 1))) at--;
  if (at === to || classOf(line.charCodeAt(at - 1)) !== DIGIT) return null;
  let start = at;
  while (
    start > 0 &&
    at - start < 8 &&
    (classOf(line.charCodeAt(start - 1)) === DIGIT || line.charAt(start - 1) === ':')
  )
    start--;
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(line.slice(start, at));
  if (!match || (start > 0 && classOf(line.charCodeAt(start - 1)) >= DIGIT)) return null;
  const [, hour = '', minute = '', second] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return { start, end: at, value: written(hour, minute, second), fault: null };
}

/** `T10:15:00.5+09:00`, `T101500Z`: after an ISO date, without a space. */
function isoClock(rest: string, from: number): Clock | null {
  const letters = /^T{1,2}(?=\d)/i.exec(rest)?.[0];
  if (letters === undefined) return null;
  const body = rest.slice(letters.length);
  const basic = /^(\d{2})(\d{2})(\d{2})?([.,]\d{1,9})?(?!\d)(?!:)/.exec(body);
  const match = basic ?? CLOCK.exec(body);
  if (!match) return null;
  const [clock, hour = '', minute = '', second, fraction] = match;
  const zone = ZONE.exec(body.slice(clock.length));
  const zoneText = zone?.[0] ?? '';
  const end = from + letters.length + clock.length + zoneText.length;
  const part =
    letters.length > 1
      ? letters
      : badClock(hour, minute, second, true)
        ? clock
        : badZone(zone)
          ? zoneText
          : null;
  if (part === null) {
    return { start: from, end, value: written(hour, minute, second) + zoneText, fault: null };
  }
  const mended = basic
    ? clock
    : [hour, minute, ...(second === undefined ? [] : [second])]
        .map((each) => each.padStart(2, '0'))
        .join(':') + (fraction ?? '');
  const sound = !badClock(...clockParts(hour, minute, second)) && !badOffset(zone);
  const right = sound ? letters.charAt(0) + mended + (zone?.[1] ? zone[1].charAt(0) : zoneText) : null;
  return { start: from, end, value: null, fault: { part, right } };
}

function clockParts(
  hour: string,
  minute: string,
  second: string | undefined,
): [string, string, string | undefined, boolean] {
  return [hour.padStart(2, '0'), minute.padStart(2, '0'), second?.padStart(2, '0'), true];
}

function plainClock(rest: string, from: number, form: DateForm): Clock | null {
  const strict = form === 'numeric';
  const before = BEFORE.exec(rest);
  if (!before) return null;
  const body = rest.slice(before[0].length);
  const match = CLOCK.exec(body);
  if (!match) return looseClock(before[0], body, from);
  const [clock, hour = '', minute = '', second] = match;
  if ((before[0] === '' && form !== 'marked') || hour.length > 2) return null;
  const after = body.slice(clock.length);
  // `05:49 Min.` is a length, `2:1` a score, `40:31` a verse.
  if (/^ ?(?:min|std|mins|minutes|Min)\b/.test(after) || /^[\d:]/.test(after)) return null;
  const half = HALF.exec(after);
  const zone = ZONE.exec(after.slice(half?.[0].length ?? 0));
  const zoneText = zone?.[0] ?? '';
  const hours = half || zone ? '' : (HOUR_WORD.exec(after)?.[0] ?? '');
  const end =
    from + before[0].length + clock.length + (half?.[0].length ?? 0) + zoneText.length + hours.length;
  const afternoon = half?.[1]?.toLowerCase() === 'p';
  const head = rest.slice(0, before[0].length);
  if (half && Number(hour) > 12 && Number(hour) < 24 && !badClock(hour, minute, second, false)) {
    const fault = { part: clock + half[0], right: afternoon ? head + clock + zoneText : null };
    return { start: from, end, value: null, fault };
  }
  if (badClock(hour, minute, second, false)) {
    if (!strict && (minute.length !== 2 || Number(hour) > 29)) return null;
    if (Number(hour) > 29 && minute.length !== 2) return null;
    const [h, m, s] = clockParts(hour, minute, second);
    const right = badClock(h, m, s, true)
      ? null
      : head + [h, m, ...(s === undefined ? [] : [s])].join(':') + (half?.[0] ?? '') + zoneText;
    return { start: from, end, value: null, fault: { part: clock, right } };
  }
  if (badZone(zone)) return { start: from, end, value: null, fault: { part: zoneText.trim(), right: null } };
  const hour24 = half ? String((Number(hour) % 12) + (afternoon ? 12 : 0)) : hour;
  return { start: from, end, value: written(hour24, minute, second) + zoneText.trim(), fault: null };
}

/** `14h45`, `17h`, `12.32` after a word or bar that announces a time. */
function looseClock(before: string, body: string, from: number): Clock | null {
  const match = LOOSE_CLOCK.exec(body);
  if (!match || classOf(body.charCodeAt(match[0].length)) === LETTER) return null;
  const dotted = match[3] !== undefined;
  const isHalved = HALF.test(body.slice(match[0].length));
  if (before === '' || (dotted && !isHalved && !/[|@]|\p{L}/u.test(before))) return null;
  const hour = match[1] ?? '';
  const minute = match[2] ?? match[3] ?? '00';
  const after = body.slice(match[0].length);
  const half = HALF.exec(after)?.[0] ?? '';
  const end = from + before.length + match[0].length + half.length;
  if (badClock(hour, minute, undefined, false))
    return dotted ? null : { start: from, end, value: null, fault: { part: match[0], right: null } };
  return { start: from, end, value: written(hour, minute, undefined), fault: null };
}

const LATEST_HOUR = 29;

function cjkClock(rest: string, from: number): Clock | null {
  const match = CJK_CLOCK.exec(rest);
  if (!match) return null;
  const [clock, half, hour = '', minute = '00', second] = match;
  // Without a mark of its own it is a plain clock, and one that runs into the date.
  if (half === undefined && !/[時时点點시]/.test(clock)) return null;
  const end = from + clock.trimEnd().length;
  const part = clock.trim();
  const isDoubled = half !== undefined && Number(hour) > 12;
  // Japanese broadcasters count the hours of a night on: 25時 is one o'clock.
  const isLateNight = Number(hour) <= LATEST_HOUR && clock.includes('時');
  if (
    isDoubled ||
    badClock(isLateNight ? '0' : hour, minute.padStart(2, '0'), second?.padStart(2, '0'), false)
  )
    return { start: from, end, value: null, fault: { part, right: null } };
  const late = half !== undefined && '午後下午晚上오후'.includes(half);
  const hour24 = half === undefined ? hour : String((Number(hour) % 12) + (late ? 12 : 0));
  return {
    start: from,
    end,
    value: written(hour24, minute, second),
    fault: null,
  };
}

/** Whether this is no time of day; `exact` asks for two digits of each, as ISO 8601 does. */
function badClock(hour: string, minute: string, second: string | undefined, exact: boolean): boolean {
  if (minute.length !== 2 || (second !== undefined && second.length !== 2) || (exact && hour.length !== 2))
    return true;
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (h === 24) return m !== 0 || s !== 0;
  // A leap second is the last of its hour.
  return h > 23 || m > 59 || s > 60 || (s === 60 && m !== 59);
}

function badZone(zone: RegExpExecArray | null): boolean {
  return zone !== null && (zone[1] === 'ZZ' || badOffset(zone));
}

/** Offsets go from -12:00 to +14:00. */
function badOffset(zone: RegExpExecArray | null): boolean {
  if (!zone?.[3]) return false;
  return Number(zone[3]) > 14 || Number(zone[4] ?? 0) > 59;
}

function written(hour: string, minute: string, second: string | undefined): string {
  const parts = second === undefined ? [hour, minute] : [hour, minute, second];
  return parts.map((part) => part.padStart(2, '0')).join(':');
}
