import {
  type Disposable,
  l10n,
  ProcessExecution,
  Task,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** Kind of the tasks, as the manifest contributes it. */
const TYPE = 'copydesk';

/** The manifest's problem matcher of what `copydesk lint` writes. */
const MATCHER = '$copydesk';

/**
 * Offers the check of all dumps of a folder as a task, and runs those that people wrote into `tasks.json`. Where processes
 * can run alone: not in the web.
 * @param program path of the command line program
 */
export function registerTasks(program: string): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).map((folder) => taskOf({ type: TYPE }, folder, program)),
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return taskOf(definition, folder, program);
    },
  });
}

/** The task of a definition: the program under the editor's own Node. */
function taskOf(definition: Task['definition'], folder: WorkspaceFolder | undefined, program: string): Task {
  const files = textsOf(definition['files'], ['.']);
  const args = [program, 'lint', '--format', 'unix', ...textsOf(definition['args'], []), '--', ...files];
  const execution = new ProcessExecution(process.execPath, args, {
    env: { ELECTRON_RUN_AS_NODE: '1' },
    ...(folder && { cwd: folder.uri.fsPath }),
  });
  const name = l10n.t('check dumps');
  return new Task(definition, folder ?? TaskScope.Workspace, name, TYPE, execution, MATCHER);
}

function textsOf(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : otherwise;
}
