import type { EvidenceSource } from './evidence';

/** Heads that archives and reader services put before a page's text: one `Name: value` a line. */
const HEAD_FIELD =
  /^(WARC\/1\.\d$|WARC-[A-Za-z-]+:|Content-(Type|Length):|(URL Source|URL|Published Time|Markdown Content|Title):(\s|$))/;
const SEPARATOR_LENGTH = 5;

/** What programs wrote between pages: record heads and separator lines. */
export const records: EvidenceSource = {
  cues: {
    'record.head': 'it belongs to the head that an archive put before the page',
    'record.separator': 'it is a line of one mark over and over',
  },
  observe(page, emit) {
    let head = true;
    page.lines.forEach(({ text }, index) => {
      if (isSeparator(text)) emit(index, 'record.separator');
      else if (head && HEAD_FIELD.test(text)) emit(index, 'record.head');
      else head = false;
    });
  },
};

/** One mark over and over: `=====`, `----------`, `* * * * *`. */
export function isSeparator(text: string): boolean {
  const line = text.trim();
  const mark = line.charAt(0);
  if (line.length < SEPARATOR_LENGTH || line.length > 200 || !'=-_*#~+—'.includes(mark)) return false;
  const marks = line.replaceAll(' ', '');
  return marks.length >= SEPARATOR_LENGTH && marks === mark.repeat(marks.length);
}
