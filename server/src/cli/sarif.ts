import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Location,
  Log,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
} from 'sarif';
import { version } from '../../../package.json';
import type { Range } from '../core/model/range';
import type { PlacedFinding } from '../rules/diagnose';
import { RULES } from '../rules/registry';
import type { Fix, RuleInfo, Severity } from '../rules/rule';
import type { LintedFile, LintWriter } from './lintFormats';

/** Where SARIF's schema is. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Edits of a fix that are written out; a re-encoded file has one for each line. */
const MOST_EDITS = 1000;

/** For services that collect findings: SARIF 2.1.0, one document for all files. */
export function sarif(): LintWriter {
  return {
    part(file, findings) {
      const seen = new Map<string, number>();
      const results = findings.map((finding) => JSON.stringify(resultOf(file, finding, seen)));
      return { text: results.join(','), counts: {} };
    },
    document() {
      // The results are what the document ends with.
      const empty = JSON.stringify(logOf([]));
      const at = empty.lastIndexOf(']', empty.lastIndexOf(']', empty.lastIndexOf(']') - 1));
      let isFirst = true;
      return {
        begin: empty.slice(0, at),
        add({ text }) {
          if (text === '') return '';
          const joint = isFirst ? '' : ',';
          isFirst = false;
          return joint + text;
        },
        end: () => `${empty.slice(at)}\n`,
      };
    },
  };
}

function logOf(results: Result[]): Log {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Copydesk', version, rules: RULES.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function descriptorOf({ code, title, rationale, severity }: RuleInfo): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: title },
    help: { text: rationale.replaceAll('`', ''), markdown: rationale },
    defaultConfiguration: { level: levelOf(severity), enabled: severity !== 'off' },
  };
}

function levelOf(severity: Severity): 'warning' | 'note' {
  return severity === 'warning' ? 'warning' : 'note';
}

function resultOf(file: LintedFile, finding: PlacedFinding, seen: Map<string, number>): Result {
  const { code, severity, message, range, fixes, related } = finding;
  const artifactLocation = artifactOf(file.name);
  const locationOf = (place: Range): Location => ({
    physicalLocation: { artifactLocation, region: regionOf(place) },
  });
  const written = fixes.filter(({ edits }) => edits.length > 0 && edits.length <= MOST_EDITS);
  return {
    ruleId: code,
    ruleIndex: RULES.findIndex((rule) => rule.code === code),
    level: levelOf(severity),
    message: { text: message },
    locations: [locationOf(range)],
    partialFingerprints: { 'copydeskFinding/v1': fingerprintOf(file, finding, seen) },
    ...(related && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        ...locationOf(place.range),
      })),
    }),
    ...(written.length > 0 && { fixes: written.map((fix) => fixOf(fix, artifactLocation)) }),
  };
}

/**
 * Tells a finding again after lines were added or moved: made of the rule and the text of its line, white space aside,
 * and, among those that are alike, its number.
 */
function fingerprintOf(
  { lines, firstLine }: LintedFile,
  { code, range }: PlacedFinding,
  seen: Map<string, number>,
): string {
  const line = (lines[range.start.line - firstLine] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const alike = createHash('sha256').update(`${code}\0${line}`).digest('hex').slice(0, 32);
  const number = (seen.get(alike) ?? 0) + 1;
  seen.set(alike, number);
  return `${alike}:${number}`;
}

function fixOf({ title, edits }: Fix, artifactLocation: ArtifactLocation): SarifFix {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** A path as a URI: below the folder of the run where it is relative. */
function artifactOf(name: string): ArtifactLocation {
  if (isAbsolute(name)) return { uri: pathToFileURL(name).href };
  return { uri: name.split(/[\\/]/).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** Counted from 1; the end is behind the last character. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
