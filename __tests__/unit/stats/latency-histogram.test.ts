import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LatencyHistogram } from '../../../src/model.ts';
import { countLatencies, sumHistograms } from '../../../src/stats/latency-histogram.ts';

const counted = (latenciesUs: readonly number[]): LatencyHistogram | null => {
  const counter = countLatencies();
  latenciesUs.forEach((one) => counter.record(one));
  return counter.histogram();
};

const total = ({ counts }: LatencyHistogram): number => counts.reduce((sum, count) => sum + count, 0);

const latencies = fc.array(fc.double({ min: 0.01, max: 3.6e9, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('latencies by logarithmic bucket', () => {
  test('nothing counted is no histogram', () => {
    expect(counted([])).toBeNull();
    expect(sumHistograms([])).toBeNull();
  });

  test('a millisecond begins the bucket of three powers of ten', () => {
    expect(counted([1000, 1000, 1100, 1130])).toEqual({ perDecade: 20, first: 60, counts: [3, 1] });
  });

  test('every latency is counted once, within the bounds', () => {
    fc.assert(
      fc.property(latencies, (given) => {
        const seen = counted(given)!;
        const edge = (bucket: number): number => 10 ** (bucket / seen.perDecade);
        expect(total(seen)).toBe(given.length);
        expect(seen.counts[0]).toBeGreaterThan(0);
        expect(seen.counts.at(-1)).toBeGreaterThan(0);
        // Rounding may put what lies on an edge to either side of it.
        expect(edge(seen.first)).toBeLessThanOrEqual(Math.max(1, Math.min(...given)) * (1 + 1e-9));
        expect(edge(seen.first + seen.counts.length) * (1 + 1e-9)).toBeGreaterThan(Math.max(1, ...given));
      }),
    );
  });

  test('the sum of parts is what all together would have been', () => {
    fc.assert(
      fc.property(fc.array(latencies, { minLength: 1, maxLength: 5 }), (parts) => {
        expect(sumHistograms(parts.map((part) => counted(part)!))).toEqual(counted(parts.flat()));
      }),
    );
  });
});
