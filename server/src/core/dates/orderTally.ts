import { NO_VOTES, type OrderVotes } from './evidence';
import { isSameOrders, NO_ORDERS, type SiteOrders, type SiteVotes } from './siteOrders';

/** What the dumps that were seen show of the order of numbers in date fields: some numbers for each site and dump. */
export class OrderTally {
  readonly #byFile = new Map<string, SiteOrders>();
  readonly #all = new Map<string, OrderVotes>();

  /** Takes the votes of a file in place of those that it had before. Returns whether they are other ones. */
  note(file: string, orders: SiteOrders): boolean {
    const before = this.#byFile.get(file) ?? NO_ORDERS;
    if (isSameOrders(before, orders)) return false;
    for (const [site, votes] of before) this.#add(site, votes, -1);
    for (const [site, votes] of orders) this.#add(site, votes, 1);
    if (orders.size === 0) this.#byFile.delete(file);
    else this.#byFile.set(file, orders);
    return true;
  }

  /** The votes of all files but one. */
  without(file: string): SiteVotes {
    const own = this.#byFile.get(file) ?? NO_ORDERS;
    return (site) => {
      const all = this.#all.get(site) ?? NO_VOTES;
      const { dmy, mdy } = own.get(site) ?? NO_VOTES;
      return { dmy: all.dmy - dmy, mdy: all.mdy - mdy };
    };
  }

  #add(site: string, { dmy, mdy }: OrderVotes, sign: 1 | -1): void {
    const known = this.#all.get(site) ?? NO_VOTES;
    this.#all.set(site, { dmy: known.dmy + sign * dmy, mdy: known.mdy + sign * mdy });
  }
}
