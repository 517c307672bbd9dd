import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { isBinary } from '../core/text/binary';
import { Sign } from '../core/text/signs';
import { articleLines } from './articleLines';
import { characterAt, characterBefore } from './contentLines';
import { grouped } from './grouped';
import { misreadLines } from './misreadLines';
import type { Finding, Rule } from './rule';

export const invisibleCharacter: Rule = {
  code: 'invisible-character',
  title: 'Character that is not seen',
  rationale:
    'Soft hyphens, zero-width spaces, control characters and no-break spaces at the ends of lines come from web pages and are not seen in an editor. A word with one inside is not found by a search and is counted as two. ' +
    'Zero-width joiners stay where a script or an emoji needs them (Persian, Hindi, Sinhala ...), zero-width spaces where words are not parted otherwise (Thai, Khmer ...), direction marks beside right-to-left text, ' +
    'single no-break spaces inside a line, and the wide spaces that open paragraphs in Chinese and Japanese.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'The har\u00adbour li\u00adbrary op\u00adened on Sat\u200burday.',
        fixed: 'The harbour library opened on Saturday.',
      },
      {
        text: '\u00a0\u00a0The ferry sails at ten,\u00a0\u00a0the mayor said.\u00a0',
        fixed: 'The ferry sails at ten, the mayor said.',
      },
      { text: 'The choir\u0007 sang \ufffcfor an\ufeff hour.', fixed: 'The choir sang for an hour.' },
      { text: '\u200eThe prize went to Anna\u200c Holm.', fixed: 'The prize went to Anna Holm.' },
    ],
    right: [
      { text: 'Le port\u00a0: 5\u00a0000\u00a0habitants, «\u00a0oui\u00a0» – No.\u00a05' },
      { text: 'کتاب\u200cخانه\u200cهای شهر باز شد. क्\u200dष और श्री\u200cमान, 👩\u200d🔬 und ❤\ufe0f.' },
      { text: 'ห้อง\u200bสมุด\u200bเปิด และ បណ្ណាល័យ\u200bបើក' },
      { text: '\u3000\u3000图书馆于星期六开放，许多人前来参观。' },
    ],
  },
  check: (page) => grouped(check(page)),
};

/** Characters that may be unseen damage; which are, what stands around them tells. NEL and form feed part lines. */
const UNSEEN =
  /[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]|\u034f|\u00a0+/g;

/** Without these a line has none of them. */
const UNUSUAL = Sign.NonAscii | Sign.Binary;

const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
/** Scripts whose letters take other forms beside a joiner. */
const JOINED =
  /^[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Balinese}\p{sc=Javanese}\p{sc=Nko}\p{M}]$/u;
const EMOJI = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\ufe0f)$/u;
/** Scripts that do not part words by spaces and take zero-width spaces where a line may be broken. */
const UNSPACED = /^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{M}]$/u;

interface Unseen {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly newText: string;
}

function* check(page: Page): Generator<Finding> {
  for (const { line, text, signs } of articleLines(page)) {
    if (!(signs & UNUSUAL) || text.search(UNSEEN) < 0 || misreadLines(page).has(line) || isBinary(text))
      continue;
    const found = [...unseenIn(text)];
    if (found.length > 0) yield report(line, found);
  }
}

function* unseenIn(text: string): Generator<Unseen> {
  const isRightToLeft = RIGHT_TO_LEFT.test(text);
  let opening = 0;
  for (const { 0: match, index: start } of text.matchAll(UNSEEN)) {
    const end = start + match.length;
    // Byte order marks that open a line are of files that were joined to another: a matter of the whole file.
    if (match === '\ufeff' && start === opening) {
      opening = end;
      continue;
    }
    if (match.startsWith('\u00a0')) {
      const newText = noBreakSpaces(text, start, end);
      if (newText !== match) yield { start, end, name: l10n.t('no-break space'), newText };
    } else if (!isMeant(text, match, start, isRightToLeft)) {
      yield { start, end, name: nameOf(match), newText: '' };
    }
  }
}

/** What no-break spaces are to be: nothing at the line's ends, a space where they fill a gap. */
function noBreakSpaces(text: string, start: number, end: number): string {
  if (start === 0 || end === text.length) return '';
  return end - start > 1 ? ' ' : '\u00a0';
}

function isMeant(text: string, character: string, at: number, isRightToLeft: boolean): boolean {
  const before = characterBefore(text, at);
  const after = characterAt(text, at + 1);
  switch (character) {
    case '\u200b':
      return UNSPACED.test(before) || UNSPACED.test(after);
    case '\u200c':
    case '\u200d':
      return JOINED.test(before) || JOINED.test(after) || (EMOJI.test(before) && EMOJI.test(after));
    case '\u034f':
      return JOINED.test(before) || RIGHT_TO_LEFT.test(before);
    case '\u180e':
      return JOINED.test(before);
    default:
      // Beside others that are not ASCII, the controls C1 are bytes of a character that is damaged otherwise.
      if (/[\x80-\x9f]/.test(character)) return before >= '\x80' || after >= '\x80';
      return isRightToLeft && DIRECTION.test(character);
  }
}

const DIRECTION = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/;

function nameOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `${kindOf(character)} (U+${code})`;
}

function kindOf(character: string): string {
  switch (character) {
    case '\u00ad':
      return l10n.t('soft hyphen');
    case '\u200b':
      return l10n.t('zero-width space');
    case '\u200c':
      return l10n.t('zero-width non-joiner');
    case '\u200d':
      return l10n.t('zero-width joiner');
    case '\u2060':
      return l10n.t('word joiner');
    case '\ufeff':
      return l10n.t('byte order mark');
    case '\ufffc':
      return l10n.t('object replacement character');
    default:
      if (DIRECTION.test(character)) return l10n.t('direction mark');
      return character < '\xa0' ? l10n.t('control character') : l10n.t('format character');
  }
}

function report(line: number, found: readonly Unseen[]): Finding {
  const names = [...new Set(found.map(({ name }) => name))];
  const start = found[0]?.start ?? 0;
  const end = found.at(-1)?.end ?? start;
  return {
    code: invisibleCharacter.code,
    range: rangeInLine(line, start, end),
    message: l10n.t('Character that is not seen: {0}', inPlaces(names.join(', '), found.length)),
    fixes: [
      {
        title:
          names.length > 1
            ? l10n.t('Delete what is not seen')
            : l10n.t('Delete the {0}', inPlaces(names.join(', '), found.length)),
        edits: found.map((each) => ({
          range: rangeInLine(line, each.start, each.end),
          newText: each.newText,
        })),
        preferred: true,
      },
    ],
  };
}

function inPlaces(what: string, places: number): string {
  return places > 1 ? l10n.t('{0} in {1} places', what, places) : what;
}
