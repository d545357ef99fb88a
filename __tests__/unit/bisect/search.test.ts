import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstBad, type Tried } from '../../../src/bisect/search.ts';

/** A history in which everything from `planted` on is bad, and some commits can't be tested. */
async function search(count: number, planted: number, untestable: ReadonlySet<number> = new Set()) {
  const asked: number[] = [];
  const found = await firstBad(count, async (index): Promise<Tried> => {
    asked.push(index);
    if (untestable.has(index)) return 'untestable';
    return index >= planted ? 'bad' : 'good';
  });
  return { asked, found };
}

test('one commit needs no measuring', async () => {
  expect(await search(1, 0)).toEqual({ asked: [], found: { first: 0, lastGood: -1, untested: [] } });
});

test('each of 64 commits is found within six measurements', async () => {
  for (let planted = 0; planted < 64; planted++) {
    const { asked, found } = await search(64, planted);
    expect(found).toEqual({ first: planted, lastGood: planted - 1, untested: [] });
    expect(asked.length).toBeLessThanOrEqual(6);
  }
});

test('any planted commit is found, or lies among those that can’t be tested; no commit is asked twice', async () => {
  const history = fc.integer({ min: 1, max: 200 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      planted: fc.integer({ min: 0, max: count - 1 }),
      untestable: fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, count - 2) })),
    }),
  );
  await fc.assert(
    fc.asyncProperty(history, async ({ count, planted, untestable }) => {
      const { asked, found } = await search(count, planted, new Set(untestable));
      const { first, lastGood, untested } = found;
      expect(new Set(asked).size).toBe(asked.length);
      expect(lastGood).toBeLessThan(planted);
      expect(first).toBeGreaterThanOrEqual(planted);
      // Everything between the two was tried in vain.
      expect(untested).toEqual(Array.from({ length: first - lastGood - 1 }, (_, index) => lastGood + 1 + index));
      const skipped = asked.filter((index) => untestable.includes(index)).length;
      expect(asked.length - skipped).toBeLessThanOrEqual(Math.ceil(Math.log2(count)) + skipped);
    }),
  );
});
