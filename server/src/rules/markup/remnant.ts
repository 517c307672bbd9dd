/** A stretch of a line that is no text but what a page, a template or an editor was made with. */
export interface Remnant {
  readonly start: number;
  readonly end: number;
  /** What it is, for people. */
  readonly name: string;
  /** What stands in its place when it is gone: text that it wrapped, a space that it made. */
  readonly newText: string;
  /** Whether it is surely not of the text. Otherwise a person decides. */
  readonly isSure: boolean;
}

/** What parts words when a remnant between them goes: a space where there is none on either side. */
export function gapFor(line: string, start: number, end: number): '' | ' ' {
  const isOpen = (unit: string): boolean => unit !== '' && !/\s/.test(unit);
  return isOpen(line.charAt(start - 1)) && isOpen(line.charAt(end)) ? ' ' : '';
}
