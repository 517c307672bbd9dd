import { Kind, kindOf } from '../text/characters';

/** Languages with a script of their own: first and last code of its letters. */
const SCRIPTS: readonly (readonly [tag: string, first: number, last: number])[] = [
  ['el', 0x370, 0x3ff],
  ['hy', 0x530, 0x58f],
  ['he', 0x590, 0x5ff],
  ['bn', 0x980, 0x9ff],
  ['pa', 0xa00, 0xa7f],
  ['gu', 0xa80, 0xaff],
  ['or', 0xb00, 0xb7f],
  ['ta', 0xb80, 0xbff],
  ['te', 0xc00, 0xc7f],
  ['kn', 0xc80, 0xcff],
  ['ml', 0xd00, 0xd7f],
  ['si', 0xd80, 0xdff],
  ['th', 0xe00, 0xe7f],
  ['lo', 0xe80, 0xeff],
  ['my', 0x1000, 0x109f],
  ['ka', 0x10a0, 0x10ff],
  ['am', 0x1200, 0x137f],
  ['km', 0x1780, 0x17ff],
];
const [FIRST, LAST] = [0x370, 0x17ff];

/** The language of a text whose script only one language has; null for other texts. */
export function byScript(sample: string): string | null {
  let letters = 0;
  let hangul = 0;
  let kana = 0;
  let han = 0;
  const own = new Array<number>(SCRIPTS.length).fill(0);
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === Kind.Space || kind === Kind.Mark || kind === Kind.Digit) continue;
    letters++;
    if (kind === Kind.Hangul) hangul++;
    else if (unit >= 0x3041 && unit <= 0x30ff) kana++;
    else if (kind === Kind.Ideograph) han++;
    else if (unit >= FIRST && unit <= LAST) {
      const script = SCRIPTS.findIndex(([, first, last]) => unit >= first && unit <= last);
      if (script >= 0) own[script] = (own[script] ?? 0) + 1;
    }
  }
  if (letters === 0) return null;
  // One ideograph stands for a word of several letters, hence the low bar for East Asian scripts.
  if (hangul / letters > 0.3) return 'ko';
  if (kana > 0 && (kana + han) / letters > 0.3 && kana / (kana + han) > 0.1) return 'ja';
  if (han / letters > 0.3) return 'zh';
  return SCRIPTS.find((_, script) => (own[script] ?? 0) / letters > 0.5)?.[0] ?? null;
}
