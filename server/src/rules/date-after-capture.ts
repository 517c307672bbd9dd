import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateAfterCapture = dateRule({
  code: 'date-after-capture',
  title: 'Article dated after its capture',
  rationale:
    'A page cannot hold an article that was not yet written: the article’s date or the capture’s is wrong, often by a year.',
  severity: 'warning',
  other: 'The capture’s date',
  message: ({ a, b }) => `Published ${a}, captured ${b}.`,
  examples: {
    wrong: [{ text: exampleDump({ published: 'Date: 31/12/2025' }) }],
    right: [{ text: exampleDump({ published: 'Date: 06/02/2025' }) }],
  },
});
