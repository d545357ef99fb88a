import { setTimeout as sleep } from 'node:timers/promises';
import type { CollectorBench, CollectorRecording, RecordedCollection } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import type { Load } from '../engines/index.ts';
import type { LoadSummary } from '../model.ts';
import { decodeHeap } from '../pprof/decode.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { readRuntimeTrace, type RuntimeTrace } from '../pprof/runtime-trace.ts';
import { onAxis } from '../pprof/trace-axis.ts';
import type { Collection, CollectorLook, Probe } from '../probes/index.ts';
import type { CollectionTimes } from '../service/index.ts';
import { bothOf } from './both-of.ts';
import { sendNew } from './load.ts';
import { reachProbe } from './probed-copy.ts';
import type { Program } from './program.ts';
import { countingEngine } from './stock-load.ts';

/** The runtime keeps the last 256 collections: ten looks a second miss none below 2,560 a second. */
const lookEveryMs = 100;
/** A profile takes CPU time from the service: never more than a twentieth of the window. */
const profileEveryMs = 200;
const profileShare = 0.05;
/** For connections, caches and the first growth of the heap. */
const warmUpMs = 500;

interface CollectorBenchParts {
  config: Config;
  frames: FrameResolver;
  program(): Promise<Program>;
}

export function collectorBench(parts: CollectorBenchParts, signal: AbortSignal): CollectorBench {
  const { config, frames } = parts;
  const load = async (running: Program, durationMs: number, observe?: Load['observe']): Promise<LoadSummary> => {
    const until = { stop: { durationMs }, ...(observe !== undefined && { observe }) };
    return running.survives(async () =>
      sendNew(config, running, async (origin, plan) =>
        countingEngine(config).run(origin, { ...plan, ...until }, signal),
      ),
    );
  };
  return {
    async record({ durationMs, traceMs }) {
      const running = await parts.program();
      const probe = await reachProbe(running, signal);
      await load(running, Math.min(warmUpMs, durationMs));
      const watcher = await startWatcher(probe, signal);
      const answers: CollectorRecording['answers'] = { endedMs: [], latencyUs: [] };
      const beganMs = performance.now();
      const observe = (endedMs: number, latencyUs: number): void => {
        answers.endedMs.push(endedMs - beganMs);
        answers.latencyUs.push(latencyUs);
      };
      const loading = load(running, durationMs + traceMs, observe).finally(() => watcher.stop());
      const [summary, seen] = await bothOf(loading, watcher.watch({ beganMs, traceFromMs: durationMs, traceMs }));
      return { load: summary, answers, ...assemble(seen, running.service.collections(), frames) };
    },
  };
}

interface Seen {
  looks: (CollectorLook & { atMs: number })[];
  /** By number. */
  collections: Map<number, Collection>;
  /** Gunzipped profiles, decoded only when the load is over: the generator shares its thread with us. */
  profiles: { upToMs: number; bytes: Uint8Array }[];
  /** Wall clock of the load's begin, in milliseconds since 1970. */
  beganAtMs: number;
  before: number;
  trace: { bytes: Uint8Array; askedMs: number } | null;
}

interface WatchPlan {
  /** By `performance.now()`. */
  beganMs: number;
  /** When to trace, from the load's begin, and how long; 0 for not at all. */
  traceFromMs: number;
  traceMs: number;
}

interface Watcher {
  watch(plan: WatchPlan): Promise<Seen>;
  stop(): void;
}

/** Looks at the heap and the collections ten times a second, and less often at what was allocated where. */
async function startWatcher(probe: Probe, signal: AbortSignal): Promise<Watcher> {
  const first = await probe.heapProfile(1, signal);
  const askedMs = performance.now();
  await probe.heapProfile(0, signal);
  const everyMs = Math.max(profileEveryMs, (performance.now() - askedMs) / profileShare);
  const { collections: before } = await probe.collector(signal);
  const ended = new AbortController();

  const watch = async ({ beganMs, traceFromMs, traceMs }: WatchPlan): Promise<Seen> => {
    const beganAtMs = beganMs + wallClockOffset();
    const profiles = [{ upToMs: 0, bytes: first }];
    const seen: Seen = { looks: [], collections: new Map(), profiles, beganAtMs, before, trace: null };
    const look = async (): Promise<CollectorLook> => {
      const now = await probe.collector(signal);
      seen.looks.push({ ...now, atMs: performance.now() - beganMs });
      for (const one of now.recent) if (one.number > before) seen.collections.set(one.number, one);
      return now;
    };
    for (let tick = 1, profiledMs = 0; !ended.signal.aborted; tick++) {
      const { recent } = await look();
      const atMs = performance.now() - beganMs;
      if (traceMs > 0 && atMs >= traceFromMs && seen.trace === null) {
        seen.trace = { askedMs: atMs, bytes: await probe.trace(traceMs, signal) };
        continue;
      }
      if (atMs - profiledMs >= everyMs) {
        profiledMs = atMs;
        // Without a forced collection, a profile tells what was allocated up to the last collection but one.
        const upTo = recent.at(-2);
        const bytes = await probe.heapProfile(0, signal);
        if (upTo !== undefined && upTo.number > before) profiles.push({ upToMs: upTo.endedMs - beganAtMs, bytes });
      }
      await sleep(Math.max(1, beganMs + tick * lookEveryMs - performance.now()), undefined, {
        signal: AbortSignal.any([signal, ended.signal]),
      }).catch(() => signal.throwIfAborted());
    }
    await look();
    const upToMs = performance.now() - beganMs;
    profiles.push({ upToMs, bytes: await probe.heapProfile(1, signal) });
    return seen;
  };
  return { watch, stop: () => ended.abort() };
}

/** What to add to `performance.now()` for the service's clock. `Date.now()` drops fractions: read it where it ticks. */
function wallClockOffset(): number {
  const startMs = Date.now();
  let nowMs = startMs;
  while (nowMs === startMs) nowMs = Date.now();
  return nowMs - performance.now();
}

function assemble(
  { looks, collections, profiles, beganAtMs, before, trace }: Seen,
  printed: readonly CollectionTimes[],
  frames: FrameResolver,
): Omit<CollectorRecording, 'load' | 'answers'> {
  const times = new Map(printed.map((one) => [one.number, one]));
  const recorded = [...collections.values()].map(({ number, endedMs, pauseMs }): RecordedCollection => {
    const { durationMs = null, cpuMs = null, assistMs = null } = times.get(number) ?? {};
    return { endedMs: endedMs - beganAtMs, pauseMs, durationMs, cpuMs, assistMs };
  });
  const endedMs = recorded.map((one) => one.endedMs);
  return {
    trace: trace && { bytes: trace.bytes, onAxis: traceOnAxis(trace, endedMs) },
    looks: looks.map(({ atMs, heapBytes, heapGoalBytes, goroutines }) => ({
      atMs,
      heapBytes,
      heapGoalBytes,
      goroutines,
    })),
    collections: recorded.toSorted((a, b) => a.endedMs - b.endedMs),
    missed: (looks.at(-1)?.collections ?? before) - before - collections.size,
    processors: printed.at(-1)?.processors ?? null,
    profiles: profiles.map(({ upToMs, bytes }) => ({ upToMs, sites: decodeHeap(bytes, frames) })),
  };
}

/** A trace that can't be read is still one for `go tool trace`. */
function traceOnAxis(
  { bytes, askedMs }: { bytes: Uint8Array; askedMs: number },
  endedMs: number[],
): RuntimeTrace | null {
  try {
    return onAxis(readRuntimeTrace(bytes), endedMs, askedMs);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
