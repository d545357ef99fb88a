import type { PairBench, PairWindow, SideWindow } from '../../../src/checks/check.ts';
import type { PairSeries } from '../../../src/checks/speed-measurement.ts';

const usual = { cpu: 100, throughput: 120, p50: 350, p95: 900, p99: 1500 };

/** A side's window whose figures are the usual ones times a factor. */
export function sideWindow(factors: Partial<Record<PairSeries, number>> = {}, failed = 0): SideWindow {
  const figure = (series: PairSeries): number => usual[series] * (factors[series] ?? 1);
  return {
    requests: 1000,
    failed,
    cpuUsPerRequest: figure('cpu'),
    usPerAnswer: figure('throughput'),
    latencyUs: { p50: figure('p50'), p95: figure('p95'), p99: figure('p99') },
  };
}

export const nothingAnswered: SideWindow = {
  requests: 4,
  failed: 4,
  cpuUsPerRequest: 100,
  usPerAnswer: Infinity,
  latencyUs: { p50: 0, p95: 0, p99: 0 },
};

/** A pair whose windows `make` gives: the n-th of all, in the b-th pair of processes. Counts what was started and stopped. */
export function fakePair(make: (n: number, block: number) => PairWindow | undefined) {
  const seen = { started: 0, stopped: 0, pulled: 0 };
  const pair: PairBench = {
    identical: false,
    baseSha: '4be1a0709c3dd2a8f7a4c62e11e0ff7f3ad8b1c5',
    rated: async () => Promise.reject(new Error('not at a rate')),
    async *windows() {
      const block = seen.started++;
      try {
        for (;;) {
          const window = make(seen.pulled, block);
          if (window === undefined) return;
          seen.pulled++;
          yield window;
        }
      } finally {
        seen.stopped++;
      }
    },
  };
  return { pair, seen };
}

/** Windows of independent noise in every figure; the head's are `ratios` times the base's in the long run. */
export function noisyWindow(normal: () => number, sd: number, ratios: Partial<Record<PairSeries, number>>): PairWindow {
  const factor = (series: PairSeries): number => (ratios[series] ?? 1) * Math.exp(sd * normal());
  const head = {
    cpu: factor('cpu'),
    throughput: factor('throughput'),
    p50: factor('p50'),
    p95: factor('p95'),
    p99: factor('p99'),
  };
  return { base: sideWindow(), head: sideWindow(head) };
}
