import type { DateMention, DateProblem, KnownOrder } from '../model/date';
import type { Dump, Page } from '../model/page';
import { isDateField } from './dateFields';
import { NO_VOTES, type OrderVotes, shownOrder } from './evidence';
import { isOnlyOrder, languageOrder } from './reading';
import { datesIn } from './scan';

// Where neither profile nor language nor the page itself says in which order the numbers of a date field stand, other
// dumps of the same site do. Each page has one vote: what most of its own fields show.

/** Votes of a dump's pages on the order of numbers in date fields, by site. */
export type SiteOrders = ReadonlyMap<string, OrderVotes>;

/** The votes of other dumps on a site. */
export type SiteVotes = (site: string) => OrderVotes;

/** What says nothing of any site. */
export const NO_ORDERS: SiteOrders = new Map();

/** The votes of a dump's pages; what is no dump has none. */
export function ordersOf({ isDump, pages }: Dump): SiteOrders {
  return isDump ? countVotes(pages.map(({ page }) => alone(page))) : NO_ORDERS;
}

/** Whether two dumps have the same votes. */
export function isSameOrders(a: SiteOrders, b: SiteOrders): boolean {
  return (
    a.size === b.size &&
    [...a].every(([site, { dmy, mdy }]) => {
      const other = b.get(site);
      return other !== undefined && other.dmy === dmy && other.mdy === mdy;
    })
  );
}

/**
 * A dump with each page read with the order that other pages of its site show, where only these can tell: pages of the
 * same file, and of other dumps. Pages that are read so already are taken as they are.
 * @param elsewhere the votes of other dumps
 * @param read reads a page's text with an order
 */
export function readTogether(
  dump: Dump,
  elsewhere: SiteVotes,
  read: (page: Page, order: KnownOrder) => Page,
): Dump {
  const orders = ordersFor(dump, elsewhere);
  if (isReadWithAll(dump, orders)) return dump;
  const pages = dump.pages.map((placed, index) => ({
    ...placed,
    page: readWith(placed.page, orders?.[index] ?? null, read),
  }));
  return { ...dump, pages };
}

/** Whether the pages of a dump are read with what other dumps show now. */
export function isUpToDate(dump: Dump, elsewhere: SiteVotes): boolean {
  return isReadWithAll(dump, ordersFor(dump, elsewhere));
}

/** Whether other dumps could tell something of the dates of a dump. */
export function asksForOrder({ pages }: Dump): boolean {
  return pages.some(({ page }) => showing(alone(page)).asks);
}

/** Day, month and year in numbers, the year last. */
const NUMBERS = /(?:^|[^\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)/;

/** Whether a text may have votes: cheap, to be asked before it is recognized. */
export function mayHaveVotes(text: string): boolean {
  return NUMBERS.test(text);
}

/** A page as its own text has it, without what other dumps show. */
export function alone(page: Page): Page {
  return page.learnt?.alone ?? page;
}

/** A dump with each page as its own text has it. */
export function pagesAlone(dump: Dump): Dump {
  if (dump.pages.every(({ page }) => page.learnt === null)) return dump;
  return { ...dump, pages: dump.pages.map((placed) => ({ ...placed, page: alone(placed.page) })) };
}

/** The order that each page is to be read with; null for all where nobody asks. */
function ordersFor({ pages }: Dump, elsewhere: SiteVotes): readonly (KnownOrder | null)[] | null {
  if (!pages.some(({ page }) => showing(alone(page)).asks)) return null;
  const own = pages.map(({ page }) => alone(page));
  const here = countVotes(own);
  return own.map((page) => {
    const { site, order, asks } = showing(page);
    if (site === null || !asks) return null;
    const known = verdict(sum(here.get(site) ?? NO_VOTES, elsewhere(site)), order);
    return known && changes(page, known) ? known : null;
  });
}

function isReadWithAll({ pages }: Dump, orders: readonly (KnownOrder | null)[] | null): boolean {
  return pages.every(({ page }, index) => isReadWith(page, orders?.[index] ?? null));
}

function isReadWith({ learnt }: Page, order: KnownOrder | null): boolean {
  const read = learnt?.order;
  return (
    read?.order === order?.order &&
    read?.votes?.agree === order?.votes?.agree &&
    read?.votes?.of === order?.votes?.of
  );
}

/**
 * A page as it is with an order that other dumps show, or with none. Repairs that the page alone would not ask for are
 * suggestions: what is mended in a file without a question must not depend on other files.
 */
function readWith(page: Page, order: KnownOrder | null, read: (page: Page, order: KnownOrder) => Page): Page {
  if (isReadWith(page, order)) return page;
  const own = alone(page);
  if (order === null) return own;
  const sure = new Map(own.dates.map((date) => [keyOf(date), date.problems]));
  const learnt = read(own, order);
  const dates = learnt.dates.map((date): DateMention => {
    const known = sure.get(keyOf(date)) ?? [];
    return { ...date, problems: date.problems.map((problem) => suggested(problem, known)) };
  });
  return { ...learnt, dates, learnt: { order, alone: own } };
}

function suggested(problem: DateProblem, known: readonly DateProblem[]): DateProblem {
  const own = known.find(({ code }) => code === problem.code)?.repairs ?? [];
  const isOwn = (newText: string): boolean =>
    own.some((repair) => repair.preferred && repair.newText === newText);
  return {
    ...problem,
    repairs: problem.repairs.map((repair) => ({
      ...repair,
      preferred: repair.preferred && isOwn(repair.newText),
    })),
  };
}

function keyOf({ range: { start } }: DateMention): string {
  return `${start.line}:${start.character}`;
}

function countVotes(pages: readonly Page[]): SiteOrders {
  const votes = new Map<string, OrderVotes>();
  for (const page of pages) {
    const { site, order } = showing(page);
    if (site === null || order === null) continue;
    const known = votes.get(site) ?? NO_VOTES;
    votes.set(site, { ...known, [order]: known[order] + 1 });
  }
  return votes;
}

function sum(a: OrderVotes, b: OrderVotes): OrderVotes {
  return { dmy: a.dmy + b.dmy, mdy: a.mdy + b.mdy };
}

/** The order that most other pages show, and still most with this one's own vote: else two would each accuse the other. */
function verdict({ dmy, mdy }: OrderVotes, own: 'dmy' | 'mdy' | null): KnownOrder | null {
  const others = { dmy: dmy - (own === 'dmy' ? 1 : 0), mdy: mdy - (own === 'mdy' ? 1 : 0) };
  const order = others.dmy > others.mdy ? 'dmy' : 'mdy';
  const against = order === 'dmy' ? 'mdy' : 'dmy';
  if (others[order] <= others[against] + (own === against ? 1 : 0)) return null;
  const votes = { agree: others[order], of: others.dmy + others.mdy };
  return { order, reason: 'other dumps of this site', votes };
}

/** What a page says of the order of its site. */
interface Showing {
  /** Null where the site is not known, or needs not be asked. */
  readonly site: string | null;
  /** What most of its date fields show. */
  readonly order: 'dmy' | 'mdy' | null;
  /** Whether other pages could tell something of its dates. */
  readonly asks: boolean;
}

const known = new WeakMap<Page, Showing>();

function showing(page: Page): Showing {
  const shown = known.get(page) ?? read(page);
  known.set(page, shown);
  return shown;
}

function read(page: Page): Showing {
  const site = siteOf(page);
  const votes = { dmy: 0, mdy: 0 };
  if (site === null) return { site, order: null, asks: false };
  for (const { role, order, text } of page.dates) {
    if (!order || !isDateField(role)) continue;
    const [date] = datesIn(text);
    const shown = date?.form === 'numeric' ? shownOrder(date) : null;
    if (shown) votes[shown]++;
  }
  const order = votes.dmy === votes.mdy ? null : votes.dmy > votes.mdy ? 'dmy' : 'mdy';
  return { site, order, asks: page.dates.some(isOpen) };
}

/**
 * The site that a page is of, if its order of numbers is to be learnt: by its profile, else by the address of the page,
 * the name of the outlet, the owner of the copyright, or the source, whichever comes first.
 */
function siteOf(page: Page): string | null {
  const { profile, language, article } = page;
  if (profile?.dateOrder || languageOrder(language)) return null;
  if (profile) return `profile ${profile.id}`;
  const host = /^https?:\/\/(?:www\.)?([^/?#:\s]+)/i.exec(article?.url?.value ?? '')?.[1];
  if (host !== undefined) return `address ${host.toLowerCase()}`;
  const name = article?.outlet?.value ?? copyrightOwner(page) ?? article?.source?.value;
  return name === undefined ? null : `name ${name.replace(/\s+/g, ' ').trim().toLowerCase()}`;
}

/** `© 2019-2025 The Harbour Gazette. All rights reserved.` */
const COPYRIGHT =
  /(?:©|\(c\)|copyright)[\s©]{0,3}(?:\d{4}(?:\s?[-–]\s?\d{4})?[\s,]{0,2})?(?:by )?(\p{L}[^.,|©\d]{2,60})/iu;

function copyrightOwner({ roles, lines }: Page): string | undefined {
  for (const [index, role] of roles.entries()) {
    const owner = role === 'legal' ? COPYRIGHT.exec((lines[index] ?? '').slice(0, 200))?.[1] : undefined;
    if (owner !== undefined) return owner.replace(/all rights reserved.*/i, '');
  }
  return undefined;
}

/** Whether nothing but a field's date itself says how it is to be read. */
function isOpen({ role, order, problems }: DateMention): boolean {
  if (!isDateField(role)) return false;
  return order ? isOnlyOrder(order) : problems.some(({ code }) => code === 'date-ambiguous');
}

/** Whether a date that is open would be read otherwise. */
function changes({ dates }: Page, { order }: KnownOrder): boolean {
  return dates.some((date) => isOpen(date) && date.order?.order !== order);
}
