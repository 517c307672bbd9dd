import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateFuture = dateRule({
  code: 'date-future',
  title: 'Date in the future',
  rationale: 'No earlier day bounds this one, and it has not come yet.',
  severity: 'information',
  message: (values) => l10n.t('{iso} is in the future.', values),
  examples: {
    wrong: [{ text: exampleDump({ captured: 'February 05, 2026' }) }],
    right: [{ text: 'The comet is due on 5 February 2199.' }],
  },
});
