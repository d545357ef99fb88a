import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, LeakBench, SpeedBench } from '../checks/check.ts';
import { failedRequests } from '../checks/load-summary.ts';
import type { Config } from '../config/resolve.ts';
import type { Deployed } from '../config/deployed.ts';
import { LeakgateError } from '../errors.ts';
import type { Dose, Snapshot } from '../model.ts';
import { askPrometheus, deployedProbe, takeSnapshot } from '../probes/index.ts';
import { deployedLoad, untilOf, type DeployedLoad } from './deployed-load.ts';
import { keepK6Files } from './kept-k6-files.ts';
import { allocated, profileKeeper } from './leaks.ts';
import { leakVariants } from './load.ts';
import type { CommonParts, OpenBench } from './index.ts';
import { onlyOnce } from './once.ts';
import { testsOf } from './tests.ts';

interface DeployedParts extends CommonParts {
  deployed: Deployed;
}

/** What only a build of Leakgate's own can tell. */
const unavailable = { unavailable: 'the service is deployed, and wasn’t built with the probe' };

/**
 * A service that runs already, behind the interface that checks see: loaded by k6, looked at through its own profiles. Nothing is built
 * or started, and nothing of it is stopped.
 */
export function openDeployed(parts: DeployedParts, signal: AbortSignal): OpenBench {
  const { config, deployed } = parts;
  const load = deployedLoad(parts, signal);
  const leaks = deployed.pprof === undefined ? undefined : deployedLeaks(parts, deployed.pprof, load, signal);
  const bench: Bench = {
    routes: config.routes,
    speed: deployedSpeed(parts, load),
    get leaks() {
      return leaks ?? missing();
    },
    get collector() {
      return missing();
    },
    get resilience() {
      return missing();
    },
    get protocols() {
      return missing();
    },
    get stages() {
      return missing();
    },
    get coverage() {
      return missing();
    },
    source: parts.source,
    leakPlan: config.leaks,
    stored: parts.stored,
    baseCounts: { unavailable: 'the service is deployed, and others may have used it meanwhile' },
    goTest: testsOf(parts, signal),
    rest: async (durationMs) => sleep(durationMs, undefined, { signal }),
    external: async (address, query) => askPrometheus(address, query, signal),
    keep: parts.keep,
    once: onlyOnce(),
    progress: parts.progress,
    note: parts.note,
  };
  return { bench, current: () => undefined, [Symbol.asyncDispose]: async () => load[Symbol.asyncDispose]() };
}

/** The settings refuse the checks that would ask for more. */
const missing = (): never => {
  throw new LeakgateError('internal', 'A check asked a deployed service for what only a build can tell.');
};

function deployedSpeed({ config, deployed, keep }: DeployedParts, load: DeployedLoad): SpeedBench {
  let sent = 0;
  return {
    pair: { unavailable: 'the service is deployed, and not beside its base' },
    get rated() {
      return missing();
    },
    async load(durationMs, { warmUp } = { warmUp: false }) {
      const until = untilOf(config, durationMs);
      if (!warmUp) await keepK6Files({ config, deployed, until, keep });
      const summary = await load.send({ until, variants: { from: sent } });
      sent += summary.sent;
      // What it cost the service is only known where it runs.
      return { summary, cpuUsPerRequest: 0 };
    },
  };
}

/** Who opened which file, and how many threads there are, is known on its machine alone: these stay the same in every look. */
const unknownProcess = { descriptors: () => 0, openFiles: () => ({}), threads: () => 0 };

function deployedLeaks(parts: DeployedParts, pprof: string, load: DeployedLoad, signal: AbortSignal): LeakBench {
  const { config, frames, keep, note } = parts;
  const probe = deployedProbe(new URL(pprof));
  const keepProfile = profileKeeper(keep);
  let traits: Awaited<ReturnType<typeof probe.traits>> = { leakProof: false, sampleBytes: 0 };
  let sent = 0;
  let answered = 0;
  let startedAtMs = 0;
  /** Pods that start and end are no time under load. */
  let idleMs = 0;

  const send = async (requests: number, narrowed: Parameters<LeakBench['dose']>[1] = {}) => {
    const variants = leakVariants(config, sent);
    sent += requests;
    const beganMs = Date.now();
    const summary = await load.send({ ...narrowed, variants, until: { requests } });
    idleMs += Math.max(0, Date.now() - beganMs - summary.durationMs);
    answered += summary.answered;
    return summary;
  };
  const snapshot = async (kept = true): Promise<Snapshot> => {
    const elapsedMs = startedAtMs === 0 ? 0 : Math.max(0, Date.now() - startedAtMs - idleMs);
    const whole = kept ? { keepProfile } : {};
    const at = { requests: answered, elapsedMs, process: unknownProcess, ...whole };
    return takeSnapshot(probe, { frames, leakProof: traits.leakProof, ...at }, signal);
  };
  return {
    get leakProof() {
      return traits.leakProof;
    },
    snapshot: async () => snapshot(),
    retention: async () => unavailable,
    recordedDose: async () => unavailable,
    async warmUp(requests) {
      if (startedAtMs === 0) {
        traits = await probe.traits(signal);
        limitsOf(traits, config).forEach((limit) => note(limit));
      }
      const summary = await send(requests);
      [answered, startedAtMs, idleMs] = [0, Date.now(), 0];
      return { requestsPerSecond: summary.requestsPerSecond, failed: failedRequests(summary) };
    },
    async dose(requests, narrowed): Promise<Dose> {
      const before = await probe.memStats(0, signal);
      const summary = await send(requests, narrowed);
      const after = await probe.memStats(0, signal);
      return {
        requests: summary.answered,
        durationMs: summary.durationMs,
        failed: failedRequests(summary),
        ...allocated(before, after, summary.answered),
        after: await snapshot(narrowed?.routes === undefined),
      };
    },
    async rest(durationMs) {
      await sleep(durationMs, undefined, { signal });
      return snapshot();
    },
  };
}

/** A growth of fewer samples is no growth: three standard deviations of n samples are n where there are nine. */
const leastSamples = 9;
/** First, second and third round. */
const doses = 1 + 2 + 4;

/** What can't be seen, said beforehand. */
function limitsOf(
  { sampleBytes, leakProof }: { sampleBytes: number; leakProof: boolean },
  { leaks }: Config,
): string[] {
  const requests = doses * leaks.firstDose;
  const least = Math.ceil((leastSamples * sampleBytes) / requests);
  return [
    ...(sampleBytes === 0
      ? ['The deployed service takes no samples of its heap (runtime.MemProfileRate is 0): heap leaks can’t be seen.']
      : [
          `The deployed service samples its heap every ${sampleBytes} bytes: heap leaks below about ${least} bytes a request don’t show in ${requests} requests, nor larger ones at lines that hold much already. A higher leak-requests or a lower runtime.MemProfileRate shows more.`,
        ]),
    ...(leakProof
      ? []
      : [
          'The deployed service serves no goroutineleak profile, so goroutines are counted, and none is proved to be leaked.',
        ]),
    'Open files and threads of a deployed service aren’t seen, nor who keeps its memory alive.',
  ];
}
