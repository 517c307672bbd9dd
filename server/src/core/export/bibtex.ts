import { isoOf } from '../dates/calendar';
import type { CleanArticle } from './cleanArticle';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** An article as an entry that BibTeX and biblatex read: `@misc`, dates both in their fields and as ISO dates. */
export function bibtex({ article }: CleanArticle, key: string): string {
  const { headline, author, source, outlet, published, captured, url, language } = article;
  const day = published?.value;
  const where = source ?? outlet;
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    // Double braces keep capitals as they are, and a name that is no person's in one piece.
    ['author', author && `{${tex(author.value)}}`],
    ['title', headline && `{${tex(headline.value)}}`],
    ['howpublished', where && tex(where.value)],
    ['year', day && String(day.year)],
    ['date', day && isoOf(day)],
    ['url', url?.value.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', captured && isoOf(captured.value)],
    ['note', captured && `Captured ${isoOf(captured.value)}`],
    ['language', language],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  if (day) lines.push(`  month = ${MONTHS[day.month - 1] ?? 'jan'},`, `  day = {${day.day}},`);
  return `@misc{${key},\n${lines.join('\n')}\n}\n`;
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text on one line in which TeX's own marks stand for themselves. */
function tex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\~^&%$#_{}]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`);
}
