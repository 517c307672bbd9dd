import { perLine } from '../text/perLine';
import type { EvidenceSource, PageLine } from './evidence';
import { looksLikeName } from './names';

/** More of a line, counted from its end, is not looked at for a credit. */
const REACH = 80;
/** Longer lines are no captions. */
const LONGEST = 400;

/** `Ole Brandt/Harbour Press`, `Imago / A. Sand`: a name and who sells the picture. */
const AGENCY = /\p{L}\s?[/／|]\s?\p{L}[\p{L}\p{M}\d .&’'-]{1,30}[.)\]）]?$/u;
/** `(Foto: Uwe Sand)`, `(Jane Roe)`, `［写真］`: the last words stand in brackets. */
const BRACKETS = /[([（［【][^()[\]（）［］【】]{2,50}[)\]）］】]\.?$/u;
const SIGN = /[©ⓒ]|\([cC]\)\s/u;
const YEAR = /(?:19|20)\d\d/;
/** `写真＝`, `＝2025年5月18日、みなと市`, `사진=`: an equals sign parts a caption from its credit. */
const EQUALS = /\p{L}\s?[=＝]\s?[\p{L}\d]/u;

/** Pictures' captions, known by how they name who took the picture. */
export const credits: EvidenceSource = {
  cues: {
    'credit.agency': 'it ends in a name and an agency, as picture credits do',
    'credit.name': 'a name stands after its last sentence',
    'credit.brackets': 'it ends in brackets',
    'credit.sign': 'it has the sign of a copyright without a year',
    'credit.equals': 'an equals sign parts it, as captions and their credits are',
    'credit.follows': 'the next line says who took a picture',
  },
  observe(page, emit) {
    page.lines.forEach(({ text }, index) => {
      for (const cue of creditCues(text)) emit(index, cue);
      if (text.length <= LONGEST && isBareCredit(page.lines[index + 1])) emit(index, 'credit.follows');
    });
  },
};

/** A line that is nothing but a credit has no more words. */
const CREDIT_WORDS = 8;
/** What agencies and signs tell without the words of a credit. */
const PLAIN: ReadonlySet<string> = new Set(['credit.agency', 'credit.sign']);

/** Whether a line only says who took a picture: the caption is the line before. */
function isBareCredit(line: PageLine | undefined): boolean {
  if (!line || line.measures.words > CREDIT_WORDS || line.measures.end === 'sentence') return false;
  return line.categories.has('caption') || creditCues(line.text).some((cue) => PLAIN.has(cue));
}

const NONE: readonly string[] = [];

const creditCues = perLine((text): readonly string[] => {
  if (text.length > LONGEST) return NONE;
  const end = text.slice(-REACH);
  const cues = [
    ...(AGENCY.test(end) ? ['credit.agency'] : []),
    ...(endsInName(end) ? ['credit.name'] : []),
    ...(BRACKETS.test(end) ? ['credit.brackets'] : []),
    ...(SIGN.test(text) && !YEAR.test(text) ? ['credit.sign'] : []),
    ...(EQUALS.test(end) ? ['credit.equals'] : []),
  ];
  return cues.length > 0 ? cues : NONE;
});

const SENTENCE_MARKS = '.。！!?？”」』';

/** `... on the western cliffs. Ole Brandt`, `... 책을 읽고 있다. 김민수 기자`: whether a name stands after the last sentence. */
function endsInName(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && !SENTENCE_MARKS.includes(text.charAt(at))) at--;
  const rest = text.slice(at + 1).trim();
  return at >= 0 && looksLikeName(rest.endsWith(REPORTER) ? rest.slice(0, -REPORTER.length).trim() : rest);
}

const REPORTER = '기자';
