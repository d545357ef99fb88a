import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coincidence, type Span } from '../../../src/stats/jitter.ts';
import { seededUniform } from './random.ts';

const within = { from: 0, to: 5000 };

/** Events of `lengthMs`, about every `everyMs`. */
function periodic(random: () => number, everyMs: number, lengthMs: number): Span[] {
  const events: Span[] = [];
  for (let to = everyMs * random() + lengthMs; to < within.to; to += everyMs * (0.8 + 0.4 * random())) {
    events.push({ from: to - lengthMs, to });
  }
  return events;
}

/** Four requests at a time are slow, as they are when their machine stalls. */
function bursts(random: () => number, count: number, at = () => random() * within.to): Span[] {
  return Array.from({ length: count }, () => {
    const to = at();
    return Array.from({ length: 4 }, () => ({ from: to - 3 - 5 * random(), to }));
  }).flat();
}

describe('coincidence', () => {
  test('sees slow requests that wait for collections', () => {
    const random = seededUniform(1);
    const events = periodic(random, 80, 8);
    const spans = bursts(random, 15, () => events[Math.floor(random() * events.length)]!.to - 4 * random());
    const { share, expected, p } = coincidence([...spans, ...bursts(random, 5)], events, within);
    expect(share).toBeGreaterThan(0.75);
    expect(expected).toBeLessThan(0.35);
    expect(p).toBe(0.001);
  });

  test('raises a false alarm no more often than its level, also when stalls come in bursts', () => {
    const random = seededUniform(2);
    const ps = Array.from({ length: 200 }, () => coincidence(bursts(random, 8), periodic(random, 120, 10), within).p);
    // 200 runs at 5 %: more than 20 alarms come by chance once in 1,000 such tests.
    expect(ps.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(20);
    expect(ps.filter((p) => p <= 0.5).length).toBeGreaterThan(60);
  });

  test('counts what overlaps, as a look at every pair would', () => {
    const stretch = fc.record({ gap: fc.integer({ min: 1, max: 50 }), length: fc.integer({ min: 0, max: 30 }) });
    const events = fc.array(stretch, { minLength: 1, maxLength: 20 }).map((stretches) => {
      let at = 0;
      return stretches.map(({ gap, length }) => ({ from: (at += gap), to: (at += length) }));
    });
    const span = fc.tuple(fc.nat(1500), fc.nat(60)).map(([from, length]) => ({ from, to: from + length }));
    const spans = fc.array(span, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(events, spans, (given, slow) => {
        const touched = slow.filter(({ from, to }) => given.some((event) => event.to >= from && event.from <= to));
        const { share, expected, p } = coincidence(slow, given, { from: 0, to: 2000 });
        expect(share).toBeCloseTo(touched.length / slow.length, 12);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(expected).toBeLessThanOrEqual(1);
        expect(p).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same answer to the same input, and refuses an empty one', () => {
    const random = seededUniform(3);
    const [spans, events] = [bursts(random, 5), periodic(random, 100, 5)];
    expect(coincidence(spans, events, within)).toEqual(coincidence(spans, events, within));
    expect(() => coincidence([], events, within)).toThrow(RangeError);
    expect(() => coincidence(spans, [], within)).toThrow(RangeError);
  });
});
