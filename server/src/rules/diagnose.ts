import type { Dump } from '../core/model/page';
import { shiftRange } from '../core/model/range';
import { dumpFindingsOf, type Findings, findingsOf, inOrder, type RuleFailure } from './findings';
import { ignoredFindings } from './ignores';
import { type Finding, quieter, type Severity } from './rule';
import { type Settings, severityOf } from './settings';

/** A finding in its file: all ranges are the file's. */
export interface PlacedFinding extends Finding {
  /** How loud it is under the settings. */
  readonly severity: Exclude<Severity, 'off'>;
}

/**
 * The findings of a file in order of place, those of rules that are off and those that are ignored left out. A file that is no dump has none.
 * Rules that fail are handed to `onFailure`; the findings of the others stand.
 */
export function diagnose(
  dump: Dump,
  settings: Settings,
  onFailure: (failure: RuleFailure) => void,
): readonly PlacedFinding[] {
  if (!dump.isDump) return [];
  const placedOf = (found: Findings, startLine: number): readonly PlacedFinding[] => {
    found.failures.forEach(onFailure);
    return placed(found, startLine, settings);
  };
  const ofPages = dump.pages.flatMap(({ page, startLine }) => placedOf(findingsOf(page), startLine));
  const ofFile = placedOf(dumpFindingsOf(dump), 0);
  const all = ofFile.length === 0 ? ofPages : inOrder([...ofFile, ...ofPages]);
  if (!settings.ignores?.length) return all;
  const ignored = ignoredFindings(dump, all, settings.ignores);
  return all.filter((finding) => !ignored.has(finding));
}

/** Findings where they were placed last: an edit leaves nearly all pages of a file in their places. */
const lastPlaced = new WeakMap<
  Findings,
  { readonly startLine: number; readonly settings: Settings; readonly findings: readonly PlacedFinding[] }
>();

function placed(found: Findings, startLine: number, settings: Settings): readonly PlacedFinding[] {
  const last = lastPlaced.get(found);
  if (last?.startLine === startLine && last.settings === settings) return last.findings;
  const findings = found.findings.flatMap((finding) => {
    const severity = severityOf(settings, finding.code);
    return severity === 'off'
      ? []
      : [{ ...lowered(finding, startLine), severity: quieter(severity, finding.severity ?? severity) }];
  });
  lastPlaced.set(found, { startLine, settings, findings });
  return findings;
}

/** A finding with all its ranges so many lines further down. */
export function lowered<F extends Finding>(finding: F, lines: number): F {
  return {
    ...finding,
    range: shiftRange(finding.range, lines),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, lines) })),
    })),
    ...(finding.related && {
      related: finding.related.map((place) => ({ ...place, range: shiftRange(place.range, lines) })),
    }),
  };
}
