/** What has been started, and how it ends. */
interface Started<R> {
  readonly end: Promise<R>;
  readonly size: number;
}

/** How much may be under way at once. */
export interface Room {
  readonly count: number;
  readonly size: number;
}

/**
 * Does something for each item, several at once, and hands out the results in the order of the items, each as soon as
 * it and all before it are there. Items are not asked for before there is room: whoever takes the results slowly slows
 * down the reading too.
 * @param start must not fail
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  start: (item: T) => Promise<R>,
  sizeOf: (item: T) => number,
  room: () => Room,
): AsyncGenerator<R> {
  const source = items[Symbol.asyncIterator]();
  const started: Started<R>[] = [];
  let size = 0;
  let next: Promise<IteratorResult<T>> | null = source.next();
  try {
    for (;;) {
      const first = started[0];
      const { count, size: most } = room();
      const hasRoom = started.length === 0 || (started.length < count && size < most);
      const events: Promise<'next' | 'end'>[] = [];
      if (first) events.push(first.end.then(() => 'end'));
      if (next && hasRoom) events.push(next.then(() => 'next'));
      if (events.length === 0) return;
      if ((await Promise.race(events)) === 'end' && first) {
        started.shift();
        size -= first.size;
        yield await first.end;
      } else if (next) {
        const { value, done }: IteratorResult<T> = await next;
        next = null;
        if (done !== true) {
          const item = { end: start(value), size: sizeOf(value) };
          started.push(item);
          size += item.size;
          next = source.next();
        }
      }
    }
  } finally {
    // Not awaited: who waits for input, from a pipe perhaps, would let the end wait too. What fails now is of no interest.
    source.return?.().then(undefined, () => {});
  }
}
