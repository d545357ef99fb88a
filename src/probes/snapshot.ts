import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../model.ts';
import { decodeHeap } from '../pprof/decode.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { groupGoroutines, isServices, parseStacks } from '../pprof/stacks.ts';
import type { Looks } from './client.ts';

interface SnapshotOptions {
  frames: FrameResolver;
  /** Can the collector prove goroutine leaks in this build? */
  leakProof: boolean;
  /** Requests answered since the warm-up ended. */
  requests: number;
  elapsedMs: number;
  /** What the kernel tells about the process at this moment. */
  process: {
    /** Open file descriptors. */
    descriptors(): number;
    openFiles(): Record<string, number>;
    threads(): number;
  };
  /** Gets the heap profile after all collections as it came, gunzipped. */
  keepProfile?(bytes: Uint8Array): Promise<unknown>;
}

// Healthy services settle within 450 ms (95 % quantile); four equal polls tell a lull from the end.
const pollMs = 50;
const equalPolls = 4;
const settleLimitMs = 1_500;

/**
 * Reads everything about a service at rest; the caller has closed the client connections. Each step depends on those before it,
 * so the order is fixed.
 */
export async function takeSnapshot(probe: Looks, options: SnapshotOptions, signal: AbortSignal): Promise<Snapshot> {
  const { frames, leakProof, requests, elapsedMs, process } = options;
  // 1. Goroutines that still finish their work hold memory: wait for them.
  await settle(probe, signal);
  // 2. Before the first collection, which closes files that nobody refers to any more.
  const descriptorsBeforeCollection = process.descriptors();
  // 3. One collection moves what pools hold to their victim caches: the last look at it.
  const pooledSites = decodeHeap(await probe.heapProfile(1, signal), frames);
  // 4. Two more empty the pools, and run what finalizers set free. Numbers are exact from here on.
  const { heapBytes, heapObjects } = await probe.memStats(2, signal);
  // 5. The profile tells the state as of the last collection, so no further one.
  const profile = await probe.heapProfile(0, signal);
  const sites = decodeHeap(profile, frames);
  // 6. Twice: with many goroutines behind one dead lock the first look finds only part of them.
  if (leakProof) {
    await probe.leakProfile(signal);
    await probe.leakProfile(signal);
  }
  // 7. After the proof, which leaves its mark on each goroutine in this dump.
  const goroutines = parseStacks(await probe.stacks(signal), frames);
  // 8. Last: finalizers that close files have had time to run.
  const ofProcess = { descriptors: process.descriptors(), openFiles: process.openFiles(), threads: process.threads() };
  await options.keepProfile?.(profile);
  return {
    requests,
    elapsedMs,
    heapBytes,
    heapObjects,
    sites,
    pooledSites,
    goroutines: goroutines.filter((goroutine) => isServices(goroutine)).length,
    groups: groupGoroutines(goroutines),
    ...ofProcess,
    descriptorsBeforeCollection,
  };
}

/** Waits until as many goroutines are left at four looks in a row, for 1.5 s at most: those at work hold memory. */
export async function settle(probe: Looks, signal: AbortSignal): Promise<void> {
  const deadlineMs = performance.now() + settleLimitMs;
  let last = -1;
  let equal = 0;
  while (performance.now() < deadlineMs) {
    const count = await probe.goroutines(signal);
    equal = count === last ? equal + 1 : 1;
    if (equal === equalPolls) return;
    last = count;
    await sleep(pollMs, undefined, { signal });
  }
}
