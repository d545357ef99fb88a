import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import type { GoTarget, ProbeBinary } from '../model.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import type { SourceReader } from '../pprof/site.ts';
import { askPrometheus } from '../probes/index.ts';
import type { BaseBuild } from './base-build.ts';
import { baseCounts } from './base-counts.ts';
import type { Builds } from './builds.ts';
import { collectorBench } from './collector.ts';
import { coverageBench } from './leak-coverage.ts';
import { leakBench, probeEnvironment } from './leaks.ts';
import { onlyOnce } from './once.ts';
import { startProgram, type Program } from './program.ts';
import { protocolBench } from './protocols.ts';
import { resilienceBench } from './resilience.ts';
import { pairBench, speedBench } from './speed.ts';
import { stageBench } from './stages.ts';
import { stockLoad } from './stock-load.ts';
import { testsOf } from './tests.ts';

export type { BaseWanted } from './base-build.ts';
export { buildAll, type Builds } from './builds.ts';
export { openDeployed } from './deployed.ts';
export { deployedSenders } from './deployed-load.ts';
export { ServiceCrashed } from './program.ts';
export { sameTwice } from './same-twice.ts';
export { senders } from './stock-load.ts';

/** What a bench needs, whoever made the service. */
export interface CommonParts {
  config: Config;
  frames: FrameResolver;
  source: SourceReader;
  repositoryRoot: string;
  env: NodeJS.ProcessEnv;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
  keep: Bench['keep'];
  progress: (text: string) => void;
  note: (text: string) => void;
  /** What the baseline holds for each check, read. */
  stored: Bench['stored'];
}

interface BenchParts extends CommonParts {
  builds: Builds;
  target: GoTarget;
}

/** A bench and the copy of the service that runs on it at the moment. Disposing stops it. */
export interface OpenBench extends AsyncDisposable {
  bench: Bench;
  current: () => Program | undefined;
}

/** Binds the builds to the interface that checks see. At most one copy runs outside a pair: starting the other build stops it. */
export function openBench(parts: BenchParts, signal: AbortSignal): OpenBench {
  const { config, env } = parts;
  const { stock, probe, base } = parts.builds;
  const slot = makeSlot();

  const start = async (side: string, binary: string, more: { cwd?: string } = {}): Promise<Program> =>
    startProgram(config, parts, { side, binary, ...more }, signal);
  const speed =
    stock &&
    speedBench(
      config,
      async () => slot.hold('stock', async () => start('head', stock.path)),
      stockLoad(config, env, signal),
      pairOf(config, stock, base, start, signal),
      signal,
    );
  const probed = probe && probedParts(probe, parts, slot, signal);
  const leaks = probed && leakBench(probed, signal);
  const resilience = stock && resilienceBench({ ...parts, binary: stock.path, discard: slot.empty }, signal);
  const collector = probed && collectorBench(probed, signal);
  const protocols = probe && protocolBench({ ...parts, binary: probe.path, hold: slot.hold }, signal);
  const stages = probe && stageBench({ ...parts, binary: probe.path, base, hold: slot.hold }, signal);
  const bench: Bench = {
    routes: config.routes,
    get speed() {
      return speed ?? missing('stock');
    },
    get leaks() {
      return leaks ?? missing('probe');
    },
    get collector() {
      return collector ?? missing('probe');
    },
    get resilience() {
      return resilience ?? missing('stock');
    },
    get protocols() {
      return protocols ?? missing('probe');
    },
    get stages() {
      return stages ?? missing('probe');
    },
    coverage: coverageBench({ ...parts, hold: slot.hold, discard: slot.empty }, signal),
    source: parts.source,
    leakPlan: config.leaks,
    stored: parts.stored,
    baseCounts: countsOf(parts, signal),
    goTest: testsOf(parts, signal),
    rest: async (durationMs) => sleep(durationMs, undefined, { signal }),
    external: async (address, query) => askPrometheus(address, query, signal),
    keep: parts.keep,
    once: onlyOnce(),
    progress: parts.progress,
    note: parts.note,
  };
  return { bench, current: slot.current, [Symbol.asyncDispose]: slot.empty };
}

function probedParts(binary: ProbeBinary, parts: BenchParts, slot: Slot, signal: AbortSignal) {
  const { config, env } = parts;
  const traced = config.checks.includes('gc');
  const start = async (): Promise<Program> => {
    const variables = probeEnvironment({ ...env, ...config.env }, { traced });
    return startProgram(config, parts, { side: 'probe', binary: binary.path, probe: true, env: variables }, signal);
  };
  const program = async (): Promise<Program> => slot.hold('probe', start);
  return { ...parts, binary, program, discard: slot.empty };
}

function pairOf(
  config: Config,
  stock: { path: string; buildId: string },
  base: Builds['base'],
  start: (side: string, binary: string, more?: { cwd?: string }) => Promise<Program>,
  signal: AbortSignal,
): Bench['speed']['pair'] {
  if ('unavailable' in base) return base;
  const binary = base.stock;
  if (binary === undefined || config.compare === 'stored') return { unavailable: 'compare is stored' };
  const sides = {
    baseSha: base.sha,
    identical: binary.buildId === stock.buildId,
    base: async () => start('base', binary.path, { cwd: base.cwd }),
    head: async () => start('head', stock.path),
  };
  return pairBench(config, sides, signal);
}

/** Set when the baseline's commit was built with the probe, since its stored counts can't be used. */
function countsOf({ config, builds, frames, env, secret }: BenchParts, signal: AbortSignal): Bench['baseCounts'] {
  const { base } = builds;
  return hasProbe(base) && base.countsAnew ? baseCounts({ config, base, frames, env, secret }, signal) : null;
}

const hasProbe = (base: Builds['base']): base is BaseBuild & { probe: NonNullable<BaseBuild['probe']> } =>
  'probe' in base && base.probe !== undefined;

interface Slot {
  hold: (name: string, start: () => Promise<Program>) => Promise<Program>;
  current: () => Program | undefined;
  empty: () => Promise<void>;
}

/** Holds one running program under a name; another name stops it first. */
function makeSlot(): Slot {
  let held: { name: string; program: Program } | undefined;
  const empty = async (): Promise<void> => {
    const old = held;
    held = undefined;
    await old?.program[Symbol.asyncDispose]();
  };
  return {
    async hold(name, start) {
      if (held?.name !== name) {
        await empty();
        held = { name, program: await start() };
      }
      return held.program;
    },
    current: () => held?.program,
    empty,
  };
}

function missing(build: string): never {
  throw new LeakgateError('internal', `A check asked for the ${build} build, which wasn't made.`);
}
