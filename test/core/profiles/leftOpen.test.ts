import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProfile } from '../../../server/src/core/profiles/profileFile';
import { recognize } from '../../../server/src/core/recognize';

const TEXT = [
  'Quayside Courier',
  'Harbour / Trade',
  'Ropewalk reopens after forty years',
  'Filed 03-02-2024, desk: Ingrid Solheim',
  'The old ropewalk on the east quay was reopened on Saturday, forty years after the last cable left it.',
  'Visitors can turn the crank themselves, and a length of rope costs what they think it is worth.',
  'By Tide Tables & Sons',
  'The harbour trust says the roof was the hardest part: it is two hundred metres long and leaked in nine places.',
  'More from the quay',
  'Crane to be painted blue',
].join('\n\n');

test('the model fills in what a workspace’s profile leaves open, and never contradicts it', () => {
  const parsed = parseProfile({
    id: 'quayside',
    title: 'Quayside Courier',
    dateOrder: 'dmy',
    lines: [
      { role: 'outlet', signature: 0.6, template: 'Quayside Courier' },
      { role: 'metadata', template: 'Filed {published:dd-MM-yyyy}, desk: {author}' },
      { role: 'promo', template: 'By Tide Tables & Sons' },
    ],
  });
  assert.ok(parsed.ok);
  const [placed] = recognize(TEXT, { profiles: [parsed.profile] }).pages;
  assert.deepEqual(
    placed?.page.roles.filter((role) => role !== ''),
    [
      'outlet',
      'navigation',
      'headline',
      'metadata',
      'paragraph',
      'paragraph',
      'promo',
      'paragraph',
      'related-heading',
      'related-title',
    ],
  );
  const { article } = placed.page;
  assert.equal(article?.headline?.value, 'Ropewalk reopens after forty years');
  assert.equal(article.author?.value, 'Ingrid Solheim');
  assert.deepEqual(article.published?.value, { year: 2024, month: 2, day: 3 });
});
