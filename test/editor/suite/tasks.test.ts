import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileUri } from './editor';
import { test } from './testing';

declare const HOST: 'node' | 'web';

test('the dumps of a folder are checked by a task, where programs can run', async () => {
  const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'copydesk' });
  assert.deepEqual(others, []);
  if (HOST === 'web') {
    assert.isUndefined(task);
    return;
  }
  assert.deepEqual(task?.problemMatchers, ['$copydesk']);
  const execution = task?.execution;
  if (!(execution instanceof vscode.ProcessExecution)) throw new Error('no process');
  const [program = '', ...args] = execution.args;
  assert.deepEqual(args, ['lint', '--format', 'unix', '--', '.']);
  assert.equal(execution.options?.cwd, fileUri('.').fsPath);
  assert.equal((await vscode.workspace.fs.stat(vscode.Uri.file(program))).type, vscode.FileType.File);
});
