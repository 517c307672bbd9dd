import type { Page } from '../core/model/page';
import { perObject } from '../core/perObject';

/** A function of pages that works out each page's value once: pages are immutable. What several rules ask is asked so. */
export const perPage: <T>(compute: (page: Page) => T) => (page: Page) => T = perObject;
