import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Bench, LeakBench } from '../checks/check.ts';
import { failedRequests } from '../checks/load-summary.ts';
import type { Config } from '../config/resolve.ts';
import type { Dose, ProbeBinary, Snapshot } from '../model.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { takeSnapshot, type MemStats } from '../probes/index.ts';
import { probedCopy } from './probed-copy.ts';
import type { Program } from './program.ts';
import { retentionBench } from './retention-bench.ts';

/** Bytes between two heap samples: finds a leak of 16 B/request in 3,500 requests (rate 512 against 4096 and the default). */
const heapSampleBytes = 512;

/** What the probe build needs in its environment, on top of the user's own GODEBUG. `traced`: it prints a line for each collection. */
export function probeEnvironment(env: NodeJS.ProcessEnv, { traced } = { traced: false }): Record<string, string> {
  const own = env['GODEBUG'] ?? '';
  const settings = [own, `memprofilerate=${heapSampleBytes}`, traced ? 'gctrace=1' : ''];
  return { GODEBUG: settings.filter((setting) => setting !== '').join(',') };
}

interface LeakBenchParts {
  config: Config;
  binary: ProbeBinary;
  frames: FrameResolver;
  /** Starts the probe build at the first call; the bench's owner stops it. */
  program: () => Promise<Program>;
  /** Lets the next call of `program` start a fresh copy. */
  discard: () => Promise<void>;
  note: (text: string) => void;
  /** Where raw profiles go; nowhere for a service that is only a measure for another one. */
  keep?: Bench['keep'];
}

/** The probe build behind the leak checks' interface: exact request counts, and looks at the service at rest. */
export function leakBench(parts: LeakBenchParts, signal: AbortSignal): LeakBench {
  const { binary, frames, note } = parts;
  const keepProfile = parts.keep && profileKeeper(parts.keep);
  const copy = probedCopy(parts, signal);
  let warmedUp = 0;
  let startedAtMs = 0;

  const snapshot = async (kept = true): Promise<Snapshot> => {
    const { running, probe } = await copy.connect();
    const at = { requests: copy.answered, elapsedMs: startedAtMs === 0 ? 0 : Date.now() - startedAtMs };
    // What a single route leaves behind would hide what the whole scenario does.
    const whole = kept && keepProfile ? { keepProfile } : {};
    const options = { frames, leakProof: binary.leakProof, process: running.service, ...at, ...whole };
    return running.survives(async () => takeSnapshot(probe, options, signal));
  };

  return {
    leakProof: binary.leakProof,
    snapshot: async () => snapshot(),
    ...retentionBench({ copy, binary, frames, note, sampleBytes: heapSampleBytes, warmUp: () => warmedUp }, signal),
    async warmUp(requests) {
      const summary = await copy.load(requests);
      warmedUp += requests;
      copy.answered = 0;
      startedAtMs = Date.now();
      return { requestsPerSecond: summary.requestsPerSecond, failed: failedRequests(summary) };
    },
    async dose(requests, narrowed = {}): Promise<Dose> {
      const { probe } = await copy.connect();
      const before = await probe.memStats(0, signal);
      const summary = await copy.load(requests, narrowed);
      const after = await probe.memStats(0, signal);
      return {
        requests: summary.answered,
        durationMs: summary.durationMs,
        failed: failedRequests(summary),
        ...allocated(before, after, summary.answered),
        after: await snapshot(narrowed.routes === undefined),
      };
    },
    async rest(durationMs) {
      await sleep(durationMs, undefined, { signal });
      return snapshot();
    },
  };
}

/** Between two looks, for each request. */
export function allocated(
  before: MemStats,
  after: MemStats,
  requests: number,
): Pick<Dose, 'mallocsPerRequest' | 'allocatedBytesPerRequest'> {
  const per = Math.max(1, requests);
  return {
    mallocsPerRequest: (after.mallocs - before.mallocs) / per,
    allocatedBytesPerRequest: (after.totalAllocBytes - before.totalAllocBytes) / per,
  };
}

/** The profile of the first look, and that of the last one: what `go tool pprof -diff_base` takes. */
export function profileKeeper(keep: Bench['keep']): (bytes: Uint8Array) => Promise<void> {
  let name = 'heap-before.pb.gz';
  return async (bytes) => {
    await keep(name, await promisify(gzip)(bytes));
    name = 'heap-after.pb.gz';
  };
}
