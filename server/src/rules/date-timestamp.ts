import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';

export const dateTimestamp = dateRule({
  code: 'date-timestamp',
  title: 'Time that does not exist',
  rationale:
    'An hour 25 or an offset of a whole day shows that the time was put together wrongly; the date beside it may be wrong too.',
  severity: 'warning',
  message: (values) => l10n.t('Not a valid time: {part}.', values),
  examples: {
    wrong: [
      { text: 'The entry was made at 2024-12-31T25:61:00Z by the harbour office.' },
      {
        text: 'The entry was made at 2024-12-31T9:05:00Z by the harbour office.',
        fixed: 'The entry was made at 2024-12-31T09:05:00Z by the harbour office.',
      },
    ],
    right: [{ text: 'The entries of 2016-12-31T23:59:60Z and 20241231T101500Z are kept.' }],
  },
});
