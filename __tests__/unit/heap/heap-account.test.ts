import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffSnapshots } from '../../../src/heap/diff.ts';
import { retention } from './snapshots.ts';
import type { Short } from './tries.ts';

const rules = { thresholdBytes: 0, minChain: 1, failOverBytes: null };

test('names what shrank, what belongs to the runtime, and what no root reaches', () => {
  const before = retention([['main.cache', 0, 100], ['main.gone', 0, 40], ['runtime.allgs', 0, 500]]); // prettier-ignore
  const after = retention([['main.cache', 0, 1100], ['runtime.allgs', 0, 516]], { heapAllocBytes: 2400 }); // prettier-ignore
  expect(diffSnapshots(before, after, rules).account).toEqual({
    heapAllocBytes: 1060,
    shownBytes: 1000,
    otherBytes: -40,
    runtimeBytes: 16,
    unreachedBytes: 84,
  });
});

test('counts what a rule leaves out among the other roots', () => {
  const [before, after] = [retention([['main.cache', 0, 100]]), retention([['main.cache', 0, 300], ['main.x', 0, 9]])]; // prettier-ignore
  expect(diffSnapshots(before, after, { ...rules, thresholdBytes: 10 }).account).toMatchObject({
    shownBytes: 200,
    otherBytes: 9,
  });
});

test('always adds up', () => {
  const roots = fc.uniqueArray(
    fc.tuple(fc.constantFrom('main.a', 'main.b', 'runtime.c', 'net/http.d', 'goroutine [select] main.e'), fc.nat(9999)),
    { selector: ([name]) => name },
  );
  const look = fc.tuple(roots, fc.nat(999)).map(([names, unreached]) => {
    const made = retention(names.map(([name, bytes]): Short => [name, 1, bytes]));
    return { ...made, heapAllocBytes: made.reachableBytes + unreached };
  });
  fc.assert(
    fc.property(look, look, fc.nat(5000), (before, after, thresholdBytes) => {
      const { account } = diffSnapshots(before, after, { ...rules, thresholdBytes });
      const { heapAllocBytes, ...parts } = account!;
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(heapAllocBytes);
    }),
  );
});
