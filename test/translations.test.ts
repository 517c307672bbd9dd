import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { globSync } from 'tinyglobby';
import { TRANSLATED_TEXT } from '../client/dev/generated';
import client from '../l10n/bundle.l10n.json';
import koreanClient from '../l10n/bundle.l10n.ko.json';
import manifest from '../package.json';
import english from '../package.nls.json';
import korean from '../package.nls.ko.json';

type Texts = Readonly<Record<string, string>>;

/** Keys of the manifest whose values people read. */
const READ = new Set([
  'title',
  'description',
  'markdownDescription',
  'markdownEnumDescriptions',
  'enumDescriptions',
  'contents',
  'altText',
  'name',
]);

/** The texts under a value of the manifest that people read, with the place of each. */
function shown(value: unknown, place: string, isRead = false): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return isRead ? [[place, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    shown(item, `${place}.${key}`, READ.has(key) || (isRead && Array.isArray(value))),
  );
}

/** What a translation must say as the text does: values to be filled in, links, code. */
function marks(text: string): readonly string[] {
  return (text.match(/\{\w+\}|\(command:[^)]*\)|`[^`]*`/g) ?? []).toSorted();
}

function assertComplete(texts: Texts, translations: Texts): void {
  assert.deepEqual(Object.keys(translations).toSorted(), Object.keys(texts).toSorted());
  for (const [key, text] of Object.entries(texts)) {
    const translation = translations[key] ?? '';
    assert.notEqual(translation.trim(), '', key);
    assert.deepEqual(marks(translation), marks(text), key);
  }
}

describe('the texts of the manifest', () => {
  const all = [
    ...shown(manifest.contributes, 'contributes'),
    ...shown(manifest.description, 'description', true),
  ].filter(
    ([place, text]) =>
      text !== manifest.displayName && !/^contributes\.problemMatchers\.\d+\.name$/.test(place),
  );

  it('are none of them written in it', () => {
    assert.ok(all.length > 100);
    for (const [place, text] of all) assert.match(text, /^%[\w.-]+%$/, place);
  });

  it('are all there, and none is left over', () => {
    const named = new Set(Array.from(JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g), ([, key]) => key));
    assert.deepEqual([...named].toSorted(), Object.keys(english).toSorted());
  });

  it('are complete in Korean', () => assertComplete(english, korean));
});

/** Files that translate texts of tables, all of which are in the bundle. */
const SHOWS_TABLES: ReadonlySet<string> = new Set([
  'client/src/reasons.ts',
  'server/src/core/text/display.ts',
]);

describe('the texts of client and server', () => {
  const sources = globSync('{client,server}/src/**/*.ts').map(
    (path) => [path, readFileSync(path, 'utf8')] as const,
  );

  it('are all in the bundle', () => {
    for (const [path, source] of sources) {
      if (SHOWS_TABLES.has(path)) continue;
      const texts = Array.from(source.matchAll(TRANSLATED_TEXT), ([, text = '']) => text);
      assert.equal(texts.length, source.match(/\bl10n\.t\(/g)?.length ?? 0, `${path} has literals alone`);
      for (const text of texts) assert.ok(text in client, text);
    }
  });

  it('are complete in Korean', () => assertComplete(client, koreanClient));
});
