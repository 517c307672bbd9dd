import * as l10n from '@vscode/l10n';
import { ROLES } from '../model/role';
import type { EvidenceSource } from './evidence';

/** Lines that a person said something of. Whatever else speaks of them, this weighs more. */
export const person: EvidenceSource = {
  cues: Object.fromEntries(ROLES.map((role) => [`person.${role}`, 'a settings file says so'])),
  observe(page, emit) {
    for (const [index, correction] of page.corrected) {
      const detail =
        'template' in correction ? l10n.t('lines of the form “{0}”', correction.template.source) : undefined;
      emit(index, `person.${correction.role}`, 1, detail);
    }
  },
};
