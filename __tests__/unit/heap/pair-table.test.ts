import fc from 'fast-check';
import { expect, test } from 'vitest';
import { none } from '../../../src/heap/dominators.ts';
import { PairTable } from '../../../src/heap/pair-table.ts';

const word = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 0xffffffff }));
const pairs = fc.array(fc.tuple(word, word), { maxLength: 2000 });

test('numbers pairs as a Map with text keys does', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const [table, map] = [new PairTable(), new Map<string, number>()];
      for (const [a, b] of list) {
        const known = map.get(`${a}/${b}`) ?? map.size;
        map.set(`${a}/${b}`, known);
        expect(table.of(a, b)).toBe(known);
      }
      expect(table.size).toBe(map.size);
      for (const [a, b] of list) {
        const number = table.find(a, b);
        expect([table.first(number), table.second(number)]).toEqual([a, b]);
      }
    }),
    { numRuns: 60 },
  );
});

test('finds nothing that was not put in, nor anything after a clear', () => {
  const table = new PairTable();
  expect(table.of(1, 2)).toBe(0);
  expect(table.find(2, 1)).toBe(none);
  table.clear();
  expect([table.size, table.find(1, 2)]).toEqual([0, none]);
  expect(table.of(2, 1)).toBe(0);
});
