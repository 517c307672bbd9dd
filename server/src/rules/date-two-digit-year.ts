import * as l10n from '@vscode/l10n';
import { isDateField } from '../core/dates/dateFields';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateTwoDigitYear = dateRule({
  code: 'date-two-digit-year',
  title: 'Year of two digits',
  rationale: 'The century is a guess that each program makes in its own way.',
  severity: 'warning',
  milder: {
    severity: 'information',
    where: 'in running text',
    isFor: ({ role }) => !isDateField(role),
  },
  message: (values) => l10n.t('Two-digit year; {yyyy}?', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ published: 'Date: 31/12/24' }),
        fixed: exampleDump({ published: 'Date: 31/12/2024' }),
      },
      { text: "The vote of October 10, '24, was close.", fixed: 'The vote of October 10, 2024, was close.' },
    ],
    right: [{ text: "The class of '98 met in the 2024/25 season." }],
  },
});
