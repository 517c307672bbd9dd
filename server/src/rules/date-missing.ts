import * as l10n from '@vscode/l10n';
import { isRelated } from '../core/model/role';
import { dateRule } from './dateRule';
import { exampleDump } from './exampleDump';

export const dateMissing = dateRule({
  code: 'date-missing',
  title: 'Date field without a date',
  rationale:
    'A label with nothing after it, or a placeholder such as `Invalid Date`, says that the site or the scraper lost the date. It must be looked up before it is forgotten where.',
  severity: 'warning',
  milder: {
    severity: 'information',
    where: 'in related articles',
    isFor: ({ role }) => isRelated(role),
  },
  message: (values) =>
    values['t'] === '' ? l10n.t('No date in this field.') : l10n.t('No date in this field ({t}).', values),
  examples: {
    wrong: [
      { text: exampleDump({ published: 'Date: ' }) },
      { text: exampleDump({ published: 'Date: Invalid Date' }) },
      { text: exampleDump({ published: 'Date: dd/mm/yyyy' }) },
    ],
    right: [{ text: exampleDump({}) }, { text: 'The form said “Invalid Date”, and the clerk laughed.' }],
  },
});
