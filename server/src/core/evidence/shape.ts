import type { EvidenceSource } from './evidence';

/** Lengths, in UTF-16 units of an alphabetic script, that part titles, sentences and paragraphs. */
const SHORT = 30;
const TITLE = 120;
const LONG = 200;
/** An ideograph says about as much as this many letters. */
const IDEOGRAPH = 2.5;

const QUOTE = /^["“„«»「『‘']/u;
const ADDRESS = /\w@\w|https?:|www\./;
/** `(PDF, 212 KB)`, `1,1 Mo`: how large a file is. */
const FILE_SIZE = /\d\s?(?:[kKmM][bBoO]|[КМкм][Бб])(?=$|[)\]\s,.;])/u;
const CLOCK = /^\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]m|h|uhr))?$/i;

/** The form of a line by itself. */
export const shape: EvidenceSource = {
  cues: {
    'shape.tiny': 'it is one or two words',
    'shape.short': 'it is short',
    'shape.medium': 'it is as long as a title or a sentence',
    'shape.long': 'it is as long as a paragraph',
    'shape.sentence-end': 'it ends like a sentence',
    'shape.no-sentence-end': 'it does not end like a sentence',
    'shape.ellipsis': 'it ends in an ellipsis',
    'shape.colon': 'it ends in a colon',
    'shape.comma': 'it ends in a comma',
    'shape.sentences': 'it holds several sentences',
    'shape.wrapped': 'it is part of a paragraph that was wrapped at one width',
    'shape.bullet': 'it begins with a bullet',
    'shape.no-bullet': 'it begins with neither bullet nor number',
    'shape.numbered': 'it begins with a number',
    'shape.separators': 'it is parted by separators like a menu',
    'shape.title-case': 'most of its words are capitalized',
    'shape.upper-case': 'it is in capitals',
    'shape.lower-start': 'it begins with a small letter',
    'shape.no-letters': 'it holds no letters',
    'shape.marks-only': 'it holds neither letters nor digits',
    'shape.digits': 'digits make up much of it',
    'shape.question': 'it is a question',
    'shape.quote': 'it opens with a quotation mark',
    'shape.address': 'it holds a web or mail address',
    'shape.file-size': 'it says how large a file is',
    'shape.clock': 'it is a time of the day',
  },
  observe(page, emit) {
    page.lines.forEach(({ text, measures: m, wrapped }, index) => {
      if (wrapped) emit(index, 'shape.wrapped');
      const length = m.length + m.ideographs * (IDEOGRAPH - 1);
      if (m.letters === 0) emit(index, m.digits === 0 ? 'shape.marks-only' : 'shape.no-letters');
      if (m.words <= 2) emit(index, 'shape.tiny');
      if (length <= SHORT) emit(index, 'shape.short');
      else if (length <= TITLE) emit(index, 'shape.medium');
      else emit(index, 'shape.long', length > LONG ? 1 : 0.6);
      if (m.end === 'sentence') emit(index, 'shape.sentence-end');
      else if (m.end === 'other') emit(index, 'shape.no-sentence-end');
      else if (m.end === 'ellipsis') emit(index, 'shape.ellipsis');
      else if (m.end === 'colon') emit(index, 'shape.colon');
      else if (m.end === 'comma') emit(index, 'shape.comma');
      if (m.sentences > 0) emit(index, 'shape.sentences', Math.min(1, m.sentences / 2));
      if (m.bullet) emit(index, 'shape.bullet');
      else if (!m.numbered) emit(index, 'shape.no-bullet');
      if (m.numbered) emit(index, 'shape.numbered');
      if (m.separators > 0 && length < 200) emit(index, 'shape.separators', Math.min(1, m.separators / 3));
      if (m.cased >= 3 && m.capitalized / m.cased >= 0.6) emit(index, 'shape.title-case');
      if (m.upper >= 4 && m.upper / m.letters > 0.8) emit(index, 'shape.upper-case');
      if (m.startsLower) emit(index, 'shape.lower-start');
      if (m.digits > 0 && m.digits / (m.digits + m.letters) > 0.4) emit(index, 'shape.digits');
      if (QUOTE.test(text)) emit(index, 'shape.quote');
      if (length < LONG && ADDRESS.test(text)) emit(index, 'shape.address');
      if (m.digits > 0 && m.length <= TITLE && FILE_SIZE.test(text)) emit(index, 'shape.file-size');
      if (m.length <= 8 && CLOCK.test(text)) emit(index, 'shape.clock');
      if (text.endsWith('?') || text.endsWith('？')) emit(index, 'shape.question');
    });
  },
};
