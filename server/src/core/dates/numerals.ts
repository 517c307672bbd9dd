import { DIGITS } from './characters';
import type { NumberPart } from './scanned';
import { HAN_DIGITS } from './tokens';
import type { Edit } from './view';

/** A number replaced by another, whose ASCII digits are written as the number was: `٣٠` for `٣١`, `二十八` for `三十`. */
export function renumbered({ start, end, script }: NumberPart, digits: string): Edit {
  return { start, end, text: script === 'han' ? inHan(digits) : inDigits(digits, script) };
}

function inDigits(digits: string, script: NumberPart['script']): string {
  const zero = DIGITS.find(([, name]) => name === script)?.[0];
  if (zero === undefined) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
}

/** Days and months count tens (`二十八`), years are digits in a row (`二〇二五`). */
function inHan(digits: string): string {
  const value = Number(digits);
  if (digits.length > 2 || value < 10)
    return [...String(value)].map((digit) => HAN_DIGITS.charAt(Number(digit))).join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? HAN_DIGITS.charAt(tens) : ''}十${ones > 0 ? HAN_DIGITS.charAt(ones) : ''}`;
}
