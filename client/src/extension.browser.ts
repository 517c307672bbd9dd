import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startClient } from './client';

let running: { dispose(): Promise<void> } | undefined;

/** Entry in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  let worker: Worker | undefined;
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    // By its content, as a worker cannot be made from the address of an extension that lies on a remote machine.
    const code = await workspace.fs.readFile(script);
    const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
    worker = new Worker(address);
    // Not the worker itself: the editor's own Worker makes objects that the library does not take for workers.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  running = startClient(context, (id, name, options) => new LanguageClient(id, name, startWorker, options));
}

export function deactivate(): Promise<void> | undefined {
  return running?.dispose();
}
