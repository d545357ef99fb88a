import { readFileSync } from 'node:fs';
import { parseBaseline, type StoredBaseline } from '../../../src/baseline/index.ts';

/** Figures of a real run. */
const recorded = parseBaseline(
  readFileSync(new URL('../../fixtures/baseline/unbounded-cache.json', import.meta.url), 'utf8'),
  {
    name: 'fixture',
    removal: '',
  },
);

type Figures = Record<string, Record<string, unknown>>;

/** The stored runs of a branch: figures that wander, conditions that changed once, and an accepted leak. */
export function history(length: number): StoredBaseline[] {
  const { qps, 'heap-leak': heap, ...others } = recorded.measurements as Figures;
  const load = qps!['load'] as { requestsPerSecond: number; latencyUs: Record<string, number> };
  const leaks = heap!['leaks'];
  return Array.from({ length }, (_, at): StoredBaseline => {
    const wander = 1 + 0.05 * Math.sin(at * 0.7) + 0.03 * Math.sin(at * 2.9);
    const leaked = at >= length * 0.6;
    const moved = at >= length * 0.8;
    const createdAt = new Date(Date.UTC(2025, 0, 1) + at * 86_400_000).toISOString();
    return {
      ...recorded,
      branch: 'main',
      key: 'cmd/api',
      sha: (0x1000000 + at * 7919).toString(16).padEnd(40, '4'),
      createdAt,
      comparability: { ...recorded.comparability, ...(moved && { 'Go version': 'go1.27.0' }) },
      measurements: {
        ...others,
        qps: {
          ...qps,
          load: {
            ...load,
            requestsPerSecond: load.requestsPerSecond * wander,
            latencyUs: Object.fromEntries(Object.entries(load.latencyUs).map(([name, us]) => [name, us / wander])),
          },
          pair: pairOf(wander),
        },
        'heap-leak': { ...heap, leaks: leaked ? leaks : [], heapBytes: Math.round(2e6 * wander * (leaked ? 1.6 : 1)) },
      },
      ...(at === Math.ceil(length * 0.6) && {
        accepted: [
          {
            checks: ['heap-leak'],
            by: 'mara',
            reason: 'the cache is meant to fill, see #812',
            how: 'label',
            at: createdAt,
          },
        ],
      }),
    };
  });
}

const perSeries = <T>(of: T) => ({ cpu: of, throughput: of, p50: of, p95: of, p99: of });

/** Sixteen windows in which the head takes as much longer as `wander` says. */
function pairOf(wander: number) {
  const ratios = Array.from({ length: 16 }, (_, at) => Math.log(wander) / 4 + 0.02 * Math.sin(at * 1.7));
  return {
    kind: 'measured',
    baseSha: '4be1a0709c3dd2a8f7a4c62e11e0ff7f3ad8b1c5',
    planned: 40,
    stopped: 'decided',
    blocks: [8, 8],
    ratios: perSeries(ratios),
    base: perSeries(400),
    head: perSeries(400 * wander),
    requests: { base: 16_000, head: 16_000 },
    failed: { base: 0, head: 0 },
    failedMore: { base: 0, head: 0 },
  };
}
