import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable, type Passing } from './unavailable.ts';

export interface Patience {
  tries: number;
  firstPauseMs: number;
  longestPauseMs: number;
}

// A store that ran out of connections has one again in seconds. One that is down isn't worth much of the job's time.
const refusals: Record<Passing, Patience> = {
  no: { tries: 1, firstPauseMs: 0, longestPauseMs: 0 },
  outage: { tries: 5, firstPauseMs: 250, longestPauseMs: 4000 },
  busy: { tries: 40, firstPauseMs: 250, longestPauseMs: 4000 },
};

/** Repeats what failed for a reason that may pass. */
export async function patiently<T>(use: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await use();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof StoreUnavailable) || tried >= refusals[error.passing].tries) throw error;
      await pause(refusals[error.passing], tried, signal);
    }
  }
}

/** Full jitter: rivals that failed together don't come back together. */
export async function pause(
  { firstPauseMs, longestPauseMs }: Patience,
  tried: number,
  signal: AbortSignal,
): Promise<void> {
  const pauseMs = Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** tried);
  await sleep(pauseMs, undefined, { signal }).catch(() => {});
  signal.throwIfAborted();
}
