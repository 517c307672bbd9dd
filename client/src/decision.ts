import { IS_DUMP, SURELY_DUMP } from '../../server/src/core/detect';
import { DUMP, PLAIN_TEXT, SCHEMES } from './language';

/** Values of the setting `copydesk.detection`. */
export const DETECTION_MODES = ['auto', 'ask', 'off'] as const;

export type DetectionMode = (typeof DETECTION_MODES)[number];

/** Whether a value of the setting is one that Copydesk knows. */
export function isDetectionMode(value: unknown): value is DetectionMode {
  return DETECTION_MODES.some((mode) => mode === value);
}

/** What is known of a document before its text is looked at. */
export interface Situation {
  readonly scheme: string;
  readonly languageId: string;
  readonly mode: DetectionMode;
  /** The language that a person chose for this document; null where nobody did. */
  readonly choice: string | null;
  /** The language that a person chose for the same text under another name; null where nobody did. */
  readonly twinChoice: string | null;
  /** The language that the setting `files.associations` names for the document; null where it names none. */
  readonly association: string | null;
}

/** What to do about a document's language. */
export type Decision =
  /** Set it without asking: a person chose it before, or the content leaves no doubt. */
  | { readonly action: 'set'; readonly language: string; readonly because: 'choice' | 'content' }
  /** Say in the status item that the text looks like a dump, and leave it. */
  | { readonly action: 'offer' }
  /** Leave it: it is a dump already, of a language that is none of ours, or plain text for the reason given. */
  | {
      readonly action: 'leave';
      readonly because: 'dump' | 'foreign' | 'choice' | 'association' | 'setting' | 'content';
    };

/**
 * Decides about a document's language. A person's word comes before any guess: first the choice made for this very
 * document, then the associations in the settings, then the choice made for a copy of it, then the setting of detection,
 * and only then the content.
 * `score` is asked only where the content matters.
 */
export function decide(situation: Situation, score: () => number): Decision {
  const { languageId, choice, association, twinChoice, mode } = situation;
  if (!SCHEMES.includes(situation.scheme)) return { action: 'leave', because: 'foreign' };
  if (languageId === DUMP) {
    const overruled = choice !== null && choice !== DUMP && association !== DUMP;
    return overruled
      ? { action: 'set', language: choice, because: 'choice' }
      : { action: 'leave', because: 'dump' };
  }
  if (languageId !== PLAIN_TEXT) return { action: 'leave', because: 'foreign' };
  if (choice === DUMP) return { action: 'set', language: DUMP, because: 'choice' };
  if (choice !== null) return { action: 'leave', because: 'choice' };
  if (association !== null) return { action: 'leave', because: 'association' };
  if (twinChoice === DUMP) return { action: 'set', language: DUMP, because: 'choice' };
  if (twinChoice !== null) return { action: 'leave', because: 'choice' };
  if (mode === 'off') return { action: 'leave', because: 'setting' };
  const value = score();
  if (value < IS_DUMP) return { action: 'leave', because: 'content' };
  if (value < SURELY_DUMP || mode === 'ask') return { action: 'offer' };
  return { action: 'set', language: DUMP, because: 'content' };
}
