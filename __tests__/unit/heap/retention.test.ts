import { describe, expect, test } from 'vitest';
import { retentionGraph } from '../../../src/heap/graph.ts';
import { growth, retainedByRoot, type ChainGrowth } from '../../../src/heap/growth.ts';
import { trieOf, type Trie } from '../../../src/heap/trie.ts';
import { frames, recorded, versions } from './recorded.ts';

const tries = (version: string): [Trie, Trie] => {
  const at = (count: 40 | 80): Trie => {
    const { dump, program } = recorded(version, count);
    return trieOf(retentionGraph(dump, program), frames);
  };
  return [at(40), at(80)];
};

const told = (chain: ChainGrowth): string => chain.steps.map((step) => step.label.text).join(' → ');

describe.each(versions)('dumps of %s', (version) => {
  test('what the roots reach is what the runtime counts', () => {
    const { dump, program, heapAllocBytes } = recorded(version, 80);
    const graph = retentionGraph(dump, program);
    expect(dump.goVersion).toBe(version);
    expect(Math.abs(heapAllocBytes - graph.reachableBytes)).toBeLessThanOrEqual(1024);
  });

  test('every planted pattern is named with its root and its line', () => {
    const [before, after] = tries(version);
    const chains = growth(before, after);
    const of = (root: string): ChainGrowth => chains.find((chain) => chain.root.text === root)!;
    // Who made it, what it is, how many more.
    expect(told(of('main.cache'))).toMatch(/^main\.cache → map\[string\]\*main\.Entry → main\.put main\.go:51$/);
    expect(told(of('main.regions'))).toMatch(/^main\.regions → map main\.init main\.go:39 → main\.main main\.go:111$/);
    expect(told(of('main.store'))).toMatch(
      /^main\.store → (?:slice )?main\.main main\.go:36 → main\.main main\.go:113$/,
    );
    expect(told(of('runtime timers'))).toContain('main.remind main.go:71 → closure main.remind.func1');
    expect(told(of('main.hooks'))).toMatch(/^main\.hooks → \[\]func\(\) int → closure main\.(?:main\.)?hook\.func1/);
    expect(told(of('main.shapes'))).toContain('main.Square');
    expect(of('main.list').steps.at(-1)).toMatchObject({
      objects: 40,
      label: { text: expect.stringMatching(/main\.go:\d+/) },
    });
    const goroutines = chains.find((chain) => chain.root.text === 'goroutine [chan send] main.leak.func1');
    expect(goroutines?.retainedBytes).toBeGreaterThan(4 * 96);
  });

  test('counts are exact: forty more entries of each', () => {
    const [before, after] = tries(version);
    const squares = growth(before, after).find((chain) => chain.root.text === 'main.shapes')!;
    expect(squares.steps.find((step) => step.label.text === 'main.Square')?.objects).toBe(40);
  });

  test('a slice that got a type by growing counts what came to it', () => {
    const [before, after] = tries(version);
    const hooks = growth(before, after).find((chain) => chain.root.text === 'main.hooks')!;
    expect(hooks.steps[1]).toMatchObject({ objects: 0, retainedBytes: 12800 });
    expect(hooks.steps[2]).toMatchObject({ objects: 40 });
  });

  test('what two slices keep is told with both', () => {
    const [before, after] = tries(version);
    const shared = growth(before, after).find((chain) => chain.root.text === 'main.main main.go:82')!;
    expect(shared).toMatchObject({ retainedBytes: 2960, totalBytes: 5920 });
    expect(shared.heldBy.map((way) => way[0]!.text)).toEqual(['main.left', 'main.right']);
  });

  test('what goroutines share and what finalizers keep has its root', () => {
    const [, after] = tries(version);
    const waiting = after.children.get('goroutine [chan send] main.leak.func1')!;
    expect(waiting.objects).toBe(8);
    // 2 KiB that all eight of them hold, and nobody else.
    expect(waiting.retainedBytes).toBeGreaterThan(8 * 400 + 2048);
    const finalizers = after.children.get('finalizers')!;
    expect([...finalizers.children.keys()]).toContain('closure main.watch.func1');
  });

  test('a ring that was full before does not grow', () => {
    const [before, after] = tries(version);
    const grown = retainedByRoot(after).get('main.queue')! - retainedByRoot(before).get('main.queue')!;
    expect(grown).toBe(0);
  });

  test('nothing of the runtime stands among the chains', () => {
    const [before, after] = tries(version);
    for (const chain of growth(before, after)) expect(chain.root.text).not.toMatch(/^runtime\./);
  });
});

test('a snapshot against itself shows no growth', () => {
  const [, after] = tries('go1.26.8');
  expect(growth(after, after)).toEqual([]);
});
