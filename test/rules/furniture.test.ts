import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furniture } from '../../server/src/rules/furniture';
import { markedDump } from '../support/markedDump';
import { LIBRARY_PAGE } from '../support/sampleDump';

function report(marked: string): readonly string[] {
  return markedDump(marked).dump.pages.flatMap(({ page }) =>
    [...furniture.check(page)].map(({ range, message, fixes, unnecessary }) => {
      assert.equal(unnecessary, true);
      assert.deepEqual(fixes, []);
      const { start, end } = range;
      assert.equal(start.character, 0);
      assert.equal(end.character, page.lines[end.line]?.length);
      return `${start.line}-${end.line} ${message}`;
    }),
  );
}

describe('furniture', () => {
  it('is reported once a run, blank lines between, with what it is', () => {
    assert.deepEqual(report(LIBRARY_PAGE), [
      '0-1 Site furniture: capture date, outlet',
      '7-7 Site furniture: promotion',
      '17-39 Site furniture: related articles (2 cards), navigation',
    ]);
  });

  it('of one card is named so', () => {
    const lines = [
      'paragraph | Text.',
      'related-heading | More',
      'related-title | One',
      'related-teaser | It is',
      'related-date | {2025-01-01=January 01, 2025}',
    ];
    assert.deepEqual(report(lines.join('\n')), ['1-4 Site furniture: related articles (1 card)']);
  });

  it('is not reported where there is nothing else', () => {
    assert.deepEqual(report('navigation | Home\nnavigation | News\n\nlegal | All rights reserved'), []);
  });
});
