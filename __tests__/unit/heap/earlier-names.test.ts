import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retentionGraph } from '../../../src/heap/graph.ts';
import type { HeapDump } from '../../../src/heap/heap-dump.ts';
import { pairChildren, type Pair } from '../../../src/heap/pairing.ts';
import type { GoProgram } from '../../../src/heap/program.ts';
import { emptyTrie, namedTrie, type Trie } from '../../../src/heap/trie.ts';
import { made } from './made-dump.ts';
import { frames, recorded, versions } from './recorded.ts';

type Named = ReturnType<typeof namedTrie>;

const named = ({ dump, program }: { dump: HeapDump; program: GoProgram }, earlier?: Named): Named =>
  namedTrie(retentionGraph(dump, program), frames, earlier?.objects);

/** Everything that changed between two looks at one step, gone children included. */
function changes([before, after]: Pair): { own: number; whole: number; below: Pair[] } {
  const paired = pairChildren(before, after);
  const kept = new Set(paired.map(([was]) => was));
  const gone = [...(before?.children.values() ?? [])].filter((child) => !kept.has(child));
  return {
    own: after.bytes - (before?.bytes ?? 0),
    whole: after.retainedBytes - (before?.retainedBytes ?? 0),
    below: [...paired, ...gone.map((was): Pair => [was, emptyTrie(was.label)])],
  };
}

/** Steps whose own change and their children's changes don't add up to their whole change. */
function wrongSums(pair: Pair): string[] {
  const { own, whole, below } = changes(pair);
  const sum = below.reduce((all, child) => all + changes(child).whole, own);
  return [...(sum === whole ? [] : [pair[1].label.text]), ...below.flatMap(wrongSums)];
}

describe('names of an earlier dump of the process', () => {
  const sites = ['main.a main.go:1', 'main.b main.go:2', 'main.c main.go:3'] as const;
  const object = fc.record({ site: fc.constantFrom(...sites), words: fc.constantFrom(2, 4, 6) });
  const old = fc.record({ object, sampled: fc.boolean() });

  test('keep counts exact whatever was sampled before: each step gets what was made there since', () => {
    fc.assert(
      fc.property(fc.array(old, { maxLength: 30 }), fc.array(object, { maxLength: 30 }), (before, since) => {
        const was = before.map(({ object: { site, words }, sampled }) => ({
          words,
          to: [],
          ...(sampled && { site }),
        }));
        const all = [...was, ...since.map((one) => ({ ...one, to: [] }))];
        const heap = (objects: typeof all) => made({ objects, globals: { 'main.cache': [...objects.keys()] } });
        const first = named(heap(was));
        const second = named(heap(all), first);
        const step = (trie: Trie, site: string): Trie | undefined =>
          trie.children.get('main.cache')?.children.get(site);
        for (const site of sites) {
          const madeSince = since.filter((one) => one.site === site);
          const [x, y] = [step(first.trie, site), step(second.trie, site)];
          expect((y?.objects ?? 0) - (x?.objects ?? 0)).toBe(madeSince.length);
          expect((y?.bytes ?? 0) - (x?.bytes ?? 0)).toBe(madeSince.reduce((sum, { words }) => sum + words * 8, 0));
        }
        expect(wrongSums([first.trie, second.trie])).toEqual([]);
      }),
    );
  });

  test('don’t reach what was made anew at the same place', () => {
    const heap = (site: string) => made({ objects: [{ words: 4, to: [], site }], globals: { 'main.cache': [0] } });
    const first = named(heap(sites[0]));
    const second = named(heap(sites[1]), first);
    expect([...second.trie.children.get('main.cache')!.children.keys()]).toEqual([sites[1]]);
  });
});

test.each(versions)('the stacks of goroutines are found in dumps of %s', (version) => {
  const { stackBytes = 0, objects } = named(recorded(version, 80)).trie.children.get(
    'goroutine [chan send] main.leak.func1',
  )!;
  // The smallest there is; the runtime may have given one of them a larger one.
  expect(stackBytes).toBeGreaterThanOrEqual(objects * 2048);
  expect(stackBytes).toBeLessThan(objects * 4096);
});

test('sums hold between two processes too', () => {
  const [before, after] = [named(recorded('go1.26.8', 40)), named(recorded('go1.26.8', 80))];
  expect(wrongSums([before.trie, after.trie])).toEqual([]);
});
