import type { RecordFacts } from '../../core/export';
import type { FileState } from '../files';

/**
 * A text to work on, before it is read or recognized: a file, a record of one, or a part of a large one. Plain data, as
 * it may go to a worker thread.
 */
export interface Unit {
  /** For messages and output: the file as it was given or found, and after `#` its record. */
  readonly name: string;
  /** The file's path; settings are looked for from here. */
  readonly place: string;
  readonly content: Content;
  /** Where the text comes from: a plain file, in which it can be mended, or something that it was taken out of. */
  readonly origin: Origin;
  /** Whether its file was given by its name, and not found in a folder or by a pattern. */
  readonly named: boolean;
  /** Whether the run was given no other file, and this is all of it. */
  readonly isOnly: boolean;
  /** What a record says of itself; null for files. */
  readonly record: RecordFacts | null;
  /** Null for whole texts. */
  readonly part: Part | null;
  /** Bytes of the file that had been read when this text was complete. */
  readonly readTo: number;
}

export type Content =
  | { readonly kind: 'file' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string };

/** For files how they were before they were read. */
export type Origin =
  | { readonly kind: 'file'; readonly state: FileState }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'container' };

/** A part of a file that is too large to be worked on as a whole. It begins where a page begins. */
export interface Part {
  /** From 1. */
  readonly number: number;
  /** The file's line that it begins with, from 0. */
  readonly firstLine: number;
  /** How sure it is that the file is a dump, by its beginning. */
  readonly score: number;
  readonly isLast: boolean;
}

/** What is told to people. A failure is also told by the exit code; the other documents still have their turn. */
export interface Note {
  readonly message: string;
  readonly isFailure: boolean;
}

/** A note of something that failed. */
export function failure(message: string): Note {
  return { message, isFailure: true };
}

/** What documents are called in output for programs: their file, and what a record says of itself. */
export function sourceJson({ name, record }: Pick<Unit, 'name' | 'record'>): object {
  return {
    file: name,
    ...(record?.id != null && { id: record.id }),
    ...(record?.url != null && { url: record.url }),
  };
}
