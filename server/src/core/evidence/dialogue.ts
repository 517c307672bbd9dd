import { type BodySegment, bodySegment } from './body';
import type { EvidenceSource, PageLine, PageView } from './evidence';

/** Longer questions are paragraphs. */
const MOST_WORDS = 45;
/** `HANNA KRAWIEC: `, `問：`, `[앵커]`: who speaks, at the beginning of a line. */
const SPEAKER = /^(?:[\p{L}\p{M}][\p{L}\p{M}.’' -]{0,30}[:：]|[[［【][\p{L}\p{M}\d /:]{1,12}[\]］】])/u;
/** What opens with a colon and is no speech. */
const LABELS = new Set(['metadata', 'caption', 'byline', 'related', 'navigation', 'legal', 'share', 'promo']);

/** Interviews and transcripts: questions with their answers, and who speaks. */
export const dialogue: EvidenceSource = {
  cues: {
    'dialogue.question': 'it is one of several questions in the text, and no speaker is named in it',
    'dialogue.answer': 'it follows such a question',
    'dialogue.speaker': 'it opens with the name of someone who speaks several times',
  },
  observe(page, emit) {
    const body = bodySegment(page);
    if (!body) return;
    const speakers = speakersOf(page, body);
    const isSpeech = (line: PageLine) => speakers.has(speakerOf(line));
    const questions: number[] = [];
    for (let index = body.first; index <= Math.min(body.last + 1, page.lines.length - 1); index++) {
      const line = page.lines[index];
      if (!line) break;
      if (isSpeech(line)) emit(index, 'dialogue.speaker');
      else if (isQuestion(line) && page.lines[index + 1] && !isQuestion(page.lines[index + 1]))
        questions.push(index);
    }
    if (questions.length < 2) return;
    for (const index of questions) {
      emit(index, 'dialogue.question');
      emit(index + 1, 'dialogue.answer');
    }
  },
};

function isQuestion(line: PageLine | undefined): boolean {
  return line !== undefined && line.measures.words <= MOST_WORDS && /[?？؟]["”»」』]?$/u.test(line.text);
}

/** Who speaks more than once. */
function speakersOf({ lines }: PageView, { first, last }: BodySegment): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines.slice(first, last + 1)) {
    const speaker = speakerOf(line);
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([speaker, count]) => (speaker !== '' && count > 1 ? [speaker] : [])));
}

/** Who is named at the beginning of a line as the one who speaks; empty for nobody. */
function speakerOf({ text, phrases }: PageLine): string {
  if (phrases.some(({ phrase, value }) => phrase.startsWith('^') && LABELS.has(value))) return '';
  return SPEAKER.exec(text)?.[0] ?? '';
}
