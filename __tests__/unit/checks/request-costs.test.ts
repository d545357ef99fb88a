import { describe, expect, test } from 'vitest';
import type { BaseCounts, JudgeContext } from '../../../src/checks/check.ts';
import { allowedAllocs } from '../../../src/checks/cost-limits.ts';
import { heapLeak } from '../../../src/checks/heap-leak.ts';
import type { HeapMeasurement } from '../../../src/checks/heap-measurement.ts';
import { simulate, type SimulatedService } from './simulated-service.ts';

const signal = new AbortController().signal;
const options = heapLeak.options.parse({});
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const counts = (mallocsPerRequest: number, allocatedBytesPerRequest: number) => ({
  mallocsPerRequest,
  allocatedBytesPerRequest,
});

async function measured(
  service: SimulatedService,
): Promise<{ asked: string[]; notes: string[]; heap: HeapMeasurement }> {
  const { bench, asked, notes } = simulate(service);
  return { heap: await heapLeak.measure(bench, options, signal), asked, notes };
}
const baseline = async (): Promise<HeapMeasurement> => (await measured({ counts: () => counts(20, 2000) })).heap;
const costsOf = (heap: HeapMeasurement, stored: HeapMeasurement, mismatches: string[] = []) =>
  heapLeak
    .judge(heap, stored, options, { ...context, mismatches })
    .findings.filter(({ id }) => /mallocs|allocated/.test(id));
const repeats = (asked: string[]) => asked.filter((what) => what === 'dose 4036').length - 1;

describe('counts above their limit are measured again', () => {
  test('a round that was dearer by chance is none', async () => {
    const stored = await baseline();
    const warming = (dose: number) => counts(20, dose <= 2 ? 2100 : 2004);
    const { asked, heap } = await measured({ stored, counts: warming });
    expect(repeats(asked)).toBe(1);
    const [, bytes] = costsOf(heap, stored);
    expect(bytes).toMatchObject({ outcome: 'pass', after: 2004 });
    expect(bytes?.reason).toBe('+0.2 %, within its limit. Measured 2 times: +5.0 % and +0.2 %; the lowest counts.');
  });

  test('what every round shows fails', async () => {
    const stored = await baseline();
    const { asked, heap } = await measured({ stored, counts: (dose) => counts(21, 2064 + dose) });
    expect(repeats(asked)).toBe(2);
    expect(costsOf(heap, stored)).toMatchObject([
      { outcome: 'fail', after: 21 },
      { outcome: 'fail', after: 2066 },
    ]);
  });

  test('within it once is enough', async () => {
    const { asked, heap } = await measured({ stored: await baseline(), counts: () => counts(20.01, 2003) });
    expect(repeats(asked)).toBe(0);
    expect(heap.confirmations).toBeUndefined();
  });

  test('without a baseline there is nothing to confirm', async () => {
    expect(repeats((await measured({ counts: () => counts(99, 99_999) })).asked)).toBe(0);
  });
});

test.each([
  [5, 0.5],
  [20, 0.5],
  [120, 0.6],
  [300, 0.75],
  [600, 0.9],
  [5000, 7.5],
])('of %d allocations, less than %d more are accepted', (before, allowed) => {
  const unset = { maxAllocatedBytesIncrease: 0.01, maxLiveHeapIncrease: 0.15 };
  expect(allowedAllocs(before, unset)).toBeCloseTo(allowed);
  expect(allowedAllocs(before, { ...unset, maxAllocsIncrease: 0.1 })).toBeCloseTo(Math.max(0.5, before / 10));
});

describe('a baseline made under other conditions', () => {
  const mismatches = ['GOGC: default then, 200 now'];

  /** The base's commit as another simulated service. */
  function base(of: SimulatedService): BaseCounts {
    const { bench } = simulate(of);
    return {
      sha: 'abc1234def',
      source: bench.source,
      async measure(warmUp, doses) {
        await bench.leaks.warmUp(warmUp);
        const before = await bench.leaks.snapshot();
        const sent = [];
        for (const dose of doses) sent.push(await bench.leaks.dose(dose));
        return { before, doses: sent };
      },
    };
  }

  test('is measured anew, and what that gives is held against', async () => {
    const stored = await baseline();
    const anew = base({ counts: () => counts(30, 3000) });
    const { heap, notes } = await measured({ stored, baseCounts: anew, counts: () => counts(31, 3000) });
    expect(heap.base).toMatchObject({ kind: 'measured', doses: [1009, 2018, 4036], mallocsPerRequest: 30 });
    expect(heap.confirmations).toHaveLength(2);
    const [mallocs, bytes] = costsOf(heap, stored, mismatches);
    expect(mallocs).toMatchObject({ outcome: 'fail', before: 30, after: 31 });
    expect(bytes).toMatchObject({ outcome: 'pass', before: 3000, threshold: { value: 0.01 } });
    expect(bytes?.reason).toContain('commit abc1234 was measured anew');
    expect(bytes?.reason).toContain('GOGC: default then, 200 now');
    expect(notes).toEqual([expect.stringContaining('commit abc1234 was measured anew')]);
  });

  test('that can’t be measured anew is shown, and says why', async () => {
    const stored = await baseline();
    const failing: BaseCounts = { ...base({}), measure: async () => ({ unavailable: 'it doesn’t build' }) };
    const { heap } = await measured({ stored, baseCounts: failing, counts: () => counts(31, 3000) });
    const [mallocs] = costsOf(heap, stored, mismatches);
    expect(mallocs).toMatchObject({ outcome: 'warn', before: 20, threshold: null });
    expect(mallocs?.reason).toMatch(
      /shown only: GOGC.* and its commit couldn’t be measured anew \(it doesn’t build\)\.$/,
    );
  });

  test('leaves nothing of it in what is stored', async () => {
    const { heap } = await measured({ baseCounts: base({}) });
    expect(heapLeak.forBaseline?.(heap)).not.toHaveProperty('base');
  });
});

describe('rounds of another size, since the service was slower then', () => {
  test('don’t keep an allocation more from failing', async () => {
    const stored = { ...(await baseline()), doses: [701, 1402, 2804] };
    const { heap } = await measured({ stored, counts: () => counts(21, 2000) });
    expect(costsOf(heap, stored)).toMatchObject([{ outcome: 'fail' }, { outcome: 'pass' }]);
  });

  test('may share what a round costs once among fewer requests', async () => {
    const stored = await baseline();
    const slow = { stored, requestsPerSecond: 60, counts: () => counts(20.1, 2045) };
    const { heap } = await measured(slow);
    expect(heap.doses).toEqual([251, 502, 1004]);
    expect(costsOf(heap, stored)).toMatchObject([{ outcome: 'pass' }, { outcome: 'pass' }]);
    const dearer = await measured({ ...slow, counts: () => counts(21, 2120) });
    expect(costsOf(dearer.heap, stored)).toMatchObject([{ outcome: 'fail' }, { outcome: 'fail' }]);
  });

  test('leave another amount behind: that is shown', async () => {
    const stored = { ...(await baseline()), doses: [701, 1402, 2804], heapBytes: 100 };
    const { heap } = await measured({ stored, heap: { table: () => 20 * 1024 ** 2 } });
    const live = heapLeak.judge(heap, stored, options, context).findings.find(({ id }) => id === 'heap-leak/live-heap');
    expect(live).toMatchObject({ outcome: 'warn', threshold: null });
  });
});
