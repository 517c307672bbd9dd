import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { CalendarDate } from '../../server/src/core/model/date';
import type { Article, Dump, Field } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { type RecognitionCase, readCase } from '../support/recognitionCase';

const folder = join('test', 'fixtures', 'recognition');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

/** Layouts that a profile or the form of the file tells: every line must be right. */
const EXACT = /^(kw|damage|many)-|^near-(?!republisher|crawl)/;
/** Share of right lines on sites that no profile knows. */
const GENERIC_LINES = 0.8;

describe('layouts of known sites', () => {
  for (const name of names.filter((each) => EXACT.test(each))) {
    test(name, () => {
      const example = readCase(folder, name);
      const dump = recognize(example.text);
      if (example.facts.isDump !== undefined) {
        assert.equal(dump.isDump, example.facts.isDump, `score ${dump.score}`);
      }
      assert.deepEqual(rolesBeside(example, rolesOf(dump)), rolesBeside(example, example.roles ?? []));
      assertFacts(dump, example);
    });
  }
});

describe('sites without a profile', () => {
  test(`at least ${GENERIC_LINES * 100} % of the lines are right`, (context) => {
    let right = 0;
    let all = 0;
    for (const name of names.filter((each) => /^(site|no-article|near-republisher|near-crawl)/.test(each))) {
      const example = readCase(folder, name);
      rolesOf(recognize(example.text)).forEach((role, line) => {
        if (role === '') return;
        all++;
        if (role === example.roles?.[line]) right++;
      });
    }
    context.diagnostic(`${right} of ${all} lines are right`);
    assert.ok(right / all >= GENERIC_LINES, `${right} of ${all}`);
  });
});

describe('what is a dump', () => {
  for (const name of names.filter((each) => /^(site|no-article|not)-/.test(each))) {
    test(name, () => {
      const { text, facts } = readCase(folder, name);
      const dump = recognize(text);
      assert.equal(dump.isDump, facts.isDump, `score ${dump.score}`);
      if (dump.isDump) assert.equal(articlesOf(dump).length, facts.articles.length);
    });
  }
});

function rolesOf(dump: Dump): readonly string[] {
  return dump.pages.flatMap(({ page }) => page.roles);
}

/** Roles with their lines, so that a failure can be read. */
function rolesBeside({ text }: RecognitionCase, roles: readonly string[]): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, at) => (roles[at] ? [`${at} ${roles[at]}: ${line.slice(0, 60)}`] : []));
}

function articlesOf(dump: Dump): readonly Article[] {
  return dump.pages.flatMap(({ page }) => page.article ?? []);
}

/** Compares the facts that the case states; those that it leaves out are not part of it. */
function assertFacts(dump: Dump, { facts }: RecognitionCase): void {
  if (facts.profile !== undefined) {
    assert.equal(dump.pages.find(({ page }) => page.profile)?.page.profile?.id ?? null, facts.profile);
  }
  const articles = articlesOf(dump);
  assert.equal(articles.length, facts.articles.length);
  facts.articles.forEach((expected, index) => {
    const article = articles[index];
    assert.ok(article);
    const found: Record<string, unknown> = {
      headline: article.headline?.value ?? null,
      deck: article.deck?.value ?? null,
      author: article.author?.value ?? null,
      source: article.source?.value ?? null,
      outlet: article.outlet?.value ?? null,
      dateline: article.dateline && {
        place: article.dateline.value.place,
        agency: article.dateline.value.agency,
      },
      published: isoOf(article.published),
      captured: isoOf(article.captured),
      relatedCount: article.related.length,
      language: article.language,
    };
    const asked = Object.keys(expected).filter((key) => key in found);
    assert.deepEqual(
      Object.fromEntries(asked.map((key) => [key, found[key]])),
      Object.fromEntries(asked.map((key) => [key, expected[key]])),
    );
  });
}

function isoOf(field: Field<CalendarDate> | null): string | null {
  if (!field) return null;
  const { year, month, day } = field.value;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
