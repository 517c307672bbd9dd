import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateGlued = dateRule({
  code: 'date-glued',
  title: 'Date run together with something else',
  rationale:
    'Where a page hides one of two dates, or a line break is lost, a date runs into what follows: `February 27, 2026Feb 27, 2026`. Programs that read dates take a wrong one from it, or none.',
  severity: 'warning',
  message: (values) =>
    values['a'] === undefined
      ? l10n.t('Date runs into "{w}".', values)
      : l10n.t('Two dates run together: {a}, {b}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ captured: 'February 05, 2025Feb 05, 2025' }),
        fixed: exampleDump({ captured: 'February 05, 2025' }),
      },
      {
        text: 'The hall opened on 31 December 2024Tickets are free.',
        fixed: 'The hall opened on 31 December 2024 Tickets are free.',
      },
    ],
    right: [{ text: 'The log says 2024-12-31T10:15, the diary 2024年12月31日に.' }],
  },
});
