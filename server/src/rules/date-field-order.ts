import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateFieldOrder = dateRule({
  code: 'date-field-order',
  title: 'Day and month in the wrong order',
  rationale:
    'The numbers are a date only if two of them change places. The other dates of this field that look right may be read wrongly too.',
  severity: 'warning',
  message: (values) => l10n.t('Month {n}: this field is {order}; read as {iso}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ published: 'Date: 12/31/2024' }),
        fixed: exampleDump({ published: 'Date: 31/12/2024' }),
      },
      { text: 'The log of 2024-31-12 is kept.', fixed: 'The log of 2024-12-31 is kept.' },
    ],
    right: [{ text: 'The office wrote 12/31/2024 on the envelope.' }],
  },
});
