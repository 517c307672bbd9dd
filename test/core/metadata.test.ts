import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CalendarDate } from '../../server/src/core/model/date';
import type { Article, Field } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { readMetadataCases } from '../../server/training/metadataCases';

const cases = readMetadataCases('test/fixtures/metadata');

/** Share of the facts of each kind that must be right. */
const LEAST: Readonly<Record<string, number>> = {
  headline: 0.95,
  deck: 0.75,
  author: 0.9,
  source: 0.9,
  outlet: 0.9,
  published: 0.95,
  captured: 0.95,
  language: 0.95,
};

describe('metadata of sites without a profile', () => {
  const articles = cases.map(({ text }) => articleOf(text));
  for (const [fact, least] of Object.entries(LEAST)) {
    test(`${fact}: at least ${least * 100} % are right`, (context) => {
      const asked = cases.flatMap(({ name, facts }, index) =>
        fact in facts ? [{ name, expected: facts[fact] ?? null, found: factOf(articles[index], fact) }] : [],
      );
      const wrong = asked.filter(({ expected, found }) => expected !== found);
      context.diagnostic(`${asked.length - wrong.length} of ${asked.length}`);
      const list = wrong.map(({ name, expected, found }) => `${name}: ${found} in place of ${expected}`);
      assert.ok(asked.length - wrong.length >= asked.length * least, list.join('\n'));
    });
  }
});

function articleOf(text: string): Article | undefined {
  return recognize(text).pages.flatMap(({ page }) => page.article ?? [])[0];
}

function factOf(article: Article | undefined, fact: string): string | null {
  switch (fact) {
    case 'headline':
    case 'deck':
    case 'author':
    case 'source':
    case 'outlet':
      return article?.[fact]?.value ?? null;
    case 'published':
    case 'captured':
      return isoOf(article?.[fact]);
    default:
      return article?.language ?? null;
  }
}

function isoOf(field: Field<CalendarDate> | null | undefined): string | null {
  if (!field) return null;
  const { year, month, day } = field.value;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}
