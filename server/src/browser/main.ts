import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { localToday } from '../runtime';
import { startServer } from '../server';

declare const self: DedicatedWorkerGlobalScope;

const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];

startServer((options) => createConnection(reader, writer, options), {
  // A task of a timer runs after the messages that were posted before it.
  defer: (task) => {
    setTimeout(task, 0);
  },
  delay: (task, milliseconds) => {
    const timer = setTimeout(task, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
  today: localToday,
});
