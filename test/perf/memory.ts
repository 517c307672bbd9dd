// Loaded into a measured server before its own code: on SIGUSR2 it tells, on its error output, what memory it needs. What
// nobody uses any more is let go before that, so that figures of different servers can be compared.

import { getHeapStatistics } from 'node:v8';

process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { rss, external } = process.memoryUsage();
  const heap = getHeapStatistics().used_heap_size;
  process.stderr.write(`${JSON.stringify({ rss, used: heap + external })}\n`);
});
