import { type Connection, type ConnectionOptions, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { version } from '../../package.json';
import { capabilitiesFor } from './capabilities';
import { type Client, clientOf } from './client';
import type { Runtime } from './runtime';
import { useTranslations } from './translations';

/**
 * Serves one client over a connection until that client says exit. What recognizes and answers is loaded when the client
 * has its answer to `initialize`, so that an editor's start does not wait for it; messages wait until it is there.
 * @param connect makes the connection with the options that it is given
 */
export function startServer(connect: (options: ConnectionOptions) => Connection, runtime: Runtime): void {
  let loading: Promise<void> | null = null;
  const connection = connect({
    messageStrategy: {
      handleMessage: (message, next) => (loading ? loading.then(() => next(message)) : next(message)),
    },
  });
  let client: Client | null = null;
  connection.onInitialize(async (params) => {
    if (client) return new ResponseError(ErrorCodes.InvalidRequest, 'A client says initialize once.');
    client = clientOf(params);
    await useTranslations(client, runtime);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'Copydesk', version } };
  });
  connection.onInitialized(() => {
    if (!client || loading) return;
    loading = load(connection, runtime, client);
  });
  connection.listen();
}

async function load(connection: Connection, runtime: Runtime, client: Client): Promise<void> {
  const { serve } = await import('./session');
  serve(connection, runtime, client);
}
