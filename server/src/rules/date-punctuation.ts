import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';

export const datePunctuation = dateRule({
  code: 'date-punctuation',
  title: 'Space or comma wrong inside a date',
  rationale: 'Lost and doubled spaces inside a date come from scraping, and keep programs from reading it.',
  severity: 'warning',
  message: (values) => l10n.t('Spacing or comma in {t}.', values),
  examples: {
    wrong: [
      { text: 'The ferry sailed on February05,2025.', fixed: 'The ferry sailed on February 05, 2025.' },
      {
        text: 'The ferry sailed on February 05 , 2025, at dawn.',
        fixed: 'The ferry sailed on February 05, 2025, at dawn.',
      },
    ],
    right: [
      { text: 'On February 5 2025 and on 5 February, 2025, the ferry sailed. In August 1,2025 tons came.' },
    ],
  },
});
