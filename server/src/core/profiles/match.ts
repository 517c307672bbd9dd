import type { Role } from '../model/role';
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
  let best: ProfileMatch | null = null;
  for (const profile of profiles) {
    const match = matchLines(lines, profile);
    const isEnough = profile.isGiven || match.score >= ENOUGH;
    if (isEnough && (best === null || match.score > best.score)) best = match;
  }
  return best;
}

/** What the profile's templates say of one line; empty where none matches. */
export function lineTemplates(match: ProfileMatch, index: number): readonly LineMatch[] {
  return match.lines.get(index) ?? [];
}

function matchLines(lines: readonly string[], profile: Profile): ProfileMatch {
  const found = new Map<number, LineMatch[]>();
  let score = 0;
  for (const { role, template, signature, place } of profile.lines) {
    const start = place === 'last' ? lines.length - 1 : 0;
    const end = place === 'first' ? 1 : lines.length;
    let seen = false;
    for (let index = start; index < end; index++) {
      const line = lines[index];
      const fields = line === undefined ? null : template.match(line);
      if (!fields) continue;
      seen = true;
      const match = { role, template: template.source, fields };
      const others = found.get(index);
      if (others) others.push(match);
      else found.set(index, [match]);
    }
    if (seen) score += signature;
  }
  return { profile, score, lines: found };
}
