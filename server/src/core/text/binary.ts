import { Sign, signsOf } from './signs';

/** Control characters that no text has: neither to part lines and words, nor when it was read in a wrong encoding. */
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f]/g;
const FEWEST = 6;
/** Share of a line's characters. */
const SHARE = 0.1;
/** Characters of a line that are looked at; more would not change the answer. */
const SAMPLE = 4000;

/** Whether a line is of a file that is no text: a PDF, a Word document, a picture. */
export function isBinary(line: string): boolean {
  if (!(signsOf(line) & Sign.Binary)) return false;
  if (/^\s*(?:%PDF-1\.|PK\x03\x04)/.test(line)) return true;
  const sample = line.slice(0, SAMPLE);
  const controls = sample.match(CONTROLS)?.length ?? 0;
  return controls >= FEWEST && controls >= SHARE * sample.length;
}
