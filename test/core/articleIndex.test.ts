import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArticleIndex } from '../../server/src/core/articleIndex';
import { articlePlaces } from '../../server/src/core/articlePlaces';
import { markedDump } from '../support/markedDump';

/** Two articles, one without a date, under headlines with marks and letters of more than one unit. */
const { dump } = markedDump(
  'headline | New — Library, 図書館 𝔸\n\nmetadata | Date: {2024-12-31=2024-12-31}\n\nparagraph | It has opened.\n===\nheadline | Weather\n\nparagraph | Rain.',
);
const nothing = () => false;

test('the places of files that are not open are the ones that they had', () => {
  const index = new ArticleIndex();
  index.note('file:///a.txt', dump);
  index.note('file:///b.txt', dump);
  const places = (uri: string) => articlePlaces(uri, dump);
  assert.equal(places('file:///a.txt').length, 2);
  assert.deepEqual(index.places(nothing), [...places('file:///a.txt'), ...places('file:///b.txt')]);
  assert.deepEqual(
    index.places((uri) => uri === 'file:///a.txt'),
    places('file:///b.txt'),
  );
  index.forget('file:///b.txt');
  index.note('file:///a.txt', { ...dump, isDump: false });
  assert.deepEqual(index.places(nothing), []);
});

test('files that were noted first make room for others', () => {
  const index = new ArticleIndex(1000);
  const uris = Array.from({ length: 50 }, (_, number) => `file:///${number}.txt`);
  const told = uris.map((uri) => index.note(uri, dump));
  assert.equal(told[0], false);
  assert.equal(told.at(-1), true);
  const left = new Set(index.places(nothing).map(({ uri }) => uri));
  assert.deepEqual([...left], uris.slice(-left.size));
  assert.ok(left.size > 3 && left.size < 20);
  for (const uri of uris) index.forget(uri);
  assert.equal(index.note('file:///again.txt', dump), false);
});
