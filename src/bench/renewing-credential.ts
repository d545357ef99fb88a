import type { Credential, Fields } from '../engines/index.ts';

/** What a command or a login gave. */
export interface Obtained {
  fields: Fields;
  /** After how long to renew it. Null when nobody tells. */
  renewMs: number | null;
}

/** One that is refused sooner isn't worth renewing: the next would be refused as well. */
const leastLifeMs = 1000;
const longestTimerMs = 2 ** 31 - 1;

export interface OpenCredential extends Credential, AsyncDisposable {}

/**
 * Obtains a credential at the first `ready()`, again in the background before it expires, and again when it's refused; requests wait
 * only where there is none that holds. A renewal in the background that fails is tried once more, with requests waiting for it.
 */
export function renewingCredential(obtain: (signal: AbortSignal) => Promise<Obtained>): OpenCredential {
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  let fields: Fields = {};
  let holds = false;
  let obtainedMs = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let pending: Promise<void> | null = null;

  const take = ({ fields: fresh, renewMs }: Obtained): void => {
    [fields, holds, obtainedMs] = [fresh, true, performance.now()];
    clearTimeout(timer);
    if (renewMs !== null && !closing.signal.aborted) {
      timer = setTimeout(() => void renew().catch(() => (holds = false)), Math.min(renewMs, longestTimerMs));
      timer.unref();
    }
    for (const listener of listeners) listener();
  };
  const renew = async (): Promise<void> => {
    pending ??= obtain(closing.signal)
      .then(take)
      .finally(() => (pending = null));
    return pending;
  };
  return {
    fields: () => fields,
    ready: (): Promise<void> | null => (holds ? null : renew()),
    refused(sent) {
      if (sent !== fields || !holds || performance.now() - obtainedMs < leastLifeMs) return;
      holds = false;
    },
    onRenewed(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer);
      closing.abort(new Error('the service was stopped'));
      await pending?.catch(() => undefined);
    },
  };
}
