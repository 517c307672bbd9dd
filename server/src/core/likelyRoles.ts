import { viewPage } from './evidence/view';
import type { Page } from './model/page';
import { ROLES, type Role } from './model/role';
import { scorePage } from './score';
import { chainOf, STATES, state } from './weights';

/** All roles, the likeliest for a line first, its neighbours taken as they are. For a choice by a person. */
export function likelyRoles({ lines, roles, profile, corrections }: Page, line: number): readonly Role[] {
  const profiles = profile ? [profile] : [];
  const view = viewPage(lines, profiles, null, corrections);
  const index = view.lines.findIndex((each) => each.line === line);
  if (index < 0) return ROLES;
  const scores = scorePage(view).subarray(index * STATES, (index + 1) * STATES);
  const { logs } = chainOf(view);
  const roleAt = (at: number): Role | '' => roles[view.lines[at]?.line ?? -1] ?? '';
  const before = roleAt(index - 1);
  const after = roleAt(index + 1);
  const likelihood = (role: Role): number => {
    const own = state(role);
    return (
      (scores[own] ?? 0) +
      (before === '' ? 0 : (logs[state(before) * STATES + own] ?? 0)) +
      (after === '' ? 0 : (logs[own * STATES + state(after)] ?? 0))
    );
  };
  return ROLES.toSorted((a, b) => likelihood(b) - likelihood(a));
}
