import { expect, test } from 'vitest';
import { grownWays } from '../../../src/heap/grown-ways.ts';
import { growth } from '../../../src/heap/growth.ts';
import { trie, type Short } from './tries.ts';

const before: Short[] = [
  ['main.cache', 0, 8, ['map[string]*main.Entry', 1, 100, ['main.put main.go:3', 10, 480]]],
  ['main.full', 0, 0, ['main.add main.go:9', 50, 5000]],
];
const after: Short[] = [
  ['main.cache', 0, 8, ['map[string]*main.Entry', 1, 300, ['main.put main.go:3', 20, 960, ['main.body main.go:4', 10, 1024]]]], // prettier-ignore
  ['main.full', 0, 0, ['main.add main.go:9', 40, 4000]],
  ['runtime.allp', 0, 900],
];

test('every step that holds more itself, heaviest first, with the way down to it', () => {
  const ways = grownWays(trie(...before), trie(...after));
  expect(ways.map(({ steps, bytes, frame }) => [steps.map(({ text }) => text).at(-1), bytes, frame?.line])).toEqual([
    ['main.body main.go:4', 1024, 4],
    ['main.put main.go:3', 480, 3],
    ['map[string]*main.Entry', 200, undefined],
  ]);
  expect(ways[0]!.steps).toEqual([
    { text: 'main.cache', objects: 0 },
    { text: 'map[string]*main.Entry', objects: 0 },
    { text: 'main.put main.go:3', objects: 10 },
    { text: 'main.body main.go:4', objects: 10 },
  ]);
});

test('adds up to what the chains say of their roots', () => {
  const [was, is] = [trie(...before), trie(...after)];
  const total = grownWays(was, is).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total).toBe(growth(was, is).reduce((sum, { retainedBytes }) => sum + retainedBytes, 0));
});
