import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { judgeDates } from '../src/core/dates';
import type { PageView } from '../src/core/evidence/evidence';
import { wordHashes } from '../src/core/evidence/learnt/tokens';
import { viewPage } from '../src/core/evidence/view';
import { isRole, isText, type Role } from '../src/core/model/role';
import { builtInProfiles } from '../src/core/profiles/builtin';
import { linesOfPart, splitText } from '../src/core/splitText';
import { TextLines } from '../src/core/text/textLines';
import { readMetadataCases } from './metadataCases';

/** A page of which it is known which lines are the article's text. */
export interface ContentPage {
  readonly id: string;
  /** Pages of one site are never on both sides of a split. */
  readonly site: string;
  readonly language: string;
  readonly view: PageView;
  readonly hashes: readonly Uint32Array[];
  readonly gold: readonly boolean[];
  /** Lines that say nothing: without letters, or nearly the title. */
  readonly masked: readonly boolean[];
  /** Words of each line as the figures count them. */
  readonly tokens: readonly number[];
  /** Lines that are the title. */
  readonly title: readonly boolean[];
  readonly author: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly published: string;
  /** The days that stand in each line, `YYYY-MM-DD`. */
  readonly days: readonly (readonly string[])[];
  /** Its author and date lines, where it was labelled line by line; null where only their values are known. */
  readonly labelled: { readonly byline: readonly boolean[]; readonly metadata: readonly boolean[] } | null;
  /** How much it counts in training beside a page of the development data; nothing is learnt from pages of none. */
  readonly weight: number;
}

/** A page of a recognition case: the role of every line is known. */
export interface RolePage {
  readonly name: string;
  readonly view: PageView;
  readonly gold: readonly Role[];
}

/** A page of which title and author are known: of a metadata case, or of a recognition case with one article. */
export interface KnownHead {
  readonly name: string;
  readonly view: PageView;
  readonly titles: readonly string[];
  /** Empty where the text names nobody; null where that is not part of the case. */
  readonly author: string | null;
}

/** Reads title and author of the metadata cases and of the recognition cases, as of sites that no profile knows. */
export function readKnownHeads(metadata: string, recognition: string): readonly KnownHead[] {
  const viewOf = (text: string): PageView => viewPage(text.split(/\r\n|\n|\r/), [], null);
  const short = readMetadataCases(metadata).map(({ name, text, facts }): KnownHead => {
    const view = viewOf(text);
    return { name, view, titles: titleLines(view, facts['headline']), author: authorOf(facts) };
  });
  const long = readdirSync(recognition)
    .filter((file) => /^(site|near|kw).*\.json$/.test(file))
    .flatMap((file): readonly KnownHead[] => {
      const name = file.slice(0, -'.json'.length);
      const facts = asObject(JSON.parse(readFileSync(join(recognition, file), 'utf8')));
      const [article, ...others] = asArray(facts['articles']).map(asObject);
      if (!article || others.length > 0) return [];
      const view = viewOf(readFileSync(join(recognition, `${name}.txt`), 'utf8'));
      return [{ name, view, titles: titleLines(view, article['headline']), author: authorOf(article) }];
    });
  return [...short, ...long];
}

function titleLines({ lines }: PageView, headline: unknown): readonly string[] {
  return lines.map(({ text }) => text).filter((text) => text === headline);
}

function authorOf(facts: Readonly<Record<string, unknown>>): string | null {
  const { author } = facts;
  return author === null ? '' : typeof author === 'string' ? author : null;
}

/** Reads the development data, gzipped JSON lines. */
export function readContentPages(path: string): readonly ContentPage[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => contentPage(asObject(JSON.parse(line))));
}

function contentPage(record: Readonly<Record<string, unknown>>): ContentPage {
  const lines = asArray(record['lines']).map(String);
  const gold = asArray(record['gold']).map((each) => each === 1);
  const masked = new Set(asArray(record['mask']).map(Number));
  const titles = new Set(asArray(record['titleLines']).map(Number));
  const view = viewPage(lines, [], null);
  const ofLine = <T>(read: (line: number) => T) => view.lines.map(({ line }) => read(line));
  return {
    id: String(record['id']),
    site: String(record['site']),
    language: String(record['language']),
    view,
    hashes: view.lines.map(({ text }) => wordHashes(text)),
    gold: ofLine((line) => gold[line] === true),
    masked: ofLine((line) => masked.has(line)),
    tokens: view.lines.map(({ text }) => countTokens(text)),
    title: ofLine((line) => titles.has(line)),
    author: typeof record['author'] === 'string' ? record['author'] : '',
    published: typeof record['date'] === 'string' ? record['date'].slice(0, 10) : '',
    days: daysOf(lines, view, String(record['language'])),
    labelled: null,
    weight: 1,
  };
}

/** A page that was labelled line by line, as one more site of the development data. */
export function labelledContentPage({ name, view, gold }: RolePage, weight: number): ContentPage {
  const of = (role: Role) => gold.map((each) => each === role);
  return {
    id: name,
    site: name,
    language: '',
    view: { ...view, learnt: null },
    hashes: view.lines.map(({ text }) => wordHashes(text)),
    gold: gold.map(isText),
    masked: view.lines.map(({ measures }, line) => gold[line] === 'headline' || measures.letters === 0),
    tokens: view.lines.map(({ text }) => countTokens(text)),
    title: of('headline'),
    author: '',
    published: '',
    days: [],
    labelled: { byline: of('byline'), metadata: of('metadata') },
    weight,
  };
}

/** Days as they are read in lines of metadata. */
function daysOf(lines: readonly string[], view: PageView, language: string): readonly (readonly string[])[] {
  const roles = lines.map((): Role => 'metadata');
  const mentions = judgeDates(lines, { roles, language, order: null, now: null });
  const days = new Map<number, string[]>();
  for (const { range, iso, day } of mentions) {
    if (!day || iso === null) continue;
    days.set(range.start.line, [...(days.get(range.start.line) ?? []), iso.slice(0, 10)]);
  }
  return view.lines.map(({ line }) => days.get(line) ?? []);
}

/** Reads the recognition cases, page by page. */
export function readRolePages(folder: string): readonly RolePage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.roles'))
    .flatMap((file) => {
      const name = file.slice(0, -'.roles'.length);
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
      const roles = readFileSync(join(folder, file), 'utf8').split('\n');
      const all = TextLines.of(text);
      const { parts } = splitText(all, builtInProfiles());
      return parts.flatMap(({ startLine }, index) => {
        const { lines } = linesOfPart(all, parts, index);
        const view = viewPage(lines, builtInProfiles(), null);
        const gold = view.lines.map(({ line }) => {
          const role = roles[startLine + line] ?? '';
          if (!isRole(role)) throw new Error(`${name}: line ${startLine + line} has no role`);
          return role;
        });
        return gold.length === 0 ? [] : [{ name, view, gold }];
      });
    });
}

/** Runs of letters and digits; Chinese, Japanese and Korean by character. */
function countTokens(text: string): number {
  return (
    text.match(
      /[\u3041-\u9fff\uac00-\ud7a3]|[\p{L}\p{N}]+?(?=[\u3041-\u9fff\uac00-\ud7a3]|[^\p{L}\p{N}]|$)/gu,
    )?.length ?? 0
  );
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
