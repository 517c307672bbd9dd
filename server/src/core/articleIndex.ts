import { type ArticlePlace, articlePlaces } from './articlePlaces';
import type { Dump } from './model/page';

/** UTF-16 units that are kept at most: some two hundred thousand articles. */
const MOST_UNITS = 16_000_000;

/**
 * Where articles stand in files that are not open. Thousands of files may be kept while an editor runs, and are seldom
 * asked for: the places of a file are one text, an article a line, which takes a tenth of what objects do.
 */
export class ArticleIndex {
  readonly #byFile = new Map<string, string>();
  readonly #most: number;
  #units = 0;

  /** @param most UTF-16 units that are kept at most; files that were noted first make room for others */
  constructor(most = MOST_UNITS) {
    this.#most = most;
  }

  /** Takes the articles of a file in place of those that it had before. Returns whether others were forgotten for it. */
  note(uri: string, dump: Dump): boolean {
    this.forget(uri);
    const places = dump.isDump ? articlePlaces(uri, dump) : [];
    if (places.length === 0) return false;
    const packed = places.map(pack).join('\n');
    this.#byFile.set(uri, packed);
    this.#units += uri.length + packed.length;
    return this.#makeRoom();
  }

  forget(uri: string): void {
    const packed = this.#byFile.get(uri);
    if (packed === undefined) return;
    this.#byFile.delete(uri);
    this.#units -= uri.length + packed.length;
  }

  /** The articles of all files but those that `isLeftOut` says. */
  places(isLeftOut: (uri: string) => boolean): readonly ArticlePlace[] {
    return [...this.#byFile].flatMap(([uri, packed]) =>
      isLeftOut(uri) ? [] : packed.split('\n').map((line) => unpack(uri, line)),
    );
  }

  #makeRoom(): boolean {
    const isFull = this.#units > this.#most;
    for (const uri of this.#byFile.keys()) {
      if (this.#units <= this.#most) break;
      this.forget(uri);
    }
    return isFull;
  }
}

/** A place as a line: its key, which has no white space, and numbers. */
function pack({ key, range: { start, end }, day, opening }: ArticlePlace): string {
  return [key, start.line, start.character, end.line, end.character, opening, day ?? ''].join(' ');
}

function unpack(uri: string, line: string): ArticlePlace {
  const [key = '', ...numbers] = line.split(' ');
  const [startLine = 0, startCharacter = 0, endLine = 0, endCharacter = 0, opening = 0] = numbers.map(Number);
  const range = {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
  const day = numbers.at(-1);
  return { uri, range, key, opening, day: day === '' || day === undefined ? null : Number(day) };
}
