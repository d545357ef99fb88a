import { expect, test } from 'vitest';
import type { HeapSnapshot } from '../../../src/heap/snapshot-file.ts';
import { growingRoots } from '../../accuracy/retention-ruler.ts';
import { trie, type Short } from '../heap/tries.ts';

const look = (...roots: Short[]): HeapSnapshot =>
  ({ kind: 'retention', trie: trie(...roots) }) as unknown as HeapSnapshot;

/** A root that keeps so many sessions. */
const sessions = (count: number): Short => ['main.sessions', 0, 0, ['main.login main.go:7', count, count * 64]];

test('what becomes more in every round is red, with what each request leaves', () => {
  const looks = [10, 20, 30, 41].map((count) => look(sessions(count)));
  expect(growingRoots(looks, 10)).toMatchObject([{ root: 'main.sessions', objectsPerRequest: 1 }]);
});

test('what rests in one of the rounds isn’t, nor what only moves or shrinks', () => {
  expect(
    growingRoots(
      [10, 20, 20, 30].map((count) => look(sessions(count))),
      10,
    ),
  ).toEqual([]);
  expect(
    growingRoots(
      [40, 30, 20, 10].map((count) => look(sessions(count))),
      10,
    ),
  ).toEqual([]);
  // A table that doubles holds more bytes and no more objects.
  const table = (bytes: number): HeapSnapshot => look(['main.table', 1, bytes]);
  expect(growingRoots([64, 128, 256].map(table), 10)).toEqual([]);
});

test('a profile has no roots to rule by', () => {
  expect(() => growingRoots([{ kind: 'profile' } as HeapSnapshot], 10)).toThrow('no roots');
});
