import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serially } from '../../client/src/serial';

/** A task whose runs a test ends one by one. */
function controlled() {
  const ends: { resolve: () => void; reject: (reason: unknown) => void }[] = [];
  let running = 0;
  let most = 0;
  const run = serially(async () => {
    running++;
    most = Math.max(most, running);
    try {
      await new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
    } finally {
      running--;
    }
  });
  return { run, ends, most: () => most };
}

describe('serially', () => {
  it('lets calls made during a run share one further run', async () => {
    const { run, ends, most } = controlled();
    const first = run();
    await Promise.resolve();
    assert.equal(ends.length, 1);
    const second = run();
    assert.equal(run(), second);
    assert.notEqual(first, second);
    ends[0]?.resolve();
    await first;
    await Promise.resolve();
    assert.equal(ends.length, 2);
    ends[1]?.resolve();
    await second;
    assert.equal(ends.length, 2);
    assert.equal(most(), 1);
  });

  it('goes on after a run that failed, and tells its callers', async () => {
    const { run, ends } = controlled();
    const first = run();
    await Promise.resolve();
    const second = run();
    ends[0]?.reject(new Error('no'));
    await assert.rejects(first, /no/);
    await Promise.resolve();
    ends[1]?.resolve();
    await second;
  });

  it('never lets two runs overlap, whenever the calls come', async () => {
    let running = 0;
    let runs = 0;
    const run = serially(async () => {
      assert.equal(++running, 1);
      await Promise.resolve();
      runs++;
      running--;
    });
    const calls: Promise<void>[] = [];
    for (let i = 0; i < 50; i++) {
      calls.push(run());
      for (let turn = 0; turn < i % 7; turn++) await Promise.resolve();
    }
    await Promise.all(calls);
    assert.ok(runs > 1 && runs <= 50, `${runs} runs`);
  });
});
