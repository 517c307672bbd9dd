import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateImpossible = dateRule({
  code: 'date-impossible',
  title: 'Day that its month does not have',
  rationale:
    'Programs roll such days over to the next month without a word: `February 30` becomes 2 March. Which day was meant is for a person to say.',
  severity: 'warning',
  message: (values) =>
    values['year'] ? l10n.t('{month} {year} has {n} days.', values) : l10n.t('{month} has {n} days.', values),
  examples: {
    wrong: [
      { text: 'The harbour froze on February 30, 2025, the log says.' },
      { text: exampleDump({ published: 'Date: 31/04/2024' }) },
    ],
    right: [{ text: 'In August 31,000 people came, and on February 29 the ferry sailed.' }],
  },
});
