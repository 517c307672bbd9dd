import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePlaces } from '../../server/src/core/articlePlaces';
import { definition } from '../../server/src/features/definition';
import { type MarkedDump, markedDump } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

const HERE = 'file:///corpus/library.txt';

/** A page of an article of its own. */
function page(headline: string, date: string, body = 'The harbour office said so on the quay.'): MarkedDump {
  return markedDump(`headline  | ${headline}\n\nmetadata  | Date: {${date}=${date}}\n\nparagraph | ${body}`);
}

/** The files that the first line with a text leads to; null where it leads nowhere. */
function from(
  marked: MarkedDump,
  words: string,
  others: Readonly<Record<string, MarkedDump>>,
): readonly string[] | null {
  const line = marked.text.split('\n').findIndex((text) => text.includes(words));
  const places = Object.entries({ [HERE]: marked, ...others }).flatMap(([uri, { dump }]) =>
    articlePlaces(uri, dump),
  );
  const found = definition({ uri: HERE, dump: marked.dump }, { line, character: 3 }, () => places);
  return found === null ? null : found.places.map(({ uri, range }) => `${uri}:${range.start.line}`);
}

test('every line of a card leads to the article that it shows the title of', () => {
  const marked = markedDump(LIBRARY_PAGE);
  const others = {
    'file:///corpus/ferry.txt': page('Ferry timetable changes', '2025-02-03'),
    'file:///corpus/market.txt': page('Market Moves to the Square', '2025-02-01'),
  };
  for (const words of ['Ferry Timetable', 'The ferries to the islands', 'February 03']) {
    assert.deepEqual(from(marked, words, others), ['file:///corpus/ferry.txt:0'], words);
  }
  assert.deepEqual(from(marked, 'Market Moves', others), ['file:///corpus/market.txt:0']);
});

test('of articles with one title a card leads to that of its day', () => {
  const marked = markedDump(LIBRARY_PAGE);
  const others = {
    'file:///corpus/2024.txt': page('Ferry Timetable Changes', '2024-02-03'),
    'file:///corpus/2025.txt': page('Ferry Timetable Changes', '2025-02-02'),
  };
  assert.deepEqual(from(marked, 'Ferry Timetable', others), ['file:///corpus/2025.txt:0']);
  assert.deepEqual(from(marked, 'Market Moves', others), []);
});

test('a title that was cut leads to those that go on from it', () => {
  const marked = markedDump(
    'headline | A\n\nparagraph | B\n\nrelated-heading | More\n\nrelated-title | Ferry Time…',
  );
  const others = { 'file:///corpus/ferry.txt': page('Ferry Timetable Changes', '2025-02-03') };
  assert.deepEqual(from(marked, 'Ferry Time', others), ['file:///corpus/ferry.txt:0']);
});

test('headline and metadata lead to other dumps of the same article', () => {
  const marked = page('New Library Opens', '2024-12-31');
  const others = {
    'file:///corpus/again.txt': page('NEW LIBRARY  OPENS!', '2024-12-31', 'Another text.'),
    'file:///corpus/older.txt': page('New Library Opens', '2019-12-31'),
  };
  for (const words of ['New Library', 'Date:']) {
    assert.deepEqual(from(marked, words, others), ['file:///corpus/again.txt:0'], words);
  }
});

test('without a day the beginning of the text tells whether articles are the same', () => {
  const undated = (body: string): MarkedDump => markedDump(`headline | Weather\n\nparagraph | ${body}`);
  const others = {
    'file:///corpus/same.txt': undated('Rain comes in from the sea.'),
    'file:///corpus/other.txt': undated('Sun over the islands.'),
  };
  assert.deepEqual(from(undated('Rain comes in from the sea.'), 'Weather', others), [
    'file:///corpus/same.txt:0',
  ]);
});

test('articles that were joined in one file lead to each other, and no page to itself', () => {
  const own = 'headline | Weather\n\nparagraph | Rain comes in from the sea.';
  assert.deepEqual(from(markedDump(own), 'Weather', {}), []);
  assert.deepEqual(from(markedDump(`${own}\n===\n${own}`), 'Weather', {}), [`${HERE}:3`]);
});

test('other lines lead nowhere', () => {
  const marked = markedDump(LIBRARY_PAGE);
  for (const words of ['Some three hundred people', 'The harbour office is hiring', 'More Articles']) {
    assert.equal(from(marked, words, {}), null, words);
  }
});
