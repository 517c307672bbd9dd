import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateFuture = dateRule({
  code: 'date-future',
  title: 'Date in the future',
  rationale: 'No earlier day bounds this one, and it has not come yet.',
  severity: 'information',
  message: ({ iso }) => `${iso} is in the future.`,
  examples: {
    wrong: [{ text: exampleDump({ captured: 'February 05, 2026' }) }],
    right: [{ text: 'The comet is due on 5 February 2199.' }],
  },
});
