import fc from 'fast-check';
import { expect, test } from 'vitest';
import { none } from '../../../src/heap/dominators.ts';
import { indexObjects } from '../../../src/heap/object-index.ts';

/** Spans as the allocator lays them: pages of 1024 words, in any order, each cut into slots of one size. */
const spans = fc.uniqueArray(
  fc.record({
    page: fc.integer({ min: 0, max: 40 }),
    words: fc.constantFrom(1, 2, 6, 100, 512, 1024),
    first: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 12, selector: ({ page }) => page },
);

test('finds the object that a word lies in, as looking at each would', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const objects = list.flatMap(({ page, words, first }) =>
        Array.from({ length: Math.floor(1024 / words) }, (_, slot) => ({
          word: page * 1024 + slot * words,
          words,
        })).slice(first),
      );
      const index = indexObjects(
        Uint32Array.from(objects, ({ word }) => word),
        Uint32Array.from(objects, ({ words }) => words),
      );
      for (let wanted = 0; wanted < 42 * 1024; wanted += 37) {
        const expected = objects.findIndex(({ word, words }) => wanted >= word && wanted < word + words);
        expect(index.find(wanted)).toBe(expected < 0 ? none : expected);
      }
    }),
    { numRuns: 40 },
  );
});

test('an empty heap holds nothing', () => {
  expect(indexObjects(new Uint32Array(0), new Uint32Array(0)).find(5)).toBe(none);
});
