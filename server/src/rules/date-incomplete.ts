import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateIncomplete = dateRule({
  code: 'date-incomplete',
  title: 'Date field without day, month or year',
  rationale: 'A field that lacks the year says nothing once the page is out of its time.',
  severity: 'warning',
  message: ({ part }) =>
    part === 'day'
      ? l10n.t('No day in this date.')
      : part === 'month'
        ? l10n.t('No month in this date.')
        : l10n.t('No year in this date.'),
  examples: {
    wrong: [
      { text: exampleDump({ published: 'Date: 31/12' }) },
      { text: exampleDump({ related: ['February 03, 2025', 'February 02', 'February 01, 2025'] }) },
    ],
    right: [{ text: exampleDump({}) }, { text: 'On February 5 the ferry sailed.' }],
  },
});
