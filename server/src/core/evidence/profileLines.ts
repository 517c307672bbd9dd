import { ROLES } from '../model/role';
import type { EvidenceSource } from './evidence';

/** Lines that have a form of the site's profile. */
export const profileLines: EvidenceSource = {
  cues: Object.fromEntries(
    ROLES.map((role) => [`profile.${role}`, `it has the form of a ${role} line of this site`]),
  ),
  observe(page, emit) {
    for (const [index, matches] of page.profile?.lines ?? []) {
      for (const { role, template } of matches) emit(index, `profile.${role}`, 1, `“${template}”`);
    }
  },
};
