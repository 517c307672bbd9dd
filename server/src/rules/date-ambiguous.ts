import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateAmbiguous = dateRule({
  code: 'date-ambiguous',
  title: 'Date with two readings',
  rationale:
    'Day first and month first are both possible, and nothing in the file decides. A reading chosen silently is wrong half the time.',
  severity: 'information',
  message: (values) => l10n.t('{t} is {a} or {b}.', values),
  examples: {
    wrong: [{ text: 'The contract was signed on 03/04/2025 in the town hall.' }],
    right: [
      { text: 'The contract was signed on 04/04/2025 in the town hall, on 2025-04-03 or 13/04/2025.' },
      { text: exampleDump({ published: 'Date: 03/01/2025' }) },
    ],
  },
});
