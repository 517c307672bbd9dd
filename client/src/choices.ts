import { fnvOf } from '../../server/src/core/text/fnv';

/** A person's choice of language for a document. */
export interface Choice {
  /** The document; null for an untitled one, whose URI will mean another text tomorrow. */
  readonly uri: string | null;
  /** {@link fingerprint} of the text that it was made for; `''` if that was empty. */
  readonly text: string;
  readonly language: string;
}

/** How many choices are remembered; older ones are forgotten first. */
export const MOST_CHOICES = 500;

/** Identifies the beginning of a text by its length and its 32-bit FNV-1a hash over UTF-16 units; `''` if empty. */
export function fingerprint(head: string): string {
  if (head === '') return '';
  return `${head.length}:${(fnvOf(head) >>> 0).toString(16)}`;
}

/** The language chosen for a document; null where nobody chose. */
export function choiceForDocument(choices: readonly Choice[], uri: string): string | null {
  return choices.findLast((choice) => choice.uri === uri)?.language ?? null;
}

/** The language chosen last for a text, whatever its name; null where nobody chose. Empty texts are never the same. */
export function choiceForText(choices: readonly Choice[], text: string): string | null {
  return choices.findLast((choice) => text !== '' && choice.text === text)?.language ?? null;
}

/** The choices with a new one, which takes the place of an earlier one for the same document. */
export function addChoice(choices: readonly Choice[], added: Choice): readonly Choice[] {
  const others = choices.filter(
    ({ uri, text }) => uri !== added.uri || (uri === null && text !== added.text),
  );
  return [...others, added].slice(-MOST_CHOICES);
}

/** The choices in a stored value; what is not one is left out. */
export function parseChoices(stored: unknown): readonly Choice[] {
  return Array.isArray(stored) ? stored.filter(isChoice) : [];
}

function isChoice(value: unknown): value is Choice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    (value.uri === null || typeof value.uri === 'string') &&
    'text' in value &&
    typeof value.text === 'string' &&
    'language' in value &&
    typeof value.language === 'string'
  );
}
