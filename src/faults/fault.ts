import { perform, type Act, type ActPlace } from './act.ts';
import type { Disturbance } from '../model.ts';
import type { DependencyProxy } from './proxy.ts';

/** What goes wrong: by acts of the user's own, or by the proxy in front of the dependency. Without `stop` it ends by itself. */
export type Fault =
  { start: Act; stop: Act | undefined; place: ActPlace } | { proxy: DependencyProxy; does: Disturbance };

/** A fault that is there. Disposing ends it, unless that was done: also after an interrupt, since what was broken isn't ours. */
export interface ActiveFault extends AsyncDisposable {
  end(): Promise<void>;
}

/** Begins a fault; settles once it is there. @throws LeakgateError `measurement` when it can't be begun or ended. */
export async function begin(fault: Fault, signal: AbortSignal): Promise<ActiveFault> {
  if ('proxy' in fault) {
    const { proxy } = fault;
    proxy.disturb(fault.does);
    const end = async (): Promise<void> => proxy.disturb(null);
    return { end, [Symbol.asyncDispose]: end };
  }
  const { start, stop, place } = fault;
  let ended = stop === undefined;
  const finish = async (ending: AbortSignal): Promise<void> => {
    if (ended || stop === undefined) return;
    try {
      await (await perform(stop, place, ending))[Symbol.asyncDispose]();
    } finally {
      // A stop that failed by itself fails again; one that was interrupted hasn't had its chance.
      ended = !ending.aborted;
    }
  };
  const background = await perform(start, place, signal).catch(async (error: unknown) => {
    // It may be half there.
    await finish(new AbortController().signal).catch(() => undefined);
    throw error;
  });
  return {
    end: async () => finish(signal),
    async [Symbol.asyncDispose]() {
      await using _ = background;
      await finish(new AbortController().signal);
    },
  };
}
