import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateImplausibleYear = dateRule({
  code: 'date-implausible-year',
  title: 'Year that cannot be meant',
  rationale:
    'A digit too many or too few, or the year in which computers begin to count, stands where the year of the page belongs.',
  severity: 'warning',
  message: (values) => l10n.t('Year {y} is not plausible here.', values),
  examples: {
    wrong: [
      { text: exampleDump({ published: 'Date: 01/01/1970' }) },
      { text: 'The meeting of 31 December 20244 was the last of its kind.' },
    ],
    right: [{ text: 'The town was founded on May 5, 1592, and burnt down on 3 June 1912.' }],
  },
});
