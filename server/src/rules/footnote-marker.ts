import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { type Range, rangeInLine } from '../core/model/range';
import { hasCode, proseLines } from './prose';
import type { Finding, Rule } from './rule';

export const footnoteMarker: Rule = {
  code: 'footnote-marker',
  title: 'Footnote markers in the text',
  rationale:
    'Encyclopedias and their mirrors set the numbers of their notes high; in a dump they are glued to the words: `the bridge[1],[2] was built`. The notes themselves are seldom there. ' +
    'Reported once a page, in any language, where a number in brackets follows a word or a full stop without a space. Indices in program code and lists of references are left alone. Whether the markers go is for you to say: they are the source’s own.',
  severity: 'information',
  examples: {
    wrong: [
      { text: 'The bridge[1] was built by the town.[2] It is the oldest one of the island.[3]:14' },
      { text: 'The bridge was built by the town.[4] It is the oldest one of the island.' },
    ],
    right: [
      { text: 'In words[0] and lines[1] the program keeps the text.' },
      { text: '[1] Holm, A.: The Bridges of the Island. Harbour Town, 1987.' },
      { text: 'He said that [1] it was old and [2] it was strong.' },
    ],
  },
  check,
};

/** The number of a note in brackets, with its page. One marker is enough to find a row of them. */
const MARKER =
  /\[(?:\d{1,3}|n(?:ote|b)? ?\d{1,2}|citation needed|clarification needed|when\?|who\?|Anm\. ?\d{1,2})\](?::(?:p\.? ?)?\d{1,4}(?:[–-]\d{1,4})?)?/g;

/** What a marker follows: the end of a word or sentence, another marker. */
const BEFORE = /[\p{L}\p{M}\p{N}.,;:!?。，、”’»")\]」』]/u;
/** The end of a sentence or clause, where numbers in brackets are nothing else than notes. */
const AFTER_MARK = /[.,;!?。，；”»」]/u;
/** Of indices in a formula the names are short: `a[1]`. */
const AFTER_WORD = /[\p{L}\p{M}\p{N}]{3}$|\p{Script=Han}$/u;
/** Places that a finding points to beside its own. */
const MOST_RELATED = 20;

interface Marker {
  readonly range: Range;
  readonly text: string;
  readonly isSure: boolean;
  readonly isLikely: boolean;
}

function* check(page: Page): Generator<Finding> {
  const markers = [...proseLines(page)].flatMap(({ line, text }) => markersOf(line, text));
  const [first, ...others] = markers;
  if (!first || !areNotes(page, markers)) return;
  yield {
    code: footnoteMarker.code,
    range: first.range,
    message:
      markers.length === 1
        ? l10n.t('Footnote marker in the text')
        : l10n.t('Footnote markers in the text: {0} on this page', markers.length),
    fixes: [
      {
        title:
          markers.length === 1
            ? l10n.t('Delete the footnote marker')
            : l10n.t('Delete the {0} footnote markers of this page', markers.length),
        edits: markers.map(({ range }) => ({ range, newText: '' })),
        preferred: false,
      },
    ],
    ...(others.length > 0 && {
      related: others
        .slice(0, MOST_RELATED)
        .map(({ range, text }) => ({ range, message: l10n.t('Another one: {0}', text) })),
    }),
  };
}

/** A number after a word may be an index: `lines[1]`. Notes are numbered, there are several, and no program stands beside them. */
function areNotes(page: Page, markers: readonly Marker[]): boolean {
  if (markers.some(({ isSure }) => isSure)) return true;
  const numbers = new Set(markers.map(({ text }) => text));
  if (numbers.has('[0]')) return false;
  return (
    numbers.size > 2 || (numbers.size > 1 && markers.every(({ isLikely }) => isLikely) && !hasCode(page))
  );
}

function markersOf(line: number, text: string): readonly Marker[] {
  const markers: Marker[] = [];
  let end = -1;
  for (const match of text.includes('[') ? text.matchAll(MARKER) : []) {
    const [marker] = match;
    const at = match.index;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + marker.length);
    // A row of markers stands or falls with its first: `[1][2]`, `[1],[2]`.
    const goesOn = end >= 0 && (at === end || (at === end + 1 && before === ','));
    if ((!goesOn && !BEFORE.test(before)) || /[\w(=[]/.test(after.replace('[', ''))) continue;
    // The comma between two markers goes with the second.
    const start = goesOn ? end : at;
    markers.push({
      range: rangeInLine(line, start, at + marker.length),
      text: marker,
      isLikely: AFTER_WORD.test(text.slice(Math.max(0, at - 3), at)),
      isSure: AFTER_MARK.test(before) && at > 1,
    });
    end = at + marker.length;
  }
  return markers;
}
