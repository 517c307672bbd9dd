import { wrappedLines } from '../evidence/wrapping';
import type { Article, Page, PlacedPage } from '../model/page';
import { isBody } from '../model/role';
import { isBlank } from '../text/lines';

/** What a block of the body is. */
export type BlockRole = 'paragraph' | 'subheading' | 'list-item' | 'caption';

/** A paragraph, subheading, list item or caption of an article. */
export interface Block {
  readonly role: BlockRole;
  /** Without white space around; lines that were wrapped at one width are joined. */
  readonly text: string;
  /** Its first line in the file. */
  readonly line: number;
}

/** What a record that holds a text says of it; null where it does not say. */
export interface RecordFacts {
  readonly id: string | number | null;
  readonly url: string | null;
}

/** An article without the furniture around it: what all exports are written from. */
export interface CleanArticle {
  /** What the file is called; null where it has no name. */
  readonly file: string | null;
  /** Null where the text was taken out of no record. */
  readonly record: RecordFacts | null;
  readonly placed: PlacedPage;
  readonly article: Article;
  readonly body: readonly Block[];
}

/** The articles of a file's pages, in order. */
export function cleanArticles(
  pages: readonly PlacedPage[],
  file: string | null,
  record: RecordFacts | null = null,
): readonly CleanArticle[] {
  return pages.flatMap((placed) => {
    const { article } = placed.page;
    return article ? [{ file, record, placed, article, body: bodyOf(placed) }] : [];
  });
}

/** The body as one text, its blocks parted by blank lines. */
export function bodyText({ body }: CleanArticle): string {
  return body.map(({ text }) => text).join('\n\n');
}

function bodyOf({ page, startLine }: PlacedPage): readonly Block[] {
  const continued = continuedLines(page);
  const blocks: Block[] = [];
  page.lines.forEach((raw, line) => {
    const role = page.roles[line] ?? '';
    if (!isBlockRole(role)) return;
    const text = raw.trim();
    const last = blocks.at(-1);
    if (last && continued.has(line)) blocks[blocks.length - 1] = { ...last, text: joined(last.text, text) };
    else blocks.push({ role, text, line: startLine + line });
  });
  return blocks;
}

function isBlockRole(role: Page['roles'][number]): role is BlockRole {
  return isBody(role);
}

/** Lines that go on with the paragraph of the line above, as the text was wrapped at one width. */
function continuedLines({ lines, roles }: Page): ReadonlySet<number> {
  const solid = lines.flatMap((text, line) => (isBlank(text) ? [] : [{ line, length: text.trim().length }]));
  const gaps = solid.map(({ line, length }, index) => ({
    length,
    gap: line - (solid[index - 1]?.line ?? -1) - 1,
  }));
  const wrapped = wrappedLines(gaps);
  return new Set(
    solid.flatMap(({ line }, index) => {
      const isInside = wrapped[index] === true && wrapped[index - 1] === true && gaps[index]?.gap === 0;
      return isInside && roles[line] === 'paragraph' && roles[line - 1] === 'paragraph' ? [line] : [];
    }),
  );
}

/** Two parts of a paragraph; scripts that are written without spaces are joined without one. */
function joined(first: string, second: string): string {
  return `${first}${WITHOUT_SPACES.test(first.slice(-1)) && WITHOUT_SPACES.test(second.slice(0, 1)) ? '' : ' '}${second}`;
}

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。，！？「」『』（）]/u;
