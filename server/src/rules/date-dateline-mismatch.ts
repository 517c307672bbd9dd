import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateDatelineMismatch = dateRule({
  code: 'date-dateline-mismatch',
  title: 'Dateline far from the article’s date',
  rationale:
    'The report opens with a day that lies more than three days before the article’s date, or after it: one of the two belongs to another article.',
  severity: 'information',
  other: () => l10n.t('The article’s date'),
  message: (values) => l10n.t('Dateline {a}, metadata {b}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({
          body: 'Pyongyang, December 12 (KCNA) -- The library by the harbour opened its doors after a year of work.',
        }),
      },
    ],
    right: [
      {
        text: exampleDump({
          body: 'Pyongyang, December 31 (KCNA) -- The library by the harbour opened its doors after a year of work.',
        }),
      },
      {
        text: exampleDump({
          published: 'Date: 01/01/2025',
          body: 'Pyongyang, December 31 (KCNA) -- The library by the harbour opened its doors after a year of work.',
        }),
      },
    ],
  },
});
