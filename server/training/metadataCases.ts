import { readTextParts } from './textParts';

/** A dump and what a person reads in it. See test/fixtures/metadata/README.md. */
export interface MetadataCase {
  /** File and number, for people. */
  readonly name: string;
  readonly text: string;
  /** Keys that are not there are not part of the case. */
  readonly facts: Readonly<Record<string, string | null>>;
}

/** Each so-manieth case has no blank lines. */
const PACKED = 4;

/** Reads all cases of a folder. */
export function readMetadataCases(folder: string): readonly MetadataCase[] {
  return readTextParts(folder).map(({ file, index, title, lines }): MetadataCase => {
    const between = index % PACKED === PACKED - 1 ? '\n' : '\n\n';
    return {
      name: `${file}.txt ${index + 1}`,
      text: `${lines.join(between)}\n`,
      facts: asFacts(JSON.parse(title)),
    };
  });
}

function asFacts(value: unknown): MetadataCase['facts'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, fact]) =>
      typeof fact === 'string' || fact === null ? [[key, fact]] : [],
    ),
  );
}
