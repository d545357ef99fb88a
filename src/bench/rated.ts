import { PairUnavailable, type PairBench, type RatedSide } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import { openLoad } from '../engines/index.ts';
import type { LoadSummary } from '../model.ts';
import { sendNew } from './load.ts';
import type { Program } from './program.ts';

/** More than any rate that holds needs: only as many are opened as are in use at the same time. */
const connections = 512;

/** Loads a program that runs, and says when it doesn't any more. */
type Loaded = (send: (running: Program) => Promise<LoadSummary>) => Promise<LoadSummary>;

/** One program at rates of a check's own. `loaded` gives the program to what sends. */
export function ratedSide(config: Config, loaded: Loaded, signal: AbortSignal): RatedSide {
  return {
    async load(perSecond, durationMs) {
      const traffic = { spacing: 'even' as const, stages: [{ perSecond, durationMs }] };
      return loaded(async (running) =>
        sendNew(config, running, async (origin, load) =>
          openLoad(origin, { ...load, connections, traffic, seed: 1 }, signal),
        ),
      );
    },
  };
}

/** A head that dies is a finding; a base that does only ends the comparison. */
export async function ratedPair(
  config: Config,
  sides: { baseSha: string; base: () => Promise<Program>; head: () => Promise<Program> },
  signal: AbortSignal,
): ReturnType<PairBench['rated']> {
  const base = await sides.base();
  const head = await sides.head().catch(async (error: unknown) => {
    await base[Symbol.asyncDispose]();
    throw error;
  });
  const loadBase: Loaded = async (send) => {
    const summary = await send(base);
    if (base.service.running) return summary;
    throw new PairUnavailable(`the baseline's commit ${sides.baseSha.slice(0, 7)} died under load`);
  };
  return {
    base: ratedSide(config, loadBase, signal),
    head: ratedSide(config, async (send) => head.survives(async () => send(head)), signal),
    async [Symbol.asyncDispose]() {
      await Promise.all([base[Symbol.asyncDispose](), head[Symbol.asyncDispose]()]);
    },
  };
}
