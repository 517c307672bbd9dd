import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Dump } from '../../server/src/core/model/page';
import { recognize } from '../../server/src/core/recognize';
import { dumpTexts } from '../support/arbitraries';
import {
  assertConfidence,
  assertPages,
  assertPlaces,
  assertRoles,
  assertSections,
} from '../support/assertDump';

const runs = { numRuns: 150, seed: 20260105 };

describe('any text gives a Dump', () => {
  test('every non-blank line has one role, blank lines have none', () => check(assertRoles));
  test('pages follow one another and their texts make the file', () => check(assertPages));
  test('confidence is a probability', () => check((_, dump) => assertConfidence(dump)));
  test('sections are nested, in order, and begin and end on non-blank lines', () =>
    check((_, dump) => assertSections(dump)));
  test('metadata and dates stand where they say', () => check((_, dump) => assertPlaces(dump)));
});

function check(property: (text: string, dump: Dump) => void): void {
  fc.assert(
    fc.property(dumpTexts(), (text) => property(text, recognize(text))),
    runs,
  );
}
