const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let underWay = 0;
let received: NodeJS.Signals | null = null;

/**
 * Does something that must not be broken off in the middle, such as the replacing of a file: a signal that comes
 * meanwhile ends the program afterwards, and nothing else is begun until then.
 */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  if (received !== null) return new Promise(() => {});
  if (underWay++ === 0) for (const signal of SIGNALS) process.on(signal, remember);
  try {
    return await work();
  } finally {
    if (--underWay === 0) {
      for (const signal of SIGNALS) process.off(signal, remember);
      if (received !== null) process.kill(process.pid, received);
    }
  }
}

function remember(signal: NodeJS.Signals): void {
  received = signal;
}

/** Does something when a signal ends the program, until what is returned is called. */
export function beforeSignal(cleanUp: () => Promise<void>): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    forget();
    void cleanUp().finally(() => process.kill(process.pid, signal));
  };
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return forget;
}
