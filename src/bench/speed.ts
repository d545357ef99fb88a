import { PairUnavailable, type PairBench, type PairWindow, type SpeedBench } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import { pairedWindows } from '../engines/index.ts';
import type { Program } from './program.ts';
import { ratedPair, ratedSide } from './rated.ts';
import type { StockLoad } from './stock-load.ts';

/** Starts a fresh copy of one side; the caller stops it. */
export type StartSide = () => Promise<Program>;

/** The head's stock build under load; `program` starts it at the first call, the bench's owner stops it. */
export function speedBench(
  config: Config,
  program: () => Promise<Program>,
  send: StockLoad,
  pair: SpeedBench['pair'],
  signal: AbortSignal,
): SpeedBench {
  return {
    pair,
    rated: ratedSide(
      config,
      async (load) => {
        const running = await program();
        return running.survives(async () => load(running));
      },
      signal,
    ),
    async load(durationMs, more) {
      const running = await program();
      const before = running.service.cpuNs();
      const summary = await running.survives(async () => send(running, durationMs, more));
      const cpuNs = running.service.cpuNs() - before;
      return { summary, cpuUsPerRequest: cpuNs / 1000 / Math.max(1, summary.answered) };
    },
  };
}

interface Sides {
  baseSha: string;
  identical: boolean;
  base: StartSide;
  head: StartSide;
}

/** Base and head side by side: fresh instances at each call. */
export function pairBench(config: Config, sides: Sides, signal: AbortSignal): PairBench {
  return {
    baseSha: sides.baseSha,
    identical: sides.identical,
    windows: () => instanceWindows(config, sides, signal),
    rated: async () => ratedPair(config, { ...sides, base: async () => startBase(sides, signal) }, signal),
  };
}

async function* instanceWindows(config: Config, sides: Sides, signal: AbortSignal): AsyncGenerator<PairWindow> {
  await using base = await startBase(sides, signal);
  await using head = await sides.head();
  const plan = {
    baseOrigin: base.service.origin,
    headOrigin: head.service.origin,
    cpuNs: { base: () => base.service.cpuNs(), head: () => head.service.cpuNs() },
    routes: config.routes,
    workers: config.connections,
    timeoutMs: config.requestTimeoutMs,
    credentials: { base: base.credential, head: head.credential },
    cookies: config.cookies,
  };
  for await (const window of pairedWindows(plan, signal)) {
    if (!base.service.running) throw new PairUnavailable(`the baseline's commit ${short(sides)} died under load`);
    await head.survives(async () => undefined);
    yield window;
  }
}

/** The head must start: it did so before. A base that doesn't only costs the comparison. */
async function startBase(sides: Sides, signal: AbortSignal): Promise<Program> {
  try {
    return await sides.base();
  } catch (cause) {
    signal.throwIfAborted();
    const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
    throw new PairUnavailable(`the baseline's commit ${short(sides)} didn't start: ${why}`, { cause });
  }
}

const short = ({ baseSha }: Sides): string => baseSha.slice(0, 7);
