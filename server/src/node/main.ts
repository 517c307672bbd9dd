import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../server';
import { nodeRuntime } from './runtime';

// Which channel to talk over is in the arguments: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
startServer((options) => createConnection(options), nodeRuntime);
