import { translated } from '../text/display';
import type { Role } from './role';

/** What people call a role, and what it means. */
export interface RoleWords {
  readonly name: string;
  readonly meaning: string;
}

/** The roles in words for people. */
export const ROLE_WORDS: Readonly<Record<Role, RoleWords>> = {
  headline: { name: 'Headline', meaning: 'the article’s title' },
  deck: { name: 'Deck', meaning: 'the standfirst below the headline' },
  byline: { name: 'Byline', meaning: 'who wrote the article' },
  metadata: { name: 'Metadata', meaning: 'the article’s own date, source and the like' },
  paragraph: { name: 'Paragraph', meaning: 'running text of the article' },
  subheading: { name: 'Subheading', meaning: 'a heading inside the article' },
  'list-item': { name: 'List item', meaning: 'an item of a list in the article' },
  caption: { name: 'Caption', meaning: 'the text of a picture of the article' },
  'capture-date': {
    name: 'Capture date',
    meaning: 'the page’s own date when it was scraped, not the article’s',
  },
  outlet: { name: 'Outlet', meaning: 'the site or channel that showed the article' },
  navigation: { name: 'Navigation', meaning: 'menus and links to other pages' },
  promo: { name: 'Promotion', meaning: 'an advertisement of the site' },
  share: { name: 'Share links', meaning: 'buttons to share or print the page' },
  legal: { name: 'Legal notice', meaning: 'copyright, cookies, disclaimers' },
  comments: { name: 'Comments', meaning: 'what readers wrote' },
  'related-heading': { name: 'Related articles', meaning: 'the heading of a block of other articles' },
  'related-title': { name: 'Related title', meaning: 'the title of another article' },
  'related-teaser': { name: 'Related teaser', meaning: 'the first words of another article' },
  'related-date': { name: 'Related date', meaning: 'the date of another article' },
  boilerplate: { name: 'Boilerplate', meaning: 'text of the site that is not of this article' },
};

/** A role's name and meaning in the person's language. */
export function roleWords(role: Role): RoleWords {
  const { name, meaning } = ROLE_WORDS[role];
  return { name: translated(name), meaning: translated(meaning) };
}
