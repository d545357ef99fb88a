import { expect, test } from 'vitest';
import { countedEach } from '../../../src/checks/retained-chains.ts';
import type { RetainedChain } from '../../../src/model.ts';

const chain = (root: string, goroutines: number, retainedBytes: number, stackBytes?: number): RetainedChain => ({
  root,
  steps: [{ text: root, objects: goroutines, retainedBytes, frame: null }],
  retainedBytes,
  sites: [],
  ...(stackBytes !== undefined && { stackBytes }),
});

const functions = new Set(['main.wait', 'main.handle.func1']);

test('what each goroutine holds is counted over all places where they wait', () => {
  const chains = [
    chain('goroutine [chan send] main.wait', 300, 300 * 900, 300 * 2048),
    chain('goroutine [select] main.wait', 100, 100 * 1300, 100 * 4096),
    chain('goroutine [select] main.other', 1000, 5_000_000, 2_048_000),
    chain('main.cache', 0, 9_000_000),
  ];
  expect(countedEach(functions, chains)).toEqual({ heapBytes: 1000, stackBytes: 2560 });
});

test('it can’t be told where no dump shows more of them', () => {
  expect(countedEach(functions, [])).toBeNull();
  expect(countedEach(functions, [chain('goroutine [select] main.wait', 0, 4096)])).toBeNull();
});
