import * as vscode from 'vscode';
import './host.test';
import './detection.test';
import './choices.test';
import './structure.test';
import './findings.test';
import './moving.test';
import './firstRun.test';
import './articles.test';
import './roles.test';
import './settingsFile.test';
import './definitions.test';
import './overview.test';
import './crash.test';
import './tasks.test';
import { runTests } from './testing';

/** Called by VS Code's extension host. Rejects where a test fails. */
export async function run(): Promise<void> {
  const failed = await runTests(async () => {
    // Else closing asks whether to save.
    await vscode.commands.executeCommand('_workbench.revertAllDirty');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}
