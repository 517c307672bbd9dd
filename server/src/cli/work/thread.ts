import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages';
import { type FileOrders, orderReader } from './siteTally';
import { type Task, workerFor } from './tasks';

/** In a thread: does the task that it was started for for each text that is sent, one after the other. */
export function serveThread(): void {
  const port = parentPort;
  if (!port) throw new Error('This is no thread.');
  const task: Task = workerData;
  const say = (message: FromThread<unknown>) => port.postMessage(message);
  let learn: (orders: readonly FileOrders[]) => void = () => {};
  const learnt = new Promise<readonly FileOrders[]>((resolve) => {
    learn = resolve;
  });
  const work = workerFor(task, () => {
    say({ kind: 'asks' });
    return learnt;
  });
  const read = orderReader(task.options);
  let last = Promise.resolve();
  port.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'unit':
        last = last.then(async () => say({ kind: 'reply', reply: await work(message.unit) }));
        break;
      case 'share':
        // Not after the texts that were sent before: one of them may wait for this.
        void read(message.files).then((orders) => say({ kind: 'share', orders }));
        break;
      case 'orders':
        learn(message.orders);
    }
  });
}
