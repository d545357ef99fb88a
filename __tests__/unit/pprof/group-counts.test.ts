import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GoroutineGroup } from '../../../src/model.ts';
import { countGroups, growsSteadily } from '../../../src/pprof/group-counts.ts';
import { groupGoroutines, parseStacks } from '../../../src/pprof/stacks.ts';
import { shopFrames } from './shop.ts';

const text = readFileSync(new URL('../../fixtures/pprof/go1.27.stacks.txt', import.meta.url), 'utf8');
const look = (dump: string): GoroutineGroup[] => groupGoroutines(parseStacks(dump, shopFrames('go1.27')));
const frame = { function: 'main.worker', file: 'main.go', line: 3, own: true };
const group = (key: string, ids: number[]): GoroutineGroup => ({
  key,
  count: ids.length,
  proven: 0,
  state: 'select',
  createdBy: null,
  stack: [frame],
  ids,
});

test('a recorded dump, twice: one more send, one receive gone', () => {
  const [, send = ''] = /^(goroutine \d+ \[chan send[^]*?)\n\n/m.exec(text)!;
  const later = `${text.replace(/^goroutine 22 \[chan receive[^]*?\n\n/m, '')}\n${send.replace(/^goroutine \d+/, 'goroutine 9999')}\n`;
  const [first, second, ...others] = countGroups([look(text), look(later)], 30);
  expect(first).toMatchObject({
    state: 'chan send',
    createdBy: { function: 'main.main.func1', line: 34 },
    entry: { function: 'main.main.func1.1' },
    waitsAt: { function: 'main.main.func1.1', file: 'main.go', line: 34, own: true },
    counts: [3, 4],
    proven: 4,
    lasting: 3,
    ended: 0,
  });
  expect(second).toMatchObject({ state: 'chan receive', counts: [1, 0], lasting: 0, ended: 1, proven: 0 });
  for (const { counts, ended } of others) expect([counts[1], ended]).toEqual([counts[0], 0]);
});

test('of a deep stack the innermost calls are kept, and what it began with', () => {
  const deep = Array.from({ length: 40 }, (_, line) => ({ ...frame, line }));
  const [one] = countGroups([[{ ...group('deep', [1]), stack: deep }]], 9);
  expect(one?.stack?.map(({ line }) => line)).toEqual([...Array(11).keys(), 39]);
  expect(one?.entry?.line).toBe(39);
});

test('a pool that starts its workers anew keeps its count but not its goroutines', () => {
  const [pool] = countGroups([[group('pool', [1, 2, 3])], [group('pool', [3, 4, 5])], [group('pool', [5, 6, 7])]], 9);
  expect(pool).toMatchObject({ counts: [3, 3, 3], lasting: 0, ended: 4 });
});

test('numbers that weren’t recorded are unknown, not zero', () => {
  const { ids: _, ...bare } = group('old', [1]);
  expect(countGroups([[bare], [group('old', [1, 2])]], 9)).toMatchObject([
    { counts: [1, 2], lasting: null, ended: null },
  ]);
});

test('every goroutine is either still there, or new, or ended', () => {
  const ids = fc.uniqueArray(fc.nat(30), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(ids, { minLength: 1, maxLength: 5 }), (numbers) => {
      const seen = numbers.map((some) => (some.length === 0 ? [] : [group('one', some)]));
      const [one] = countGroups(seen, 9);
      if (one === undefined) return;
      const last = numbers.at(-1)!;
      const before = new Set(numbers.slice(0, -1).flat());
      expect(one.lasting).toBe(last.filter((id) => numbers.every((some) => some.includes(id))).length);
      expect(one.ended).toBe(before.size - last.filter((id) => before.has(id)).length);
    }),
  );
});

test('at most so many, what changed first, then the largest', () => {
  const looks = [
    [group('large', [1, 2, 3, 4]), group('small', [5]), group('grew', [6])],
    [group('large', [1, 2, 3, 4]), group('small', [5]), group('grew', [6, 7])],
  ];
  expect(countGroups(looks, 2).map(({ counts }) => counts)).toEqual([
    [1, 2],
    [4, 4],
  ]);
});

test.each([
  [[1, 2, 3], true],
  [[1, 2, 2], true],
  [[1, 3, 2], false],
  [[2, 2, 2], false],
  [[1, 5], false],
])('%j grows steadily: %s', (counts, expected) => {
  expect(growsSteadily({ counts })).toBe(expected);
});
