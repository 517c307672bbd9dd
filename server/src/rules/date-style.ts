import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateStyle = dateRule({
  code: 'date-style',
  title: 'Date in another form than its field',
  rationale: 'The date is sound, but its field has another form: a template that reads the field misses it.',
  severity: 'hint',
  message: (values) => l10n.t('Style here is {example}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ related: ['February 03, 2025', 'Feb 02, 2025', 'February 01, 2025'] }),
        fixed: exampleDump({ related: ['February 03, 2025', 'February 02, 2025', 'February 01, 2025'] }),
      },
      {
        text: exampleDump({ published: 'Date: 2024-12-31' }),
        fixed: exampleDump({ published: 'Date: 31/12/2024' }),
      },
    ],
    right: [{ text: exampleDump({}) }, { text: 'It sailed on Feb. 5, 2025, and on 2025-02-06.' }],
  },
});
