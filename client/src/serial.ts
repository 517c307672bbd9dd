/**
 * A function that runs `task`, never twice at a time. Calls made during a run share one further run, which begins when
 * that one has ended, well or badly.
 */
export function serially(task: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    waiting = null;
    return task();
  };
  return () => {
    if (waiting !== null) return waiting;
    last = last.then(begin, begin);
    waiting = last;
    return last;
  };
}
