import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateMonthAbbrev = dateRule({
  code: 'date-month-abbrev',
  title: 'Unusual abbreviation of a month',
  rationale: 'Cuts such as `Septem.` are in no table of month names: programs do not read them.',
  severity: 'warning',
  message: (values) => l10n.t('"{t}" is not a usual abbreviation of {name}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ related: ['February 03, 2025', 'Janu 31, 2025', 'January 30, 2025'] }),
        fixed: exampleDump({ related: ['February 03, 2025', 'January 31, 2025', 'January 30, 2025'] }),
      },
    ],
    right: [{ text: 'The fair ran from Sept. 3, 2024, to Oct. 5, 2024.' }],
  },
});
