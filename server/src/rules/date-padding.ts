import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const datePadding = dateRule({
  code: 'date-padding',
  title: 'Day or month padded unlike the field',
  rationale:
    'The other dates of this field write one-digit days with a zero, or without: this one does not match. It is no error, but sorting and templates see it.',
  severity: 'hint',
  message: (values) => l10n.t('Style here is {example}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ published: 'Date: 5/1/2025' }),
        fixed: exampleDump({ published: 'Date: 05/01/2025' }),
      },
    ],
    right: [{ text: exampleDump({}) }, { text: 'On February 5, 2025, the ferry sailed.' }],
  },
});
