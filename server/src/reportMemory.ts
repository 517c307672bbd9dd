import type { Analysis } from './analysis';
import type { Report } from './diagnosticsSupport';
import { haveSameFindings } from './rules/sameFindings';

/** Keeps each document's last report: most edits leave its findings as they are, and then there is nothing to be told. */
export class ReportMemory {
  readonly #last = new Map<string, { readonly analysis: Analysis; readonly report: Report }>();

  /** The report on an analysis: the last one, where that says the same. */
  of(analysis: Analysis, make: () => Report): Report {
    const last = this.#last.get(analysis.uri);
    const report = last && isSame(last.analysis, analysis) ? last.report : make();
    this.#last.set(analysis.uri, { analysis, report });
    return { ...report, version: analysis.version };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

function isSame(before: Analysis, after: Analysis): boolean {
  if (before === after) return true;
  // What is ignored is told by the words of the text around it.
  const isPlain = before.settings === after.settings && !after.settings.rules.ignores?.length;
  return isPlain && before.limits.join() === after.limits.join() && haveSameFindings(before.dump, after.dump);
}
