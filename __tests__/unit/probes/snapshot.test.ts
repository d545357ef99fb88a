import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Probe } from '../../../src/probes/index.ts';
import { takeSnapshot } from '../../../src/probes/index.ts';
import { shopFrames } from '../pprof/shop.ts';

const signal = new AbortController().signal;
const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/pprof/${name}`, import.meta.url));
const heap = gunzipSync(fixture('go1.26.heap.pb.gz'));
const stacks = fixture('go1.26.stacks.txt').toString('utf8');

/** Answers from the recorded service and writes down what was asked. */
function recordedProbe(counts: number[]): { probe: Probe; calls: string[] } {
  const calls: string[] = [];
  const note = <T>(call: string, value: T): T => {
    calls.push(call);
    return value;
  };
  const probe: Probe = {
    ping: async () => note('ping', { pid: 1, goVersion: 'go1.26.8', leakProof: true }),
    goroutines: async () => note('goroutines', counts.shift() ?? 5),
    memStats: async (gc) => note(`memstats ${gc}`, { heapBytes: 100, heapObjects: 10, mallocs: 1, totalAllocBytes: 1 }),
    collector: async () =>
      note('collector', { heapBytes: 1, heapGoalBytes: 2, goroutines: 5, collections: 0, recent: [] }),
    heapProfile: async (gc) => note(`heap ${gc}`, heap),
    leakProfile: async () => note('leak', heap),
    stacks: async () => note('stacks', stacks),
    trace: async () => note('trace', heap),
    cpuProfile: async () => note('cpu', heap),
    coverage: async () => note('cover', undefined),
    sampleEvery: async () => note('rate', undefined),
    heapDump: async () => note('dump', undefined),
  };
  return { probe, calls };
}

const options = (calls: string[], leakProof = true) => {
  let descriptors = 9;
  return {
    frames: shopFrames('go1.26'),
    leakProof,
    requests: 300,
    elapsedMs: 1000,
    process: {
      descriptors: () => {
        calls.push('descriptors');
        return descriptors--;
      },
      openFiles: () => ({ pipe: 2 }),
      threads: () => 7,
    },
  };
};

describe('takeSnapshot', () => {
  test('looks in the order in which the looks don’t disturb each other', async () => {
    const { probe, calls } = recordedProbe([7, 6, 5]);
    await takeSnapshot(probe, options(calls), signal);
    expect(calls).toEqual([
      ...Array.from({ length: 6 }, () => 'goroutines'),
      'descriptors',
      'heap 1',
      'memstats 2',
      'heap 0',
      'leak',
      'leak',
      'stacks',
      'descriptors',
    ]);
  });

  test('hands the profile on as it came', async () => {
    const { probe, calls } = recordedProbe([]);
    const kept: Uint8Array[] = [];
    await takeSnapshot(probe, { ...options(calls), keepProfile: async (bytes) => kept.push(bytes) }, signal);
    expect(kept).toEqual([await probe.heapProfile(0, signal)]);
  });

  test('without proof of leaks nobody asks the collector for it', async () => {
    const { probe, calls } = recordedProbe([]);
    await takeSnapshot(probe, options(calls, false), signal);
    expect(calls).not.toContain('leak');
  });

  test('a service that never settles is looked at all the same', async () => {
    const { probe, calls } = recordedProbe(Array.from({ length: 1000 }, (_, index) => index));
    await takeSnapshot(probe, options(calls), signal);
    expect(calls).toContain('stacks');
    expect(calls.filter((call) => call === 'goroutines').length).toBeLessThan(100);
  });

  test('carries everything, the probe’s own goroutine left out', async () => {
    const { probe, calls } = recordedProbe([]);
    const snapshot = await takeSnapshot(probe, options(calls), signal);
    expect(snapshot).toMatchObject({
      requests: 300,
      elapsedMs: 1000,
      heapBytes: 100,
      heapObjects: 10,
      goroutines: 8,
      descriptorsBeforeCollection: 9,
      descriptors: 8,
      openFiles: { pipe: 2 },
      threads: 7,
    });
    expect(snapshot.groups[0]).toMatchObject({ count: 3, proven: 3 });
    expect(snapshot.sites.length).toBeGreaterThan(50);
    expect(snapshot.pooledSites).toEqual(snapshot.sites);
  });

  test('can be interrupted while it waits for goroutines', async () => {
    const { probe, calls } = recordedProbe([1, 2, 3, 4, 5, 6]);
    const stop = new AbortController();
    const taken = takeSnapshot(probe, options(calls), stop.signal);
    stop.abort(new Error('stopped by the user'));
    await expect(taken).rejects.toThrow(/abort/i);
    expect(calls).not.toContain('stacks');
  });
});
