import { setTimeout as sleep } from 'node:timers/promises';

/** Undefined when the time is over first. */
export async function within<T>(timeoutMs: number, ending: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  try {
    return await Promise.race([ending, sleep(timeoutMs, undefined, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
