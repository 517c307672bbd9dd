import { type CodePageLabel, codePage } from '../codePages';
import { latinByteOf } from '../windows1252';

/** How text of one language is told from other text that the same bytes could be read as. */
interface Reading {
  readonly label: CodePageLabel;
  /** What the encoding is called in messages. */
  readonly name: string;
  /** Letters of the language's own script. */
  readonly letter: RegExp;
  /** Its most frequent letters ... */
  readonly frequent: string;
  /** ... and how much of running text they are: the mean in news texts. */
  readonly share: number;
}

const KOREAN = '이다의을대에사인가정하로시서를스는한고자장지도기리어나은들과여년원부국수일주전';
const JAPANESE = 'のにはをたがでとしるいてれなかっもらこさりくまーンスルイトアラ';
const SIMPLIFIED =
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切存';
const TRADITIONAL =
  '的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師書比住員九笑性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及今京務制解各任至清物台';

/** Encodings that pages are still written in, of scripts whose words are then runs of Latin letters with marks. */
const READINGS: readonly Reading[] = [
  { label: 'euc-kr', name: 'EUC-KR', letter: /[\uac00-\ud7a3]/, frequent: KOREAN, share: 0.45 },
  {
    label: 'shift_jis',
    name: 'Shift-JIS',
    letter: /[\u3041-\u30ff\u4e00-\u9fff]/,
    frequent: JAPANESE,
    share: 0.42,
  },
  {
    label: 'euc-jp',
    name: 'EUC-JP',
    letter: /[\u3041-\u30ff\u4e00-\u9fff]/,
    frequent: JAPANESE,
    share: 0.42,
  },
  { label: 'gbk', name: 'GBK', letter: /[\u4e00-\u9fff]/, frequent: SIMPLIFIED, share: 0.7 },
  { label: 'big5', name: 'Big5', letter: /[\u4e00-\u9fff]/, frequent: TRADITIONAL, share: 0.6 },
  {
    label: 'windows-1251',
    name: 'windows-1251',
    letter: /[\u0400-\u045f\u0490\u0491]/,
    frequent: 'оаеинтсрвл',
    share: 0.68,
  },
  { label: 'koi8-r', name: 'KOI8-R', letter: /[\u0400-\u045f]/, frequent: 'оаеинтсрвл', share: 0.68 },
  {
    label: 'windows-1253',
    name: 'windows-1253',
    letter: /[\u0386-\u03ce]/,
    frequent: 'αοιετσνηυρ',
    share: 0.68,
  },
  {
    label: 'windows-1255',
    name: 'windows-1255',
    letter: /[\u05d0-\u05ea]/,
    frequent: 'יוהלארתבשמ',
    share: 0.72,
  },
  {
    label: 'windows-1256',
    name: 'windows-1256',
    letter: /[\u0621-\u06d2]/,
    frequent: 'اليمنوترةبد',
    share: 0.72,
  },
  {
    label: 'windows-874',
    name: 'windows-874',
    letter: /[\u0e01-\u0e4e]/,
    frequent: 'านรอกเงยลมว่้',
    share: 0.6,
  },
];

/** A line that was read in the wrong encoding: what changes in it. */
export interface ReencodedLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines that were read as windows-1252 or Latin-1 while they are in another encoding. */
export interface WrongCodePage {
  /** What the encoding is called in messages. */
  readonly name: string;
  readonly lines: readonly ReencodedLine[];
  /** Damaged lines of which bytes were lost, so that they cannot be read again. */
  readonly lost: readonly number[];
}

/** Bytes that stand beside no letter of ASCII, at least: fewer do not tell an encoding. */
const FEWEST_BYTES = 32;
/** Share of the frequent letters, against the mean of the language, from which a text is taken for that language. */
const ENOUGH = 0.7;
/** By how much the best reading must be better than the second. */
const CLEARLY = 1.15;
/** Share of the damaged lines that must be readable. */
const READABLE = 0.8;

/** Finds out whether lines were read in the wrong encoding, and which would be right; null where they were not. */
export function wrongCodePage(lines: readonly string[]): WrongCodePage | null {
  const suspects = lines.flatMap((text, line) => {
    const runs = text.match(RUNS)?.join('').length ?? 0;
    return runs === 0 || isUtf8(text) ? [] : [{ line, text, runs }];
  });
  const pool = suspects.filter(({ runs }) => runs >= 4);
  if (pool.reduce((sum, { runs }) => sum + runs, 0) < FEWEST_BYTES) return null;
  const sample = pool.slice(0, SAMPLE_LINES).map(({ text }) => bytesOf(text.slice(0, SAMPLE_LENGTH)));
  const ranked = READINGS.map((reading) => ({ reading, score: scoreOf(reading, sample) })).sort(
    (a, b) => b.score - a.score,
  );
  const [best, second] = ranked;
  if (!best || best.score < ENOUGH || best.score < CLEARLY * (second?.score ?? 0)) return null;
  const read = suspects.map(({ line, text }) => ({ line, repair: reencode(line, text, best.reading) }));
  const told = new Set(suspects.map(({ line }) => line));
  const others = lines.flatMap((text, line) => {
    const repair =
      told.has(line) || !PAIR.test(text) || isUtf8(text) ? null : reencode(line, text, best.reading);
    return repair && isPlainText(repair.text, best.reading) ? repair : [];
  });
  return {
    name: best.reading.name,
    lines: [...read.flatMap(({ repair }) => repair ?? []), ...others].sort((a, b) => a.line - b.line),
    lost: read.flatMap(({ line, repair }) => (repair ? [] : line)),
  };
}

/** Lines and characters of them that tell an encoding; more would not change the answer. */
const SAMPLE_LINES = 200;
const SAMPLE_LENGTH = 2000;

/** Characters of bytes from 0x80, several in a row as no word of a Latin script has them. */
const RUNS = /[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{3,}/g;

/** Two such characters, or one before an ASCII character that may be the second byte of a letter. */
const PAIR =
  /[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u2122][\x40-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/;

/** Whether what is read anew is letters of the language, which stand beside no letter of ASCII: dates, names, short titles. */
function isPlainText(text: string, { letter }: Reading): boolean {
  const others = [...text].filter(
    (each) => each >= '\x80' && !letter.test(each) && !/[\u3000-\u303f\uff01-\uff5e]/.test(each),
  );
  return letter.test(text) && others.length === 0 && !/[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]/.test(text);
}

/** Whether a line is UTF-8: valid by chance, hardly any other encoding is. */
function isUtf8(text: string): boolean {
  const bytes = bytesOf(text);
  return bytes !== null && codePage('utf-8')?.decode(bytes) !== null;
}

/** How much like news of its language the text is that a reading gives: 1 is the mean, 0 another script or no text. */
function scoreOf(
  { label, letter, frequent, share }: Reading,
  sample: readonly (Uint8Array | null)[],
): number {
  const page = codePage(label);
  if (page === null) return 0;
  const common = new Set(frequent);
  let readable = 0;
  let letters = 0;
  let commons = 0;
  let others = 0;
  for (const bytes of sample) {
    const text = bytes && page.decode(bytes);
    if (text === null) continue;
    readable++;
    let before = '';
    for (const character of text) {
      if (character < '\x80') {
        before = character;
        continue;
      }
      if (letter.test(character)) letters++;
      else others++;
      // Capitals are frequent letters too, where words begin; inside words they tell that the encoding is another.
      const isInside = letter.test(before);
      if (common.has(isInside ? character : character.toLowerCase())) commons++;
      before = character;
    }
  }
  if (letters === 0 || readable < READABLE * sample.length || others > 0.3 * letters) return 0;
  return commons / letters / share;
}

/** A line in another encoding; null where it cannot be, or would not come back from it as it was. */
function reencode(line: number, text: string, { label }: Reading): ReencodedLine | null {
  const page = codePage(label);
  const bytes = bytesOf(text);
  const read = bytes && page?.decode(bytes);
  if (!page || bytes === null || read === null || read === undefined || !comesBack(read, bytes, page))
    return null;
  let start = 0;
  while (start < text.length && text[start] === read[start]) start++;
  let same = 0;
  while (same < read.length - start && text.at(-1 - same) === read.at(-1 - same)) same++;
  return { line, start, end: text.length - same, text: read.slice(start, read.length - same) };
}

function comesBack(text: string, bytes: Uint8Array, page: { bytesOf(unit: number): number | null }): boolean {
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const code = page.bytesOf(text.charCodeAt(index));
    if (code === null) return false;
    if (code > 0xff && bytes[at++] !== code >> 8) return false;
    if (bytes[at++] !== (code & 0xff)) return false;
  }
  return at === bytes.length;
}

/** The bytes of a text that was read as windows-1252 or Latin-1; null where it was not. */
function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = latinByteOf(text.charCodeAt(at));
    if (byte === null) return null;
    bytes[at] = byte;
  }
  return bytes;
}
