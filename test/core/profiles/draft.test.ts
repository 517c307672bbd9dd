import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draftProfile } from '../../../server/src/core/profiles/draft';
import { parseProfile } from '../../../server/src/core/profiles/profileFile';
import { recognize } from '../../../server/src/core/recognize';
import { LIBRARY_DUMP } from '../../support/libraryDump';
import { markedDump } from '../../support/markedDump';
import { LIBRARY_PAGE } from '../../support/sampleDump';

describe('a profile that is made of a dump', () => {
  it('has the lines of the site with their dates, names and numbers as fields', () => {
    const { dump } = markedDump(LIBRARY_PAGE);
    assert.deepEqual(draftProfile(dump), {
      id: 'harbour-news-en',
      title: 'Harbour News (EN)',
      language: 'en',
      dateForms: [
        { role: 'capture-date', pattern: 'MMMM dd, yyyy' },
        { role: 'metadata', pattern: 'dd/MM/yyyy' },
        { role: 'related-date', pattern: 'MMMM dd, yyyy' },
      ],
      lines: [
        { role: 'capture-date', signature: 0.1, templates: ['{captured:MMMM d, yyyy}'] },
        { role: 'outlet', signature: 0.3, templates: ['Harbour News \\(EN\\)'] },
        {
          role: 'metadata',
          signature: 0.3,
          templates: ['Date: {published:d/M/yyyy} \\| Source: {source} \\| Read original version'],
        },
        { role: 'promo', signature: 0.1, templates: ['The harbour office is hiring'] },
        { role: 'related-heading', signature: 0.2, templates: ['More From Harbour News \\(EN\\)'] },
        { role: 'related-date', templates: ['{date:MMMM d, yyyy}'] },
        { role: 'navigation', templates: ['More Articles'] },
      ],
    });
  });

  it('is a profile, and fits the page that it was made of', () => {
    const unknown = LIBRARY_DUMP.replace('KCNA Example News (EN)', 'Harbour Gazette')
      .replace(
        'Date: 02/03/2024 | Source: Example News (EN) | Read original version',
        'Posted March 2, 2024 in Town',
      )
      .replace('More From Example News (EN)', 'Also in the Gazette');
    for (const text of [unknown, unknown.replace('is hiring', 'is {hiring|(now)} \\o/')]) {
      const draft = draftProfile(recognize(text, { assumeDump: true }));
      const parsed = parseProfile(JSON.parse(JSON.stringify(draft)));
      assert.ok(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.errors));
      const again = recognize(text, { assumeDump: true, profiles: [parsed.profile] });
      assert.equal(again.pages[0]?.page.profile?.id, parsed.profile.id);
    }
  });

  it('tells its site even where it has few lines, and takes numbers for any number', () => {
    const { dump } = markedDump(
      'headline | It rained\nparagraph | It did.\nlegal | (c) 2024 Herald, 12 rights',
    );
    assert.deepEqual(draftProfile(dump)?.lines, [
      {
        role: 'legal',
        signature: 0.5,
        templates: ['\\(c\\) {number:number} Herald, {number:number} rights'],
      },
    ]);
  });

  it('is none where nothing is the site’s', () => {
    assert.equal(draftProfile(markedDump('headline | It rained\nparagraph | It did.').dump), null);
  });
});
