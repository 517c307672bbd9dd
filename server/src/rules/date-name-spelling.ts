import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';

export const dateNameSpelling = dateRule({
  code: 'date-name-spelling',
  title: 'Misspelt month or weekday',
  rationale: 'A misspelt month keeps a date out of searches, tables and every program that reads dates.',
  severity: 'warning',
  message: (values) =>
    values['kind'] === 'weekday'
      ? l10n.t('"{t}" is not a weekday; {name}?', values)
      : l10n.t('"{t}" is not a month; {name}?', values),
  examples: {
    wrong: [
      { text: 'The library opened on Febuary 5, 2025.', fixed: 'The library opened on February 5, 2025.' },
      {
        text: 'It was Wendesday, January 29, 2025, when the ferry came.',
        fixed: 'It was Wednesday, January 29, 2025, when the ferry came.',
      },
    ],
    right: [{ text: 'The letters are dated 5 Mei 2025, 31 grudnia 2024 and 3. Jänner 2025.' }],
  },
});
