import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateAfterCapture = dateRule({
  code: 'date-after-capture',
  title: 'Article dated after its capture',
  rationale:
    'A page cannot hold an article that was not yet written: the article’s date or the capture’s is wrong, often by a year.',
  severity: 'warning',
  other: () => l10n.t('The capture’s date'),
  message: (values) => l10n.t('Published {a}, captured {b}.', values),
  examples: {
    wrong: [{ text: exampleDump({ published: 'Date: 31/12/2025' }) }],
    right: [{ text: exampleDump({ published: 'Date: 06/02/2025' }) }],
  },
});
