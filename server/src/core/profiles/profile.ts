import type { DateOrder } from '../model/date';
import type { Role } from '../model/role';
import type { LineTemplate } from './template';

/** One line form of a site. */
export interface ProfileLine {
  readonly role: Role;
  readonly template: LineTemplate;
  /** Whether the form is so much this site's own that it tells the site: 0 (not at all) to 1 (alone enough). */
  readonly signature: number;
  /** `first` or `last`: only the page's first or last non-blank line may match. `any`: every line may. */
  readonly place: 'first' | 'last' | 'any';
  /** A page has one such line: where a second one stands, another page has begun. */
  readonly once: boolean;
}

/** What is known of one site's layout, as data. */
export interface Profile {
  /** Stable kebab-case name: `kcna-watch`. */
  readonly id: string;
  /** Name for people: `KCNA Watch`. */
  readonly title: string;
  /** BCP 47 tag, where all pages of the site are in one language. */
  readonly language: string | null;
  /** How the site writes numeric dates. */
  readonly dateOrder: DateOrder | null;
  readonly lines: readonly ProfileLine[];
  /** Bonus for one role following another, over non-blank lines: natural logarithm of odds. */
  readonly transitions: readonly { readonly from: Role; readonly to: Role; readonly weight: number }[];
}
