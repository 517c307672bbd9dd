import { windows1252Of } from '../windows1252';
import type { Repair } from './utf8Damage';

/**
 * Control characters that are marks of windows-1252, which was read as Latin-1: U+0092 for an apostrophe. HTML reads such
 * character references in the same way. Those behind a letter that begins a UTF-8 sequence are left: other bytes of that are lost.
 */
export function misreadControls(line: string): readonly Repair[] {
  if (ANOTHER_ENCODING.test(line)) return [];
  const repairs: Repair[] = [];
  for (const { 0: control, index } of line.matchAll(/(?<![\xc2-\xf4\x80-\x9f])[\x80-\x9f](?![\x80-\x9f])/g)) {
    const text = windows1252Of(control.charCodeAt(0));
    if (text !== control) repairs.push({ start: index, end: index + 1, text });
  }
  return repairs;
}

/** Bytes in a row with a control among them: the line is in an encoding of two bytes a letter. */
const ANOTHER_ENCODING = /[\x80-\x9f][\xa0-\xff][\x80-\xff]{2}|[\xa0-\xff]{2}[\x80-\x9f][\xa0-\xff]/;
