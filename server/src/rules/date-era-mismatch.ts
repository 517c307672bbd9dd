import * as l10n from '@vscode/l10n';
import { dateRule } from './dateRule';

export const dateEraMismatch = dateRule({
  code: 'date-era-mismatch',
  title: 'Era year and Gregorian year disagree',
  rationale: 'Two calendars stand side by side and name different years, so one of them is wrong.',
  severity: 'warning',
  message: (values) => l10n.t('{era} {n} is {y1}, not {y}.', values),
  examples: {
    wrong: [
      {
        text: 'The mill was painted in Juche 112 (2024).',
        fixed: 'The mill was painted in Juche 113 (2024).',
      },
      {
        text: '新しい橋は令和5年（2024年）に港の町で完成した。',
        fixed: '新しい橋は令和6年（2024年）に港の町で完成した。',
      },
    ],
    right: [{ text: 'The mill was painted in Juche 111 (2022), and 橋は平成31年（2019年）に完成した。' }],
  },
});
