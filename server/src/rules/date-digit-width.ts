import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateDigitWidth = dateRule({
  code: 'date-digit-width',
  title: 'Digits of another script or width',
  rationale:
    'Full-width digits in a Latin line, or two kinds of digits in one date, come from mixed sources and break searches and sorting.',
  severity: 'warning',
  message: (values) => l10n.t('Mixed digit forms in {t}.', values),
  examples: {
    wrong: [
      {
        text: exampleDump({ published: 'Date: ３１/１２/２０２４' }),
        fixed: exampleDump({ published: 'Date: 31/12/2024' }),
      },
      {
        text: '会議は2024年１2月31日に港の町で開かれた。',
        fixed: '会議は2024年12月31日に港の町で開かれた。',
      },
    ],
    right: [{ text: '会議は２０２４年１２月３１日に港の町で開かれた。' }],
  },
});
