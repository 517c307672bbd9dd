import type { Page } from '../core/model/page';

/** A function of pages that works out each page's value once: pages are immutable. What several rules ask is asked so. */
export function perPage<T>(compute: (page: Page) => T): (page: Page) => T {
  const known = new WeakMap<Page, { readonly value: T }>();
  return (page) => {
    const before = known.get(page);
    if (before) return before.value;
    const value = compute(page);
    known.set(page, { value });
    return value;
  };
}
