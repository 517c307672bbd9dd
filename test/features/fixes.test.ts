import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixes } from '../../server/src/features/fixes';
import type { PlacedFinding } from '../../server/src/rules/diagnose';

function range(start: number, end: number) {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}

function finding(
  code: string,
  start: number,
  end: number,
  ...texts: readonly [string, boolean][]
): PlacedFinding {
  return {
    code,
    range: range(start, end),
    message: `At ${start}.`,
    severity: 'warning',
    fixes: texts.map(([newText, preferred]) => ({
      title: `Change to ${newText}`,
      preferred,
      edits: [{ range: range(start, end), newText }],
    })),
  };
}

test('what is sure and what is not, in order of place, each with its reason', () => {
  const found = [
    finding('date-ambiguous', 0, 10, ['2025-02-05', false], ['2025-05-02', false]),
    finding('split-ordinal', 20, 25, ['21st', true]),
  ];
  const edits = fixes(found, [{ range: range(20, 25), newText: '21st' }]);
  assert.deepEqual(
    edits.map(({ newText, sure }) => [newText, sure]),
    [
      ['2025-02-05', false],
      ['21st', true],
    ],
  );
  assert.equal(edits[0]?.label, 'Date with two readings');
  assert.equal(edits[0]?.reason, 'Change to 2025-02-05, one of 2 choices. At 0.');
  assert.equal(edits[1]?.reason, 'At 20.');
});

test('an unsure fix gives way to what it would touch', () => {
  const found = [
    finding('split-ordinal', 0, 5, ['21st', true]),
    finding('date-ambiguous', 5, 9, ['x', false]),
  ];
  const edits = fixes(found, [{ range: range(0, 5), newText: '21st' }]);
  assert.deepEqual(
    edits.map(({ newText }) => newText),
    ['21st'],
  );
});

test('an edit that another fix brought about says so', () => {
  assert.equal(fixes([], [{ range: range(0, 1), newText: '' }])[0]?.label, 'Consequence of another fix');
});

test('the edits of many findings are put together in linear time', () => {
  const count = 40_000;
  const found = Array.from({ length: count }, (_, index) =>
    finding(index % 2 === 0 ? 'split-ordinal' : 'date-ambiguous', index * 10, index * 10 + 5, [
      `${index}`,
      index % 2 === 0,
    ]),
  );
  const sure = found.flatMap(({ fixes: [fix] }) => (fix?.preferred ? fix.edits : []));
  const started = process.cpuUsage();
  const edits = fixes(found, sure);
  const { user } = process.cpuUsage(started);
  assert.deepEqual(
    edits.map(({ newText }) => newText),
    Array.from({ length: count }, (_, index) => `${index}`),
  );
  assert.equal(edits[1]?.reason, 'Change to 1. At 10.');
  assert.equal(edits[2]?.reason, 'At 20.');
  assert.ok(user < 2_000_000, `${user / 1000} ms`);
});
