import { assert } from 'chai';
import * as vscode from 'vscode';
import { DUMP_TEXT } from './dumpText';
import { fileUri, hoverText, rangeOf, showDump, showNew, until } from './editor';
import { test } from './testing';

const PATH = 'settings/.copydesk.json';

const TEXT = `{
  "rules": { "split-ordinal": "loud" },
  "lines": [{ "role": "promo", "quote": { "exact": "Join us" } }],
  "files": [{ "file": "a.txt", "profile": "" }]
}
`;

test('in a settings file mistakes are reported, words are completed, and hovers say what they mean', async () => {
  // The server runs where there are dumps.
  await showDump(DUMP_TEXT);
  const { document } = await showNew(PATH, TEXT);
  try {
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .some(({ range }) => document.getText(range).includes('loud')) || undefined,
      'the mistake reported',
    );
    const words = async (text: string, part: string): Promise<readonly string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        rangeOf(document, text, part).start.translate(0, 1),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
    };
    assert.include(await words('"profile": ""', '""'), 'kcna-watch');
    assert.include(await hoverText(document, rangeOf(document, 'promo')), 'Promotion');
  } finally {
    await vscode.workspace.fs.delete(fileUri(PATH));
  }
});

test('a setting turns the lines above headlines and the values after dates off', async () => {
  const { document } = await showDump(DUMP_TEXT);
  const settings = vscode.workspace.getConfiguration('copydesk', document);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const count = async (): Promise<number> => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    return lenses.length + hints.length;
  };
  assert.isAbove(await count(), 3);
  await settings.update('codeLens', false, true);
  await settings.update('inlayHints', 'off', true);
  try {
    assert.equal(await count(), 0);
  } finally {
    await settings.update('codeLens', undefined, true);
    await settings.update('inlayHints', undefined, true);
  }
});
