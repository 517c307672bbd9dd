import * as l10n from '@vscode/l10n';
import type { Dump } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import type { LineEnd } from '../core/text/chunk';
import { perPage } from './perPage';
import type { DumpRule, Finding, TextEdit } from './rule';

export const mixedLineEndings: DumpRule = {
  code: 'mixed-line-endings',
  title: 'Line endings of several kinds, or marks of joined files',
  rationale:
    'Files that were joined from several systems hold line endings of several kinds (CRLF, LF, CR), and byte order marks where a file began. Editors hide both; programs that read line by line do not: they see a carriage return, or an unseen character, in the first or last word of a line. ' +
    'The fix gives all lines the ending that most of them have, and drops the marks. A mark at the very beginning of a file is right.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: 'Ferry Sails Again\r\n\r\nThe ferry to the islands sails again.\nPeople of the town waved from the pier.\r\n',
        fixed:
          'Ferry Sails Again\r\n\r\nThe ferry to the islands sails again.\r\nPeople of the town waved from the pier.\r\n',
      },
      {
        text: 'Ferry Sails Again\n\nThe ferry sails again.\n\ufeffOld Mill Painted\n\nThe old mill was painted.\n',
        fixed: 'Ferry Sails Again\n\nThe ferry sails again.\nOld Mill Painted\n\nThe old mill was painted.\n',
      },
    ],
    right: [
      { text: '\ufeffFerry Sails Again\r\n\r\nThe ferry to the islands sails again.\r\n' },
      { text: 'Ferry Sails Again\n\nThe ferry to the islands sails again.\n' },
    ],
  },
  *checkDump(dump) {
    const counts = { '\r\n': 0, '\n': 0, '\r': 0 };
    let marks = 0;
    for (const { page, startLine } of dump.pages) {
      const facts = factsOf(page);
      for (const ending of ENDINGS) counts[ending] += facts.counts[ending];
      marks += facts.marks - (startLine === 0 && page.lines[0]?.startsWith(MARK) ? 1 : 0);
    }
    const kinds = ENDINGS.filter((ending) => counts[ending] > 0);
    if (kinds.length > 1 || marks > 0) yield* report(dump, kinds, counts, marks);
  },
};

const ENDINGS: readonly Ending[] = ['\n', '\r\n', '\r'];

type Ending = Exclude<LineEnd, ''>;

const NAMES: Readonly<Record<Ending, string>> = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' };

const MARK = '\ufeff';

interface Facts {
  readonly counts: Readonly<Record<Ending, number>>;
  /** Lines that begin with a byte order mark. */
  readonly marks: number;
}

const factsOf = perPage((page): Facts => {
  const counts = { '\r\n': 0, '\n': 0, '\r': 0 };
  for (const ending of page.ends) if (ending !== '') counts[ending]++;
  return { counts, marks: page.lines.filter((line) => line.startsWith(MARK)).length };
});

/** How many byte order marks a line begins with: a file that was joined twice has several. */
function marksAt(text: string): number {
  let end = 0;
  while (text[end] === MARK) end++;
  return end;
}

/** One finding, at the first place that is to change. */
function* report(
  dump: Dump,
  kinds: readonly Ending[],
  counts: Readonly<Record<Ending, number>>,
  marks: number,
): Generator<Finding> {
  const [usual = '\n'] = kinds.toSorted((a, b) => counts[b] - counts[a]);
  const edits: TextEdit[] = [];
  for (const { page, startLine } of dump.pages) {
    let line = startLine;
    for (const ending of page.ends) {
      const text = page.lines[line - startLine] ?? '';
      const end = line > 0 ? marksAt(text) : 0;
      if (end > 0) edits.push({ range: rangeInLine(line, 0, end), newText: '' });
      if (ending !== '' && ending !== usual) {
        const range = { start: { line, character: text.length }, end: { line: line + 1, character: 0 } };
        edits.push({ range, newText: usual });
      }
      line++;
    }
  }
  const [first] = edits;
  if (!first) return;
  const { line, character } = first.range.start;
  const mixed = kinds.map((ending) => `${counts[ending]} ${NAMES[ending]}`).join(', ');
  const parts = [
    ...(kinds.length > 1 ? [l10n.t('Line endings of several kinds: {0}', mixed)] : []),
    ...(marks > 0
      ? [
          marks === 1
            ? l10n.t('A byte order mark inside the file')
            : l10n.t('{0} byte order marks inside the file', marks),
        ]
      : []),
  ];
  yield {
    code: mixedLineEndings.code,
    range: character === 0 ? first.range : rangeInLine(line, 0, character),
    message: parts.join('; '),
    fixes: [
      {
        title: [
          ...(kinds.length > 1 ? [l10n.t('Make all line endings {0}', NAMES[usual])] : []),
          ...(marks > 0 ? [l10n.t('Delete byte order marks')] : []),
        ].join('; '),
        edits,
        preferred: true,
      },
    ],
  };
}
