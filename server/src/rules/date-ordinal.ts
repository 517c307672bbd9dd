import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';

export const dateOrdinal = dateRule({
  code: 'date-ordinal',
  title: 'Wrong or detached ordinal suffix',
  rationale:
    '`3th` is a slip, and `30 th` shows that the site set the suffix high and the scraper split it off.',
  severity: 'warning',
  message: (values) => l10n.t('{n} takes "{s}".', values),
  examples: {
    wrong: [
      { text: 'The ferry sailed on February 3th, 2025.', fixed: 'The ferry sailed on February 3rd, 2025.' },
      {
        text: 'The ferry sailed on December 30 th, 2024.',
        fixed: 'The ferry sailed on December 30th, 2024.',
      },
    ],
    right: [{ text: 'The ferry sailed on February 3rd, 2025, and on the 22nd of May.' }],
  },
});
