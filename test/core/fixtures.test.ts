import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isRole } from '../../server/src/core/model/role';
import { isBlank, linesOf } from '../../server/src/core/text/lines';

// Keeps the labelled dumps sound: a label on the wrong line would teach and test nonsense.

const folder = join('test', 'fixtures', 'recognition');
const files = new Set(readdirSync(folder));
const names = [...files].filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ARTICLE_KEYS = new Set([
  'startLine',
  'endLine',
  'headline',
  'deck',
  'author',
  'source',
  'outlet',
  'dateline',
  'published',
  'captured',
  'language',
  'relatedCount',
]);

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown, what: string): Record<string, unknown> {
  assert.ok(isRecord(value), `${what} is an object`);
  return value;
}

function list(value: unknown, what: string): readonly unknown[] {
  assert.ok(Array.isArray(value), `${what} is a list`);
  return value;
}

function lineNumber(value: unknown, what: string): number {
  assert.ok(typeof value === 'number' && Number.isInteger(value) && value >= 0, `${what} is a line number`);
  return value;
}

describe('labelled dumps', () => {
  it('come in whole cases', () => {
    assert.ok(names.length >= 45, `${names.length} cases`);
    const wanted = new Set(['README.md']);
    for (const name of names) {
      for (const ending of ['.txt', '.json']) wanted.add(name + ending);
      if (record(JSON.parse(read(`${name}.json`)), name)['isDump'] !== false) wanted.add(`${name}.roles`);
    }
    assert.deepEqual([...files].sort(), [...wanted].sort());
  });

  for (const name of names) {
    it(name, () => {
      const lines = linesOf(read(`${name}.txt`));
      const facts = record(JSON.parse(read(`${name}.json`)), name);
      if (facts['isDump'] === false) {
        assert.deepEqual(Object.keys(facts), ['isDump']);
        return;
      }
      assert.ok(facts['isDump'] === true || facts['isDump'] === undefined);
      checkRoles(lines, read(`${name}.roles`));

      let next = 0;
      for (const each of list(facts['articles'], 'articles')) {
        next = checkArticle(record(each, 'article'), lines, next);
      }
    });
  }
});

function checkRoles(lines: readonly string[], text: string): void {
  assert.ok(text.endsWith('\n'), 'each label ends in a line feed');
  const roles = text.slice(0, -1).split('\n');
  assert.equal(roles.length, lines.length, 'a label for each line');
  for (const [at, line] of lines.entries()) {
    const role = roles[at] ?? '';
    if (isBlank(line)) assert.equal(role, '', `line ${at} is blank`);
    else assert.ok(isRole(role), `line ${at}: '${role}' is a role`);
  }
}

/** Checks one article's facts against the text; returns the first line after its page. */
function checkArticle(article: Record<string, unknown>, lines: readonly string[], from: number): number {
  for (const key of Object.keys(article)) assert.ok(ARTICLE_KEYS.has(key), `${key} is a known key`);
  const start = lineNumber(article['startLine'], 'startLine');
  const end = lineNumber(article['endLine'], 'endLine');
  assert.ok(from <= start && start <= end && end < lines.length, 'pages lie in order');
  assert.ok(!isBlank(lines[start] ?? '') && !isBlank(lines[end] ?? ''), 'a page begins and ends with text');

  const page = lines.slice(start, end + 1).join(' ');
  for (const key of ['deck', 'author', 'source', 'outlet']) {
    const value = article[key];
    if (typeof value === 'string') assert.ok(page.includes(value), `${key} stands in the page`);
    else assert.ok(value === null || value === undefined, `${key} is a text or null`);
  }
  const headline = article['headline'];
  if (typeof headline === 'string') {
    const squeezed = page.replaceAll(/\s+/g, ' ');
    assert.ok(squeezed.includes(headline), 'headline stands in the page');
  }
  for (const key of ['published', 'captured']) {
    const value = article[key];
    if (typeof value === 'string') assert.match(value, DAY);
    else assert.ok(value === null || value === undefined, `${key} is a day or null`);
  }
  return end + 1;
}
