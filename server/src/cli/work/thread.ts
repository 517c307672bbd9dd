import { parentPort, workerData } from 'node:worker_threads';
import type { Unit } from '../input/unit';
import { type Assignment, workerFor } from './tasks';

/** In a thread: does what it was started for for each text that is sent, one after the other. */
export function serveThread(): void {
  const port = parentPort;
  if (!port) throw new Error('This is no thread.');
  const assignment: Assignment = workerData;
  const work = workerFor(assignment);
  let last = Promise.resolve();
  port.on('message', (unit: Unit) => {
    last = last.then(async () => {
      port.postMessage(await work(unit));
    });
  });
}
