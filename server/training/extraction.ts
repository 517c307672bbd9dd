import { analyzePage } from '../src/core/analyzePage';
import type { LearntOdds } from '../src/core/evidence/evidence';
import { identifyLanguage } from '../src/core/language';
import type { Article } from '../src/core/model/page';
import type { ContentPage } from './pages';

/** How often a value of an article was read as it is known to be, of pages whose text has it. */
export interface ExtractionFigure {
  readonly field: 'headline' | 'author' | 'published';
  readonly pages: number;
  readonly right: number;
}

const BETWEEN_NAMES = /\s*[,;|&、]\s*|\s+(?:and|und|et|y|e|и|with)\s+/u;

/** Reads each page's article by what a model says of it that has not seen its site. */
export function measureExtraction(
  pages: readonly ContentPage[],
  unseen: readonly LearntOdds[],
): readonly ExtractionFigure[] {
  const counts = {
    headline: { pages: 0, right: 0 },
    author: { pages: 0, right: 0 },
    published: { pages: 0, right: 0 },
  };
  for (const [index, page] of pages.entries()) {
    const article = readArticle(page, unseen[index]);
    for (const field of ['headline', 'author', 'published'] as const) {
      const isRight = judge(field, page, article);
      if (isRight === null) continue;
      counts[field].pages++;
      if (isRight) counts[field].right++;
    }
  }
  return (['headline', 'author', 'published'] as const).map((field) => ({ field, ...counts[field] }));
}

function readArticle({ view }: ContentPage, odds: LearntOdds | undefined): Article | null {
  const lines = view.lines.map(({ text }) => text);
  const options = {
    profiles: [],
    now: null,
    judge: odds ? () => odds : null,
    identify: identifyLanguage,
  };
  return analyzePage(
    lines,
    lines.map(() => '\n' as const),
    options,
  ).article;
}

/** Whether a field is right; null where the text does not have it. */
function judge(field: ExtractionFigure['field'], page: ContentPage, article: Article | null): boolean | null {
  if (field === 'headline') {
    if (!page.title.includes(true)) return null;
    const said = plain(article?.headline?.value ?? '');
    return page.view.lines.some(({ text }, line) => page.title[line] && plain(text) === said);
  }
  if (field === 'author') {
    return namesAuthor(page) ? isSameAuthor(article?.author?.value ?? '', page.author) : null;
  }
  if (!page.days.some((days) => days.includes(page.published))) return null;
  const day = article?.published?.value;
  const two = (value: number) => String(value).padStart(2, '0');
  return day !== undefined && `${day.year}-${two(day.month)}-${two(day.day)}` === page.published;
}

/** Whether all of a page's authors are known and stand somewhere in its text. */
export function namesAuthor({ author, view }: ContentPage): boolean {
  const names = [...namesOf(author)];
  const text = plain(view.lines.map((line) => line.text).join(' '));
  return names.length > 0 && names.every((name) => text.includes(name));
}

/** Whether two texts name the same authors, in whatever order. */
export function isSameAuthor(said: string, author: string): boolean {
  const own = namesOf(said);
  const names = namesOf(author);
  return own.size === names.size && [...names].every((name) => own.has(name));
}

/** Whether two texts are the same but for letter case and marks. */
export function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function namesOf(authors: string): ReadonlySet<string> {
  return new Set(
    authors
      .split(BETWEEN_NAMES)
      .map(plain)
      .filter((name) => name !== ''),
  );
}

/** Letters and digits alone, small, with one space between words. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
