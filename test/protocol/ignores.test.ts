import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver/node';
import { parseConfig } from '../../server/src/rules/config';
import { applyEdits } from '../../server/src/rules/edits';
import { TestClient, VSCODE } from '../support/client';
import { LIBRARY_DUMP } from '../support/libraryDump';

const FOLDER = 'file:///corpus/dumps';
const URI = `${FOLDER}/raw/the%20library.txt`;
const CONFIG = `${FOLDER}/.copydesk.json`;

const clients: TestClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(config: string | null) {
  const files = new Map<string, string>(config === null ? [] : [[CONFIG, config]]);
  const { client } = await TestClient.start({ capabilities: VSCODE, folders: [FOLDER], files });
  clients.push(client);
  await client.open(URI, LIBRARY_DUMP);
  return { client, files };
}

async function actionsAt(
  client: TestClient,
  uri: string,
  line: number,
  character: number,
): Promise<readonly CodeAction[]> {
  const at = { line, character };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  return (actions ?? []).flatMap((action) => ('kind' in action ? [action] : []));
}

/** The text of the settings file after an action's edit. */
function edited(text: string, action: CodeAction | undefined): string {
  const edits = (action?.edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits : [],
  );
  return applyEdits(
    text,
    edits.flatMap((edit) => ('newText' in edit ? [edit] : [])),
  );
}

test('one finding is ignored, in the settings file and not in the dump, and told of no more', async () => {
  const { client, files } = await start(null);
  const spaces = async () =>
    (await client.codes(URI)).filter((code) => code === 'space-before-punctuation').length;
  assert.equal(await spaces(), 2);
  const action = (await actionsAt(client, URI, 9, 36)).find(
    ({ title }) => title === 'Ignore “space-before-punctuation” here',
  );
  const text = edited('', action);
  const [ignore] = JSON.parse(text).ignores;
  assert.deepEqual(ignore, {
    rule: 'space-before-punctuation',
    file: 'raw/the library.txt',
    quote: {
      exact: ' ,',
      prefix: 'The new library of the harbour town',
      suffix: ' built in three years, opened on Saturda',
    },
  });
  assert.deepEqual(parseConfig(text).problems, []);
  files.set(CONFIG, text);
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: CONFIG, type: 1 }],
  });
  assert.equal(await spaces(), 1);
});

test('a rule is ignored in one file', async () => {
  const before = '{\n  "ignores": []\n}\n';
  const { client } = await start(before);
  const action = (await actionsAt(client, URI, 9, 36)).find(({ title }) => title.endsWith('in this file'));
  assert.deepEqual(JSON.parse(edited(before, action)), {
    ignores: [{ rule: 'space-before-punctuation', file: 'raw/the library.txt' }],
  });
});

test('what fits nothing in the open dump is reported in the settings file, and deleted there', async () => {
  const text = JSON.stringify(
    {
      ignores: [
        { rule: 'split-ordinal', file: 'raw/the library.txt' },
        { rule: 'double-space', file: 'raw/the library.txt' },
        { rule: 'double-space', file: 'raw/closed.txt' },
      ],
    },
    null,
    2,
  );
  const { client } = await start(text);
  await client.open(CONFIG, text, 'jsonc');
  const report = await client.pull(CONFIG);
  assert.ok(report.kind === 'full');
  assert.deepEqual(
    report.items.map(({ code, message, range }) => [code, message, range.start.line]),
    [['unused-ignore', 'This fits no finding of “double-space” any more', 6]],
  );
  const [action] = await actionsAt(client, CONFIG, 6, 8);
  assert.equal(action?.title, 'Delete this ignore');
  assert.deepEqual(JSON.parse(edited(text, action)).ignores.length, 2);
});
