import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateDatelineMismatch = dateRule({
  code: 'date-dateline-mismatch',
  title: 'Dateline far from the article’s date',
  rationale:
    'The report opens with a day that lies more than three days before the article’s date, or after it: one of the two belongs to another article.',
  severity: 'information',
  other: 'The article’s date',
  message: ({ a, b }) => `Dateline ${a}, metadata ${b}.`,
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
