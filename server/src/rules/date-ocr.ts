import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateOcr = dateRule({
  code: 'date-ocr',
  title: 'Letter in place of a digit',
  rationale:
    'Scanned and retyped pages have `O` for 0 and `l` for 1, or Cyrillic letters that look Latin. The eye does not see it, and a search never finds the date.',
  severity: 'warning',
  message: (values) =>
    values['kind'] === 'letter'
      ? l10n.t('"{c}" is a letter of another script; read as {iso}.', values)
      : l10n.t('"{c}" looks like a digit; read as {iso}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ published: 'Date: 3I/12/2024' }),
        fixed: exampleDump({ published: 'Date: 31/12/2024' }),
      },
      {
        text: 'The bridge was closed on February l5, 2025, for repairs.',
        fixed: 'The bridge was closed on February 15, 2025, for repairs.',
      },
    ],
    right: [{ text: 'The band played at the O2 Arena, then drove down the I-95.' }],
  },
});
