import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateSeparator = dateRule({
  code: 'date-separator',
  title: 'Wrong separator in a date field',
  rationale:
    'The numbers are in the order of this field, but with other marks between them: a program that reads the field stumbles here.',
  severity: 'warning',
  message: (values) => l10n.t('This field uses "{s}".', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ published: 'Date: 31.12.2024' }),
        fixed: exampleDump({ published: 'Date: 31/12/2024' }),
      },
      {
        text: exampleDump({ published: 'Date: 31-12-2024' }),
        fixed: exampleDump({ published: 'Date: 31/12/2024' }),
      },
    ],
    right: [{ text: exampleDump({}) }, { text: 'The letter is dated 31.12.2024.' }],
  },
});
