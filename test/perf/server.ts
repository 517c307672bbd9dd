// Measures the built server over stdio, as an editor drives it, beside servers that do nothing. What counts are the
// ratios: servers take turns, so that what else the machine does slows all of them.

import { join } from 'node:path';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CodeActionTriggerKind,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { dumpOf, type Layout } from './dumps';
import { MeasuredServer, type ServerCommand } from './measuredServer';
import { timesOf } from './statistics';
import { megabytes, ratio, shown, table } from './table';
import { type Measured, Trial } from './trial';

export const URI = 'file:///bench/dump.txt';
export const LANGUAGE = 'article-dump';
const textDocument = { uri: URI };

const NULL_SERVER = [join(__dirname, 'nullServer.js'), '--stdio'];
export const NULL: ServerCommand = { name: 'null', command: NULL_SERVER };
const NULL_PAYLOAD: ServerCommand = { name: 'null-payload', command: NULL_SERVER };
export const COPYDESK: ServerCommand = { name: 'Copydesk', command: ['dist/server.js', '--stdio'] };

/** Edits of one file, and how often it is opened: less where each takes long. */
const editsIn = (size: number): number => (size > 20_000_000 ? 20 : size > 2_000_000 ? 60 : 200);
const opensOf = (size: number): number => (size > 2_000_000 ? 1 : 7);

const BURST = 30;
const STARTS = 15;

/** Measures one file. */
export async function measureFile(size: number, layout: Layout): Promise<string> {
  const trial = await Trial.start([NULL, NULL_PAYLOAD, COPYDESK], dumpOf(size, layout));
  const { text } = trial;
  const edits = editsIn(size);
  await sendPayload(trial, text);

  const open = async (server: MeasuredServer) => {
    await server.open(URI, LANGUAGE, text);
    await server.diagnostics(URI);
  };
  await trial.measure('open the first file, to diagnostics', 1, () => open);
  await trial.all((server) => server.close(URI));
  await trial.measure('open, to diagnostics, and close', opensOf(size), () => async (server) => {
    await open(server);
    await server.close(URI);
  });
  await trial.all(open);

  // What comes first after opening is slower in all servers alike, and is not what a person waits for while typing.
  for (let warming = 0; warming < 20; warming++) {
    const change = trial.nextEdit();
    await trial.all(async (server) => {
      await server.change(URI, [change]);
      await server.diagnostics(URI);
    });
  }
  const before = trial.servers.map((server) => server.cpuSeconds());
  await trial.measure('keystroke to diagnostics', edits, () => {
    const change = trial.nextEdit();
    return async (server) => {
      void server.change(URI, [change]);
      await server.diagnostics(URI);
    };
  });
  const cpu = trial.servers.map((server, index) => cpuOfEdit(server.cpuSeconds(), before[index], edits));
  const afterEdit = (what: string, act: (server: MeasuredServer) => Promise<unknown>) =>
    trial.measure(what, Math.ceil(edits / 2), () => {
      const change = trial.nextEdit();
      return async (server) => {
        void server.change(URI, [change]);
        await act(server);
      };
    });
  await afterEdit('keystroke to outline', ({ connection }) =>
    connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
  );
  await afterEdit('keystroke to folding', ({ connection }) =>
    connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
  );
  await trial.measure(`burst of ${BURST} letters, to diagnostics`, size > 2_000_000 ? 3 : 10, () => {
    const changes = trial.nextBurst(BURST);
    return async (server) => {
      let cancelled = new CancellationTokenSource();
      let last: Promise<unknown> = Promise.resolve();
      for (const change of changes) {
        cancelled.cancel();
        cancelled = new CancellationTokenSource();
        void server.change(URI, [change]);
        last = server.connection.sendRequest(
          DocumentDiagnosticRequest.type,
          server.asksDiagnostics(URI),
          cancelled.token,
        );
        last.catch(() => {});
      }
      await last;
    };
  });

  const position = { line: 4, character: 3 };
  await trial.measure(
    'hover',
    30,
    () =>
      ({ connection }) =>
        connection.sendRequest(HoverRequest.type, { textDocument, position }),
  );
  await trial.measure(
    'colours of a screen',
    30,
    () =>
      ({ connection }) =>
        connection.sendRequest('textDocument/semanticTokens/range', {
          textDocument,
          range: { start: position, end: { line: 60, character: 0 } },
        }),
  );
  await trial.measure(
    'colours of the file',
    size > 2_000_000 ? 3 : 10,
    () =>
      ({ connection }) =>
        connection.sendRequest(SemanticTokensRequest.type, { textDocument }),
  );
  await trial.measure(
    'actions at the caret',
    30,
    () =>
      ({ connection }) =>
        connection.sendRequest(CodeActionRequest.type, {
          textDocument,
          range: { start: position, end: position },
          context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic },
        }),
  );
  await trial.measure('fix all', 1, () => async ({ connection }) => {
    const actions = await connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['source.fixAll'], triggerKind: CodeActionTriggerKind.Invoked },
    });
    for (const action of actions ?? []) await connection.sendRequest('codeAction/resolve', action);
  });

  const memory = await Promise.all(trial.servers.map((server) => server.memory()));
  await trial.stop();
  const names = trial.servers.map(({ name }) => name);
  return [
    `## The server on ${(text.length / 1e6).toPrecision(2)} MB, ${layout === 'profile' ? 'of a site that is known' : 'of no site that is known'}\n`,
    timesTable(trial.measured),
    table(
      ['', ...names],
      [
        ['processor time of a keystroke', ...cpu],
        ['memory when settled', ...memory.map(({ used }) => megabytes(used))],
        [
          'the same, above null, for a byte of text',
          ...memory.map(({ used }) => ((used - (memory[0]?.used ?? 0)) / text.length).toFixed(1)),
        ],
        ['most memory', ...memory.map(({ peak }) => megabytes(peak))],
      ],
    ),
  ].join('\n');
}

/** Gives null-payload the answers of the true size: Copydesk's own. */
async function sendPayload({ servers }: Trial, text: string): Promise<void> {
  const source = await MeasuredServer.start(COPYDESK);
  await source.open(URI, LANGUAGE, text);
  const { connection } = source;
  const payload = {
    diagnostics: await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }),
    symbols: await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    folds: await connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
  };
  await source.stop();
  await servers
    .find(({ name }) => name === NULL_PAYLOAD.name)
    ?.connection.sendNotification('bench/payload', payload);
}

function cpuOfEdit(after: number | null, before: number | null | undefined, edits: number): string {
  return after === null || before == null ? '–' : `${shown(((after - before) / edits) * 1000)} ms`;
}

/** One row for each thing that was measured: p50 (p95, p99; least to most) of each server, and how they compare. */
function timesTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ what, times }) => {
    const all = [NULL, NULL_PAYLOAD, COPYDESK].map(({ name }) => timesOf(times.get(name) ?? []));
    const own = all[2]?.p50 ?? Number.NaN;
    const cells = all.map(
      ({ p50, p95, p99, least, most, count }) =>
        shown(p50) + (count < 3 ? '' : ` (${shown(p95)}, ${shown(p99)}; ${shown(least)} to ${shown(most)})`),
    );
    return [what, ...cells, ratio(own, all[0]?.p50 ?? 0), ratio(own, all[1]?.p50 ?? 0)];
  });
  return table(
    ['milliseconds: p50 (p95, p99; range)', 'null', 'null-payload', 'Copydesk', 'to null', 'to null-payload'],
    rows,
  );
}

/** How long a process takes until it has answered `initialize`. */
export async function measureStarts(): Promise<string> {
  const commands = [NULL, COPYDESK];
  const times = commands.map((): number[] => []);
  for (let turn = 0; turn < STARTS; turn++) {
    for (const [index, command] of commands.entries()) {
      const server = await MeasuredServer.start(command);
      times[index]?.push(server.startTime);
      await server.stop();
    }
  }
  const [none, own] = times.map(timesOf);
  if (none === undefined || own === undefined) return '';
  const cells = [none, own].map(
    ({ p50, least, most }) => `${shown(p50)} (${shown(least)} to ${shown(most)})`,
  );
  return `## Start\n\n${table(
    ['milliseconds: p50 (range)', 'null', 'Copydesk', 'to null'],
    [['start, to the answer to `initialize`', ...cells, ratio(own.p50, none.p50)]],
  )}`;
}
