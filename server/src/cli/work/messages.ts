import type { Unit } from '../input/unit';
import type { Reply } from './job';
import type { FileOrders } from './siteTally';

/** What a thread is told. */
export type ToThread =
  | { readonly kind: 'unit'; readonly unit: Unit }
  /** Files that it is to ask how their sites write dates. */
  | { readonly kind: 'share'; readonly files: readonly string[] }
  /** What all of these files show. */
  | { readonly kind: 'orders'; readonly orders: readonly FileOrders[] };

/** What a thread tells. */
export type FromThread<R> =
  | { readonly kind: 'reply'; readonly reply: Reply<R> }
  /** It wants to know how the sites of the run write dates. */
  | { readonly kind: 'asks' }
  /** What its share shows. */
  | { readonly kind: 'share'; readonly orders: readonly FileOrders[] };
