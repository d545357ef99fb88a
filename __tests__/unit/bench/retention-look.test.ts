import { expect, test } from 'vitest';
import { retentionLook, type Moment } from '../../../src/bench/retention-look.ts';
import type { RetentionLook } from '../../../src/checks/check.ts';
import type { Retention } from '../../../src/probes/retention.ts';
import { emptyLook } from '../checks/simulated-service.ts';
import { trie, type Short } from '../heap/tries.ts';

function lookAt(at: Moment, ...roots: Short[]): RetentionLook {
  const look = retentionLook({ trie: trie(...roots), consistent: true } as Retention, at);
  if ('unavailable' in look) throw new Error(look.unavailable);
  return look;
}

const entries = (count: number): Short => ['main.cache', 0, 0, ['main.put main.go:3', count, 100 * count]];

test('chains say over how many requests, and are counted only since the look from which on all was recorded', () => {
  const warm = lookAt({ copy: 0, answered: 0 }, entries(5));
  const before = lookAt({ copy: 0, answered: 7000 }, entries(900));
  const after = lookAt({ copy: 0, answered: 8009, recordedSince: before }, entries(1909));
  const [counted] = after.chainsSince(before);
  expect(counted).toMatchObject({ root: 'main.cache', requests: 1009, exact: true, heldBy: [] });
  expect(counted!.steps.at(-1)).toMatchObject({ text: 'main.put main.go:3', objects: 1009, retainedBytes: 100_900 });
  expect(before.chainsSince(warm)).toMatchObject([{ requests: 7000, exact: false }]);
  expect(after.chainsSince(warm)).toMatchObject([{ requests: 8009, exact: false }]);
});

test('two copies of the service have no growth in common', () => {
  const before = lookAt({ copy: 0, answered: 7000 }, entries(5));
  expect(lookAt({ copy: 1, answered: 1009 }, entries(9)).chainsSince(before)).toEqual([]);
  expect(lookAt({ copy: 1, answered: 1009 }, entries(9)).chainsSince(emptyLook)).toEqual([]);
});

test('roots that hold something together, and stacks, are told with it', () => {
  const before = lookAt({ copy: 0, answered: 0 });
  const held = trie(['main.row main.go:4', 3, 300], ['goroutine [select] main.log', 2, 900]);
  const [row, goroutine] = [...held.children.values()];
  row!.heldBy = [[row!.label, row!.label]];
  goroutine!.stackBytes = 4096;
  const after = retentionLook({ trie: held, consistent: true } as Retention, { copy: 0, answered: 9 });
  expect((after as RetentionLook).chainsSince(before)).toMatchObject([
    { root: 'goroutine [select] main.log', stackBytes: 4096 },
    { heldBy: [['main.row main.go:4', 'main.row main.go:4']] },
  ]);
});

test('a dump that doesn’t add up tells nothing', () => {
  expect(retentionLook({ trie: trie(), consistent: false } as Retention, { copy: 0, answered: 0 })).toHaveProperty(
    'unavailable',
  );
});
