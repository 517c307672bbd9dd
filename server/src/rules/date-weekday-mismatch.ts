import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';

export const dateWeekdayMismatch = dateRule({
  code: 'date-weekday-mismatch',
  title: 'Weekday that is not the date’s',
  rationale: 'Either the weekday or the date is wrong, and the date is the more harmful of the two.',
  severity: 'warning',
  message: (values) => l10n.t('{iso} is a {real}, not a {given}.', values),
  examples: {
    wrong: [
      {
        text: 'The ferry sailed on Monday, February 5, 2025.',
        fixed: 'The ferry sailed on Wednesday, February 5, 2025.',
      },
    ],
    right: [{ text: 'The ferry sailed on Wednesday, February 5, 2025, and on Monday, February 10.' }],
  },
});
