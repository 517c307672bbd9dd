import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateRelatedAfterCapture = dateRule({
  code: 'date-related-after-capture',
  title: 'Related article dated after the capture',
  rationale: 'A page cannot list an article of a later day: this date or the capture’s is wrong.',
  severity: 'warning',
  other: () => l10n.t('The capture’s date'),
  message: () => l10n.t('Related item is dated after the capture.'),
  examples: {
    wrong: [{ text: exampleDump({ related: ['March 15, 2025', 'February 02, 2025', 'February 01, 2025'] }) }],
    right: [
      { text: exampleDump({ related: ['February 06, 2025', 'February 02, 2025', 'January 05, 2019'] }) },
    ],
  },
});
