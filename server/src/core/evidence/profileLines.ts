import { ROLES, type Role } from '../model/role';
import type { EvidenceSource } from './evidence';

/** Lines that have a form of the site's profile. */
export const profileLines: EvidenceSource = {
  cues: Object.fromEntries(
    ROLES.map((role) => [`profile.${role}`, `${role} lines of this site have this form`]),
  ),
  observe(page, emit) {
    for (const [index, matches] of page.profile?.lines ?? []) {
      const seen = new Set<Role>();
      for (const { role, template } of matches) {
        if (!seen.has(role)) emit(index, `profile.${role}`, 1, `“${template}”`);
        seen.add(role);
      }
    }
  },
};
