import { setTimeout as sleep } from 'node:timers/promises';
import { GitRefused, refusalError, type Attempt, type RefusalKind } from './refusal.ts';

/** How often a refusal is worth another try. */
const retries: Partial<Record<RefusalKind, number>> = { conflict: 10, network: 2 };

const longestPauseMs = 20_000;

/**
 * Repeats an operation on the remote while its refusals may pass by themselves.
 * @throws LeakgateError `config` for a refusal that stays.
 */
export async function persist<T>(attempt: Attempt, operation: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const refusals = new Map<RefusalKind, number>();
  for (let tries = 1; ; tries++) {
    const started = performance.now();
    try {
      return await operation();
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      const refused = (refusals.get(error.kind) ?? 0) + 1;
      refusals.set(error.kind, refused);
      if (refused > (retries[error.kind] ?? 0)) throw refusalError(error, attempt);
    }
    await sleep(pauseMs(tries, performance.now() - started), undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  }
}

/**
 * Exponential back-off with full jitter, in units of what one try takes: rivals that are slow, on a network far away,
 * need a wider spread than rivals on one machine.
 */
function pauseMs(tries: number, tryMs: number): number {
  return Math.random() * Math.min(longestPauseMs, Math.max(50, tryMs) * 2 ** tries);
}
