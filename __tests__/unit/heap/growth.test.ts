import { describe, expect, test } from 'vitest';
import { growth, retainedByRoot } from '../../../src/heap/growth.ts';
import { pairChildren } from '../../../src/heap/pairing.ts';
import { trie, type Short } from './tries.ts';

const steps = (before: Short[], after: Short[]) =>
  growth(trie(...before), trie(...after)).map((chain) =>
    chain.steps.map(({ label, objects, retainedBytes }) => [label.text, objects, retainedBytes]),
  );

describe('a container that grew cancels against what it was', () => {
  const entries = (count: number): Short => ['main.put main.go:3', count, count * 100];

  test.each([
    ['a small slice that gets a header', 'slice main.add main.go:7', '[]*main.Entry'],
    ['a slice of Go 1.25 and older', 'main.add main.go:7', '[]*main.Entry'],
    ['a slice that outgrows its header', '[]*main.Entry', 'slice main.add main.go:7'],
    ['a small map that gets tables', 'map main.init main.go:2', 'map[string]*main.Entry'],
  ])('%s', (_, was, is) => {
    const found = steps(
      [['main.all', 0, 0, [was, 1, 512, entries(10)]]],
      [['main.all', 0, 0, [is, 1, 1024, entries(15)]]],
    );
    expect(found).toEqual([
      [
        ['main.all', 0, 1012],
        [is, 0, 1012],
        ['main.put main.go:3', 5, 500],
      ],
    ]);
  });

  test('also when it holds nothing, by its line', () => {
    const before = trie(['main.all', 0, 0, ['slice main.add main.go:7', 1, 512]]);
    const after = trie(['main.all', 0, 0, ['[]int', 1, 1024]]);
    after.children.get('main.all')!.children.get('[]int')!.label.frame = {
      function: 'main.add',
      file: 'main.go',
      line: 7,
      own: true,
    };
    expect(growth(before, after)[0]!.steps[1]).toMatchObject({ objects: 0, retainedBytes: 512 });
  });

  test('but not against another thing', () => {
    const before = trie(['main.all', 0, 0, ['main.other main.go:9', 1, 512, ['main.x main.go:1', 1, 8]]]);
    const after = trie(['main.all', 0, 0, ['[]*main.Entry', 1, 1024, entries(5)]]);
    expect(pairChildren(before.children.get('main.all'), after.children.get('main.all')!)[0]![0]).toBeUndefined();
  });

  test('and two values that took each other’s place are no container', () => {
    const before: Short[] = [['main.all', 0, 0, ['main.a main.go:1', 5, 500, ['main.x main.go:2', 5, 80]]]];
    const after: Short[] = [['main.all', 0, 0, ['main.b main.go:3', 9, 900, ['main.x main.go:2', 9, 144]]]];
    expect(steps(before, after)[0]![1]).toEqual(['main.b main.go:3', 9, 1044]);
  });
});

test('roots of the runtime and of the probe are left out, heaviest growth comes first', () => {
  const after: Short[] = [
    ['main.few', 0, 10],
    ['runtime.allp', 0, 5000],
    ['net/http.leakgateServe', 0, 5000],
    ['main.many', 0, 900],
  ];
  expect(growth(trie(), trie(...after)).map(({ root }) => root.text)).toEqual(['main.many', 'main.few']);
  expect([...retainedByRoot(trie(...after)).keys()]).toEqual(['main.few', 'main.many']);
});

test('a chain follows what a container holds, unless the container itself is what grows', () => {
  const at = (own: number, entries: number): Short[] => [
    [
      'main.a',
      0,
      0,
      [
        'map[int]main.T',
        0,
        own,
        ['main.x main.go:1', entries, entries * 60],
        ['main.y main.go:2', entries, entries * 40],
      ],
    ],
  ];
  const last = (own: number): unknown => steps(at(1000, 10), at(1000 + own, 20))[0]!.at(-1);
  // 600 bytes of 1,800: less than half of all, but more than half of what isn't the container.
  expect(last(800)).toEqual(['main.x main.go:1', 10, 600]);
  expect(last(2001)).toEqual(['map[int]main.T', 0, 3001]);
});

test('a chain follows who explains half of the growth, and tells every line that grew', () => {
  const before: Short[] = [['main.a', 0, 0, ['main.x main.go:1', 5, 500], ['main.y main.go:2', 4, 400]]];
  const after: Short[] = [['main.a', 0, 0, ['main.x main.go:1', 6, 600], ['main.y main.go:2', 9, 900]]];
  const [chain] = growth(trie(...before), trie(...after));
  expect(chain).toMatchObject({ retainedBytes: 600, totalBytes: 1500, heldBy: [] });
  expect(chain!.steps.map(({ label }) => label.text)).toEqual(['main.a', 'main.y main.go:2']);
  expect(chain!.sites.map(({ line }) => line)).toEqual([2, 1]);
});
