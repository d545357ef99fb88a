import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Bench, LeakBench, RetentionLook } from '../checks/check.ts';
import { failedRequests } from '../checks/load-summary.ts';
import type { Config } from '../config/resolve.ts';
import { engines } from '../engines/index.ts';
import { LeakgateError } from '../errors.ts';
import type { Dose, LoadSummary, ProbeBinary, Route, Snapshot, RetainedChain } from '../model.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { connectProbe, takeSnapshot, type MemStats, type Probe } from '../probes/index.ts';
import { retentionReader, type Retention } from '../probes/retention.ts';
import { growthSteps, grownWays, growth, type ChainGrowth, type Trie } from '../heap/index.ts';
import type { Program } from './program.ts';

/** Bytes between two heap samples: finds a leak of 16 B/request in 3,500 requests (rate 512 against 4096 and the default). */
const heapSampleBytes = 512;

/** A dump is as large as the heap, and reading it takes about as much memory again. */
const largestDumpBytes = 1024 ** 3;

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
  /** Where raw profiles go; nowhere for a service that is only a measure for another one. */
  keep?: Bench['keep'];
}

/** The probe build behind the leak checks' interface: exact request counts, and looks at the service at rest. */
export function leakBench({ config, binary, frames, program, keep }: LeakBenchParts, signal: AbortSignal): LeakBench {
  let answered = 0;
  let startedAtMs = 0;
  let probe: Probe | undefined;
  const keepProfile = keep && profileKeeper(keep);
  const connect = async (): Promise<{ running: Program; probe: Probe }> => {
    const running = await program();
    probe ??= await reachProbe(running, signal);
    return { running, probe };
  };
  const load = async (requests: number, routes: Route[]): Promise<LoadSummary> => {
    const { running } = await connect();
    const plan = { routes, connections: config.connections, stop: { requests }, timeoutMs: config.requestTimeoutMs };
    return running.survives(async () => engines.autocannon.run(running.service.origin, plan, signal));
  };
  const snapshot = async (kept = true): Promise<Snapshot> => {
    const { running, probe: connected } = await connect();
    const at = { requests: answered, elapsedMs: startedAtMs === 0 ? 0 : Date.now() - startedAtMs };
    // What a single route leaves behind would hide what the whole scenario does.
    const whole = kept && keepProfile ? { keepProfile } : {};
    const options = { frames, leakProof: binary.leakProof, process: running.service, ...at, ...whole };
    return running.survives(async () => takeSnapshot(connected, options, signal));
  };

  const readRetention = retentionReader(binary.path, frames);
  return {
    leakProof: binary.leakProof,
    snapshot: async () => snapshot(),
    async retention() {
      if (!binary.heapDumpSafe) return { unavailable: 'this Go version can crash while it dumps its heap' };
      const { running, probe: connected } = await connect();
      const { heapBytes } = await connected.memStats(0, signal);
      if (heapBytes > largestDumpBytes) return { unavailable: 'the heap is larger than 1 GiB' };
      return retentionLook(await running.survives(async () => readRetention(connected, signal)));
    },
    async warmUp(requests) {
      const summary = await load(requests, config.routes);
      answered = 0;
      startedAtMs = Date.now();
      return { requestsPerSecond: summary.requestsPerSecond, failed: failedRequests(summary) };
    },
    async dose(requests, routes): Promise<Dose> {
      const { probe: connected } = await connect();
      const before = await connected.memStats(0, signal);
      const summary = await load(requests, routes ?? config.routes);
      const after = await connected.memStats(0, signal);
      answered += summary.answered;
      return {
        requests: summary.answered,
        durationMs: summary.durationMs,
        failed: failedRequests(summary),
        ...allocated(before, after, summary.answered),
        after: await snapshot(routes === undefined),
      };
    },
    async rest(durationMs) {
      await sleep(durationMs, undefined, { signal });
      return snapshot();
    },
  };
}

function allocated(
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
function profileKeeper(keep: Bench['keep']): (bytes: Uint8Array) => Promise<void> {
  let name = 'heap-before.pb.gz';
  return async (bytes) => {
    await keep(name, await promisify(gzip)(bytes));
    name = 'heap-after.pb.gz';
  };
}

/** The tries behind the looks that a check holds: it compares looks without knowing what they are made of. */
const tries = new WeakMap<RetentionLook, Trie>();

/** A dump that doesn't add up to what the runtime counts has no chains to show. */
function retentionLook({ trie, consistent, ...counted }: Retention): RetentionLook | { unavailable: string } {
  const { reachableBytes, heapAllocBytes } = counted;
  if (!consistent) {
    const told = `the runtime counts ${heapAllocBytes} bytes, and its roots reach ${reachableBytes} of them`;
    return { unavailable: `the heap dump doesn’t add up: ${told}` };
  }
  const look: RetentionLook = {
    counted: { reachableBytes, heapAllocBytes },
    chainsSince(earlier) {
      const before = tries.get(earlier);
      return before === undefined ? [] : growth(before, trie).map(plainChain);
    },
    waysSince(earlier) {
      const before = tries.get(earlier);
      return before === undefined ? [] : grownWays(before, trie);
    },
    heapSince(earlier) {
      const before = tries.get(earlier);
      return before === undefined ? [] : growthSteps(before, trie);
    },
  };
  tries.set(look, trie);
  return look;
}

const plainChain = ({ root, steps, retainedBytes, sites, heldBy }: ChainGrowth): RetainedChain => ({
  root: root.text,
  steps: steps.map(({ label, ...counts }) => ({ text: label.text, frame: label.frame, ...counts })),
  retainedBytes,
  sites,
  heldBy: heldBy.map((way) => way.map(({ text }) => text)),
});

/** Waits until the probe of a program that was started with one answers. */
export async function reachProbe({ probeSocket }: Program, signal: AbortSignal): Promise<Probe> {
  if (probeSocket === undefined) throw new LeakgateError('internal', 'The probe build was started without a socket.');
  const probe = connectProbe(probeSocket);
  await probe.ping(signal);
  return probe;
}
