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
  /** The page ends with such a line: what stands below it belongs to another page. */
  readonly closes: boolean;
}

/** How a site writes the dates of one kind of line. Templates are laxer: they must match damaged dates too. */
export interface DateForm {
  readonly role: Role;
  /** CLDR pattern of day, month and year: `MMMM dd, yyyy`. */
  readonly pattern: string;
  /** BCP 47 tag of the language of its month names; null for the page's own. */
  readonly language: string | null;
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
  /** How the site writes its dates; dates of lines that are not here have no form to keep to. */
  readonly dateForms: readonly DateForm[];
  readonly lines: readonly ProfileLine[];
  /** A person said that the pages are of this site: nothing on them has to tell it. */
  readonly isGiven?: true;
  /** It comes with Copydesk and says what all of its site's lines are: nothing is left open for a model of other sites. */
  readonly isBuiltIn?: true;
  /** Bonus for one role following another, over non-blank lines: natural logarithm of odds. */
  readonly transitions: readonly { readonly from: Role; readonly to: Role; readonly weight: number }[];
}
