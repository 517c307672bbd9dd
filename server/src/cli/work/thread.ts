import { parentPort, workerData } from 'node:worker_threads';
import type { Unit } from '../input/unit';
import { type Task, workerFor } from './tasks';

/** In a thread: does the task that it was started with for each text that is sent, one after the other. */
export function serveThread(): void {
  const port = parentPort;
  if (!port) throw new Error('This is no thread.');
  const task: Task = workerData;
  const work = workerFor(task);
  let last = Promise.resolve();
  port.on('message', (unit: Unit) => {
    last = last.then(async () => {
      port.postMessage(await work(unit));
    });
  });
}
