import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startClient } from './client';
import { WORKER_DATA, workerScript } from './workerScript';

let running: { dispose(): Promise<void> } | undefined;

/** Entry in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name)));
  let worker: Worker | undefined;
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    // By its content, as a worker cannot be made from the address of an extension that lies on a remote machine.
    const [code, ...data] = await Promise.all([read('server.browser.js'), ...WORKER_DATA.map(read)]);
    const script = new Blob([...workerScript(code, data)], { type: 'text/javascript' });
    const address = URL.createObjectURL(script);
    worker = new Worker(address);
    // Not the worker itself: the editor's own Worker makes objects that the library does not take for workers.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  running = startClient(context, (id, name, options) => new LanguageClient(id, name, startWorker, options));
}

export function deactivate(): Promise<void> | undefined {
  return running?.dispose();
}
