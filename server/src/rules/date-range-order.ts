import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';

export const dateRangeOrder = dateRule({
  code: 'date-range-order',
  title: 'Range that ends before it starts',
  rationale: 'Start and end are swapped, or one of them is wrong.',
  severity: 'warning',
  other: () => l10n.t('The start of the range'),
  message: () => l10n.t('Range ends before it starts.'),
  examples: {
    wrong: [{ text: 'The fair of January 28-25, 2025, drew many.' }],
    right: [{ text: 'The fair of January 25-28, 2025, drew many, as from December 28 to January 3.' }],
  },
});
