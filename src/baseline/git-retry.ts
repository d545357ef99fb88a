import { setTimeout as sleep } from 'node:timers/promises';
import { GitRefused, refusalError, type Attempt, type RefusalKind } from './refusal.ts';

interface Patience {
  tries: number;
  longestPauseMs: number;
}

// Ten rivals at once need about a minute at 2 s a try, fifty need five; with shorter pauses some of the fifty lose
// (simulated). A network that is down for longer than a few seconds isn't worth the job's time.
const patience: Partial<Record<RefusalKind, Patience>> = {
  conflict: { tries: 10, longestPauseMs: 120_000 },
  network: { tries: 2, longestPauseMs: 10_000 },
};

/**
 * Repeats an operation on the remote while its refusals may pass by themselves.
 * @throws LeakgateError `config` for a refusal that stays.
 */
export async function persist<T>(attempt: Attempt, operation: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const refusals = new Map<RefusalKind, number>();
  for (;;) {
    const started = performance.now();
    let pauseMs: number;
    try {
      return await operation();
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      const refused = (refusals.get(error.kind) ?? 0) + 1;
      refusals.set(error.kind, refused);
      const { tries, longestPauseMs } = patience[error.kind] ?? { tries: 0, longestPauseMs: 0 };
      if (refused > tries) throw refusalError(error, attempt);
      pauseMs = jittered(refused, performance.now() - started, longestPauseMs);
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  }
}

/**
 * Exponential back-off with full jitter, in units of what one try takes: rivals that are slow, on a network far away,
 * need a wider spread than rivals on one machine.
 */
function jittered(refused: number, tryMs: number, longestMs: number): number {
  return Math.random() * Math.min(longestMs, Math.max(50, tryMs) * 2 ** refused);
}
