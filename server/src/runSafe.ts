import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Runtime } from './runtime';

/** Where errors are told. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
}

/**
 * Answers a request so that nothing is thrown into the connection: messages that wait are read first, so that a cancel
 * among them is seen; a cancelled request is answered as cancelled and not with an empty list; an error is logged, and
 * `fallback` is answered.
 */
export async function runSafe<T, F>(
  runtime: Runtime,
  log: Log,
  what: string,
  token: CancellationToken,
  fallback: F,
  work: () => Promise<T>,
): Promise<T | F | ResponseError<never>> {
  await new Promise<void>((resolve) => runtime.defer(resolve));
  if (token.isCancellationRequested) return cancelled();
  try {
    const result = await work();
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    log.error(`${what} failed: ${describe(error)}`);
    return fallback;
  }
}

/** Does work that nobody waits for; an error is logged. */
export function runDetached(log: Log, what: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => log.error(`${what} failed: ${describe(error)}`));
}

/** An error with where it came from. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
