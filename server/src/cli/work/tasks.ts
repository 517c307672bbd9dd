import { type AnnotateOptions, annotateWork } from '../annotate';
import { type DatesOptions, datesWork } from '../dates';
import { type ExportOptions, exportWork } from '../export';
import { type FixOptions, fixWork } from '../fix';
import type { Unit } from '../input/unit';
import { type LintOptions, lintWork } from '../lint';
import { type Reply, worker } from './job';
import type { FileOrders } from './siteTally';

/** A command and what it was told: plain data, from which a thread knows what to do. */
export type Task =
  | { readonly command: 'annotate'; readonly options: AnnotateOptions }
  | { readonly command: 'dates'; readonly options: DatesOptions }
  | { readonly command: 'export'; readonly options: ExportOptions }
  | { readonly command: 'fix'; readonly options: FixOptions }
  | { readonly command: 'lint'; readonly options: LintOptions };

/** Does a task for one text after the other, see {@link worker}. */
export function workerFor(
  task: Task,
  ask: () => Promise<readonly FileOrders[]>,
): (unit: Unit) => Promise<Reply<unknown>> {
  switch (task.command) {
    case 'annotate':
      return worker(annotateWork(task.options), task.options, ask);
    case 'dates':
      return worker(datesWork(task.options), task.options, ask);
    case 'export':
      return worker(exportWork(task.options), task.options, ask);
    case 'fix':
      return worker(fixWork(task.options), task.options, ask);
    case 'lint':
      return worker(lintWork(task.options), task.options, ask);
  }
}
