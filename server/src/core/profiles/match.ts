import type { Role } from '../model/role';
import { type Form, formsOf } from './forms';
import type { Profile } from './profile';
import type { TemplateField } from './template';

/** A line form that a line of the page has. */
export interface LineMatch {
  readonly role: Role;
  /** The template as it was written. */
  readonly template: string;
  readonly fields: readonly TemplateField[];
}

/** A profile and the lines of a page that have its forms. */
export interface ProfileMatch {
  readonly profile: Profile;
  /** Sum of the signatures of the forms that were seen, each counted once. */
  readonly score: number;
  /** By index into the page's non-blank lines. */
  readonly lines: ReadonlyMap<number, readonly LineMatch[]>;
}

/** From this sum of signatures on a page is taken to be of the site. */
export const ENOUGH = 0.5;

/**
 * The profile that fits a page best, or null where none fits. Of two that fit equally well the earlier one is taken.
 * @param lines the page's non-blank lines
 */
export function matchProfile(lines: readonly string[], profiles: readonly Profile[]): ProfileMatch | null {
  const scores = profileScores(lines, profiles);
  let best = -1;
  profiles.forEach((profile, index) => {
    if (isOf(profile, scores[index]) && (best < 0 || (scores[index] ?? 0) > (scores[best] ?? 0)))
      best = index;
  });
  const profile = profiles[best];
  return profile ? { profile, score: scores[best] ?? 0, lines: linesOf(lines, best, profiles) } : null;
}

/** Whether a page with such a score is of a profile's site. */
export function isOf(profile: Profile | undefined, score: number | undefined): boolean {
  return profile?.isGiven === true || (score ?? 0) >= ENOUGH;
}

/** For each profile the sum of the signatures of its forms that the lines have. */
export function profileScores(lines: readonly string[], profiles: readonly Profile[]): Float64Array {
  const { all, of } = formsOf(profiles);
  const seen = new Uint8Array(all.length);
  lines.forEach((line, index) => {
    for (const { form } of of(line)) if (mayStand(all[form], index, lines.length)) seen[form] = 1;
  });
  const scores = new Float64Array(profiles.length);
  all.forEach(({ profile, signature }, form) => {
    if (seen[form] === 1) scores[profile] = (scores[profile] ?? 0) + signature;
  });
  return scores;
}

/** What the profile's templates say of one line; empty where none matches. */
export function lineTemplates(match: ProfileMatch, index: number): readonly LineMatch[] {
  return match.lines.get(index) ?? NONE;
}

const NONE: readonly LineMatch[] = [];

function mayStand(form: Form | undefined, index: number, count: number): boolean {
  return form?.place === 'any' || (form?.place === 'first' ? index === 0 : index === count - 1);
}

/** The lines that have forms of one profile. */
function linesOf(
  lines: readonly string[],
  profile: number,
  profiles: readonly Profile[],
): ProfileMatch['lines'] {
  const { all, of } = formsOf(profiles);
  const found = new Map<number, readonly LineMatch[]>();
  lines.forEach((line, index) => {
    const matches: LineMatch[] = [];
    for (const { form, fields } of of(line)) {
      const own = all[form];
      if (own?.profile !== profile || !mayStand(own, index, lines.length)) continue;
      matches.push({ role: own.role, template: own.template.source, fields });
    }
    if (matches.length > 0) found.set(index, matches);
  });
  return found;
}
