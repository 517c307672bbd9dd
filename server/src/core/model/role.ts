/** Roles of the article itself. */
export const CONTENT_ROLES = [
  'headline',
  'deck',
  'byline',
  'metadata',
  'paragraph',
  'subheading',
  'list-item',
  'caption',
] as const;

/** Roles of what the site put around the article. */
export const FURNITURE_ROLES = [
  'capture-date',
  'outlet',
  'navigation',
  'promo',
  'share',
  'legal',
  'comments',
  'related-heading',
  'related-title',
  'related-teaser',
  'related-date',
  'boilerplate',
] as const;

/** Every role; the order is that of the decoder's states. */
export const ROLES = [...CONTENT_ROLES, ...FURNITURE_ROLES] as const;

/** What a non-blank line of a dump is. Every one has exactly one role. */
export type Role = (typeof ROLES)[number];

export type ContentRole = (typeof CONTENT_ROLES)[number];
export type FurnitureRole = (typeof FURNITURE_ROLES)[number];

const contentRoles: ReadonlySet<string> = new Set(CONTENT_ROLES);
const roles: ReadonlySet<string> = new Set(ROLES);

/** Whether lines of this role belong to the article. All others are furniture. */
export function isContent(role: Role): role is ContentRole {
  return contentRoles.has(role);
}

/** Whether a word from outside (a profile, a settings file) names a role. */
export function isRole(word: string): word is Role {
  return roles.has(word);
}

/** Lines of running text, the body of the article. */
export function isBody(role: Role | ''): boolean {
  return role === 'paragraph' || role === 'subheading' || role === 'list-item' || role === 'caption';
}

/** Lines of the article's text as corpora have it: the body and its deck, without title, author and date lines. */
export function isText(role: Role | ''): boolean {
  return role === 'deck' || isBody(role);
}

/** Lines of the block of related articles. */
export function isRelated(role: Role | ''): boolean {
  return (
    role === 'related-heading' ||
    role === 'related-title' ||
    role === 'related-teaser' ||
    role === 'related-date'
  );
}
