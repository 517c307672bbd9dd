import type { RuleInfo } from './rule';

/** A rule about settings files: what it reports stands in them. */
export const unusedIgnore: RuleInfo = {
  code: 'unused-ignore',
  title: 'Ignore that fits nothing any more',
  rationale:
    'What is ignored in `.copydesk.json` is found again by its words, also after it has moved. When the text was mended, or is gone, the entry fits nothing and only makes the file longer; when the file was renamed, findings that somebody had judged come back. ' +
    'It is reported for entries that name one file, when that file is looked at or is not there.',
  severity: 'information',
  examples: {
    wrong: [{ text: '{ "ignores": [{ "rule": "double-space", "file": "dumps/deleted.txt" }] }' }],
    right: [{ text: '{ "ignores": [{ "rule": "double-space", "file": "dumps/*.txt" }] }' }],
  },
};
