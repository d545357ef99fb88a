import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addsUp, retentionGraph } from '../../../src/heap/graph.ts';
import { trieOf, type Trie } from '../../../src/heap/trie.ts';
import { made, type MadeHeap } from './made-dump.ts';
import { frames, recorded } from './recorded.ts';

const heapOf = (heap: MadeHeap): Trie => {
  const { dump, program } = made(heap);
  return trieOf(retentionGraph(dump, program), frames);
};

const texts = (trie: Trie): Record<string, unknown> =>
  Object.fromEntries(
    [...trie.children.values()].map((child) => [`${child.label.text} ×${child.objects}`, texts(child)]),
  );

function all(trie: Trie): Trie[] {
  return [trie, ...[...trie.children.values()].flatMap(all)];
}

describe('retained sizes', () => {
  /** Up to eight objects (deeper than ten steps nothing is told apart), each made at a line of its own. */
  const heaps = fc.integer({ min: 1, max: 8 }).chain((many) => {
    const object = fc.integer({ min: 0, max: many - 1 });
    return fc.record({
      objects: fc.array(
        fc.record({ words: fc.integer({ min: 1, max: 900 }), to: fc.array(object, { maxLength: 4 }) }),
        { minLength: many, maxLength: many },
      ),
      globals: fc.record({
        'main.a': fc.array(object, { maxLength: 3 }),
        'main.b': fc.array(object, { maxLength: 3 }),
      }),
    });
  });

  test('are what would be freed without the object', () => {
    fc.assert(
      fc.property(heaps, ({ objects, globals }) => {
        const named = objects.map((object, i) => ({ ...object, site: `main.f main.go:${i}` }));
        const steps = new Map(all(heapOf({ objects: named, globals })).map((step) => [step.label.text, step]));
        const reach = (without: number): number => {
          const seen = new Set(
            Object.values(globals)
              .flat()
              .filter((one) => one !== without),
          );
          for (const one of seen) for (const next of objects[one]!.to) if (next !== without) seen.add(next);
          return [...seen].reduce((sum, one) => sum + objects[one]!.words * 8, 0);
        };
        const whole = reach(-1);
        for (const i of objects.keys()) {
          expect(steps.get(`main.f main.go:${i}`)?.retainedBytes ?? 0).toBe(whole - reach(i));
        }
        expect(steps.get('')!.retainedBytes).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('of everything are what the roots reach', () => {
    const { dump, program } = recorded('go1.27.0', 80);
    const graph = retentionGraph(dump, program);
    expect(trieOf(graph, frames).retainedBytes).toBe(graph.reachableBytes);
    expect(addsUp({ ...dump, reachableBytes: graph.reachableBytes })).toBe(true);
    expect(addsUp({ heapAllocBytes: 100_000, reachableBytes: 80_000 })).toBe(false);
    // Garbage of the moment: up to one hundredth. More than there is can't be reached.
    expect(addsUp({ heapAllocBytes: 17_150_832, reachableBytes: 17_069_328 })).toBe(true);
    expect(addsUp({ heapAllocBytes: 17_150_832, reachableBytes: 16_900_000 })).toBe(false);
    expect(addsUp({ heapAllocBytes: 17_069_328, reachableBytes: 17_150_832 })).toBe(false);
  });
});

describe('steps', () => {
  test('a list is one, however long', () => {
    const objects = Array.from({ length: 500 }, (_, i) => ({
      words: 4,
      to: i < 499 ? [i + 1] : [],
      site: 'main.push main.go:5',
    }));
    expect(texts(heapOf({ objects, globals: { 'main.list': [0] } }))).toEqual({
      'main.list ×0': { 'main.push main.go:5 ×500': {} },
    });
  });

  test('what the probe made in a cache stands apart, what the service hangs below it does not', () => {
    const heap: MadeHeap = {
      objects: [
        { words: 8, to: [1], site: 'net/http.leakgatePing probe.go:197' },
        { words: 4, to: [], site: 'main.login main.go:41' },
      ],
      globals: { 'encoding/json.cache': [0] },
    };
    const trie = heapOf(heap);
    expect(texts(trie)).toEqual({
      'encoding/json.cache ×0': { 'main.login main.go:41 ×1': {} },
      'the probe of Leakgate ×1': {},
    });
    expect([...trie.children.values()].map(({ label, retainedBytes }) => [label.foreign, retainedBytes])).toEqual([
      [false, 32],
      [true, 64],
    ]);
  });

  test('goroutines that wait at the same place are one, with what they share', () => {
    const frame = (own: number) => ({ reason: 'chan send', frames: { 'main.leak.func1': [own, 2], 'main.serve': [] } });
    const heap: MadeHeap = {
      objects: [
        { words: 2, to: [], site: 'main.leak main.go:1' },
        { words: 2, to: [], site: 'main.leak main.go:1' },
        { words: 50, to: [], site: 'main.main main.go:9' },
      ],
      globals: {},
      goroutines: [frame(0), frame(1)],
    };
    expect(texts(heapOf(heap))).toEqual({
      'goroutine [chan send] main.leak.func1 ×0': {
        'frame of main.leak.func1 ×0': { 'main.leak main.go:1 ×2': {}, 'main.main main.go:9 ×1': {} },
      },
    });
  });

  test('what several roots hold together stands at the top, with the shortest way from each', () => {
    const heap: MadeHeap = {
      objects: [
        { words: 200, to: [], site: 'main.both main.go:4' },
        { words: 4, to: [0], site: 'main.wrap main.go:8' },
        { words: 4, to: [1], site: 'main.far main.go:9' },
      ],
      globals: { 'main.left': [0], 'main.right': [2], 'main.alsoRight': [2] },
    };
    const shared = heapOf(heap).children.get('main.both main.go:4')!;
    expect(shared.heldBy!.map((way) => way.map(({ text }) => text))).toEqual([
      ['main.left', 'main.both main.go:4'],
      ['main.right', 'main.far main.go:9', 'main.wrap main.go:8', 'main.both main.go:4'],
      ['main.alsoRight', 'main.far main.go:9', 'main.wrap main.go:8', 'main.both main.go:4'],
    ]);
  });
});

test('the scheduler has many ways to its timers: they are one holder', () => {
  const timers = 'runtime.(*timers).addHeap time.go:4';
  const heap: MadeHeap = {
    objects: [
      { words: 200, to: [], site: 'main.both main.go:4' },
      { words: 4, to: [0], site: 'main.remind main.go:8' },
      { words: 8, to: [1], site: timers },
      { words: 4, to: [2], site: 'runtime.procresize proc.go:7' },
      { words: 8, to: [1], site: timers },
    ],
    globals: { 'runtime.allp': [3], 'runtime.m0': [2], 'runtime.allm': [3], 'runtime.other': [4], 'main.left': [0] },
  };
  const shared = heapOf(heap).children.get('main.both main.go:4')!;
  expect(shared.heldBy!.map((way) => way.map(({ text }) => text))).toEqual([
    ['main.left', 'main.both main.go:4'],
    ['runtime timers', 'main.remind main.go:8', 'main.both main.go:4'],
  ]);
});

describe('objects that the profile did not sample', () => {
  const leaf = { words: 6, to: [] };
  const pair = (site?: string) => ({ words: 4, to: [4], ...(site !== undefined && { site }) });

  test('take the commonest name of siblings of their size that point to the same sizes', () => {
    const objects = [
      pair('main.put main.go:2'),
      pair(),
      pair(),
      { words: 4, to: [], site: 'main.other main.go:7' },
      leaf,
    ];
    const trie = heapOf({ objects, globals: { 'main.cache': [0, 1, 2, 3] } });
    expect(texts(trie.children.get('main.cache')!)).toEqual({
      'main.put main.go:2 ×3': {},
      'main.other main.go:7 ×1': {},
    });
  });

  test('are counted to who holds them when there is none', () => {
    const trie = heapOf({
      objects: [pair('main.put main.go:2'), { words: 9, to: [] }, leaf, leaf, leaf],
      globals: { 'main.cache': [0, 1] },
    });
    const cache = trie.children.get('main.cache')!;
    expect([cache.objects, cache.bytes]).toEqual([0, 72]);
  });

  test.each(['go1.22.12', 'go1.26.8'])('do not change the chains of %s', (version) => {
    const { dump, program } = recorded(version, 80);
    // As a rate of a few KiB would: one object in nine.
    const kept = (_: number, i: number): boolean => i % 9 === 0;
    const samples = { word: dump.samples.word.filter(kept), bucket: dump.samples.bucket.filter(kept) };
    const chains = (given: typeof dump): unknown[] => {
      const cache = trieOf(retentionGraph(given, program), frames).children.get('main.cache')!;
      const map = [...cache.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes)[0]!;
      const entry = [...map.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes)[0]!;
      return [cache.retainedBytes, map.label.text, entry.label.text];
    };
    expect(chains({ ...dump, samples })).toEqual(chains(dump));
  });
});
