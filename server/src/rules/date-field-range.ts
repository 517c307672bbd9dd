import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateFieldRange = dateRule({
  code: 'date-field-range',
  title: 'Number that is no month',
  rationale:
    'Neither order of the numbers gives a month. The date is damaged, and only the source can tell what it was.',
  severity: 'warning',
  message: (values) => l10n.t('{n} is not a month.', values),
  examples: {
    wrong: [
      { text: exampleDump({ published: 'Date: 31/13/2024' }) },
      { text: 'The paper of 2024-13-32 is missing.' },
    ],
    right: [{ text: 'The sheet has the grid reference 31/13 and the serial 2024-99-77.' }],
  },
});
