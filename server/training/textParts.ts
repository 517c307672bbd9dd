import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A part of a file of pages or cases. */
export interface TextPart {
  /** The file's name without `.txt`. */
  readonly file: string;
  /** Counted from 0 in its file. */
  readonly index: number;
  /** What stands on the line of `### `, behind that. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** The parts of all text files of a folder, in the order of their names; `### ` begins each part. */
export function readTextParts(folder: string): readonly TextPart[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split(/^### /m)
        .slice(1)
        .map((part, index): TextPart => {
          const [title = '', ...lines] = part.trimEnd().split('\n');
          return { file: name.slice(0, -'.txt'.length), index, title, lines };
        }),
    );
}
