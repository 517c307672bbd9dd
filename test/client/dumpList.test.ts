import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Arrangement,
  arrange,
  DEFAULT_ARRANGEMENT,
  type ListedDump,
  parseArrangement,
} from '../../client/src/overview/dumpList';

function dump(path: string, more: Partial<ListedDump['summary']> = {}, reviewed = false): ListedDump {
  const summary = {
    headline: null,
    published: null,
    source: null,
    language: null,
    articles: 1,
    findings: { warning: 0, information: 0, hint: 0 },
    ...more,
  };
  return { uri: `file:///${path}`, path, summary, reviewed };
}

const findings = (warning: number, information = 0) => ({ warning, information, hint: 9 });

const DUMPS = [
  dump('b/2.txt', { published: '2024-12-31', source: 'Herald', findings: findings(1) }),
  dump('a/1.txt', { published: '2025-02-05', source: 'Courier', findings: findings(0, 5) }, true),
  dump('b/1.txt', { published: '2024-12-01', source: 'Herald', findings: findings(0) }),
  dump('top.txt'),
];

function shown(arrangement: Partial<Arrangement>): readonly (readonly [string, readonly string[]])[] {
  return arrange(DUMPS, { ...DEFAULT_ARRANGEMENT, ...arrangement }).map(
    ({ name, dumps }) => [name, dumps.map(({ path }) => path)] as const,
  );
}

test('dumps are put together by folder, source or month; those that do not say come last', () => {
  assert.deepEqual(shown({ grouping: 'folder' }), [
    ['a', ['a/1.txt']],
    ['b', ['b/1.txt', 'b/2.txt']],
    ['', ['top.txt']],
  ]);
  assert.deepEqual(shown({ grouping: 'source' }), [
    ['Courier', ['a/1.txt']],
    ['Herald', ['b/1.txt', 'b/2.txt']],
    ['', ['top.txt']],
  ]);
  assert.deepEqual(
    shown({ grouping: 'month' }).map(([name]) => name),
    ['2024-12', '2025-02', ''],
  );
});

test('they are in order of name, the latest first, or the worst first', () => {
  assert.deepEqual(shown({ grouping: 'source', order: 'date' })[1], ['Herald', ['b/2.txt', 'b/1.txt']]);
  assert.deepEqual(shown({ grouping: 'source', order: 'findings' })[1], ['Herald', ['b/2.txt', 'b/1.txt']]);
});

test('only those with findings, hints not counted, or those that are not reviewed', () => {
  assert.deepEqual(shown({ filter: 'findings' }), [
    ['a', ['a/1.txt']],
    ['b', ['b/2.txt']],
  ]);
  assert.deepEqual(
    shown({ filter: 'unreviewed' }).map(([name]) => name),
    ['b', ''],
  );
});

test('a stored arrangement is read, and what is no word of ours is as at first', () => {
  const arrangement = { grouping: 'month', order: 'date', filter: 'findings' };
  assert.deepEqual(parseArrangement(arrangement), arrangement);
  for (const stored of [undefined, null, 7, { grouping: 'colour', order: [] }]) {
    assert.deepEqual(parseArrangement(stored), DEFAULT_ARRANGEMENT);
  }
});
