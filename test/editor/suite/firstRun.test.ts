import { assert } from 'chai';
import * as vscode from 'vscode';
import { findings, until } from './editor';
import { test } from './testing';

const LOUD = ({ severity }: vscode.Diagnostic): boolean => severity !== vscode.DiagnosticSeverity.Hint;

/** Opens the sample and waits for its findings. */
async function openSample(): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('copydesk.openSample');
  const document = vscode.window.activeTextEditor?.document;
  assert.isDefined(document);
  await findings(document, (all) => all.some(LOUD), 'the planted damage');
  return document;
}

test('the sample opens as a dump without a file, with damage to try things on', async () => {
  const document = await openSample();
  assert.equal(document.languageId, 'article-dump');
  assert.isTrue(document.isUntitled);
});

test('the walkthrough’s buttons fix one finding, then all', async () => {
  const document = await openSample();
  const before = document.getText();
  await vscode.commands.executeCommand('copydesk.fixNext');
  const changed = (): true | undefined => document.getText() !== before || undefined;
  await until(vscode.workspace.onDidChangeTextDocument, changed, 'one finding fixed');
  await findings(document, (all) => all.some(LOUD), 'what is left');
  await vscode.commands.executeCommand('copydesk.fixAll');
  const fixed = (): true | undefined => document.getText().includes('21st meeting') || undefined;
  await until(vscode.workspace.onDidChangeTextDocument, fixed, 'all fixed');
  assert.include(document.getText(), 'February 30, 2025', 'what has no one right fix is left');
});

test('the walkthrough’s buttons find the sample beside the page that they are on', async () => {
  const document = await openSample();
  const sample = document.getText();
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'copydesk.copydesk#start', true);
  await until(
    vscode.window.onDidChangeActiveTextEditor,
    () => vscode.window.activeTextEditor === undefined || undefined,
    'the walkthrough in front',
  );
  await vscode.commands.executeCommand('copydesk.fixAll');
  await until(
    vscode.workspace.onDidChangeTextDocument,
    () => document.getText() !== sample || undefined,
    'the sample fixed',
  );
});
