import { availableParallelism } from 'node:os';
import { expect, it, vi } from 'vitest';
import { openStore } from '../../../src/baseline/index.ts';
import { baseline, newestOf, playground, type Playground } from './repositories.ts';

// Each write is a dozen real git processes against a bare repository. `LEAKGATE_UPDATES=5000` measures what
// docs/baselines.md promises; what is asserted doesn't depend on the number.
const updates = Number(process.env['LEAKGATE_UPDATES'] ?? 30);
const writers = Number(process.env['LEAKGATE_WRITERS'] ?? 200);
const { signal } = new AbortController();

// Thousands of updates take as long as the machine needs.
vi.setConfig({ testTimeout: 6 * 3_600_000 });

const commit = (index: number) => ({
  sha: index.toString(16).padStart(40, '0'),
  createdAt: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
});

/** As many numbers as a service with some hundred lines that allocate, none of them round. */
const measurements = (seed: number) => ({
  'heap-leak': { allocations: Array.from({ length: 300 }, (_, line) => Math.sin(seed * 1000 + line)) },
});

/** Runs them all, so many at a time: all start before the first has finished, and two processors survive. */
async function together(tasks: (() => Promise<void>)[], atOnce: number): Promise<void> {
  const left = tasks.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const task of left) await task();
    }),
  );
}

/** Bytes that everything below refs/leakgate takes on the server once it has packed them. */
async function storedBytes(at: Playground): Promise<number> {
  const git = async (...args: string[]) => at.git(['--git-dir', at.origin, ...args]);
  await git('repack', '-q', '-a', '-d');
  const objects = await git('rev-list', '--objects', '--no-object-names', '--glob=refs/leakgate');
  const sizes = await git('cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objectsize:disk)');
  const wanted = new Set(objects.split('\n'));
  return sizes
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([name]) => wanted.has(name!))
    .reduce((sum, [, size]) => sum + Number(size), 0);
}

it(`${writers} writers at once lose nothing, whether they write of the same service or of others`, async () => {
  await using at = await playground();
  const store = openStore('git-ref', { directory: at.clone, env: at.env });
  // Ten commits each of twenty services: fewer than are kept, so that every single one must be there.
  const runs = Array.from({ length: writers }, (_, index) =>
    baseline({ ...commit(index % 10), key: `service-${Math.floor(index / 10)}` }),
  );
  const outcomes: unknown[] = [];
  await together(
    runs.map((run) => async () => void outcomes.push(await store.write(run, new AbortController().signal))),
    8 * availableParallelism(),
  );
  expect(outcomes).toEqual(runs.map(() => ({ stored: true })));
  const listed = await store.list({}, signal);
  const names = (all: { key: string; sha: string }[]) => all.map(({ key, sha }) => `${key} ${sha}`).toSorted();
  expect(names(listed)).toEqual(names(runs));
});

it(`after ${updates} updates there are 24 baselines, a megabyte at most`, async () => {
  await using at = await playground();
  const store = openStore('git-ref', { directory: at.clone, env: at.env });
  for (let index = 0; index < updates; index++) {
    // The server's own tidying would run in between on a forge.
    if (index % 500 === 499) await at.git(['--git-dir', at.origin, 'gc', '-q', '--prune=now']);
    await store.write(baseline({ ...commit(index), measurements: measurements(index) }), signal);
  }
  expect(await store.list({}, signal)).toHaveLength(Math.min(24, updates));
  expect((await newestOf(store, 'main', 'api'))?.sha).toBe(commit(updates - 1).sha);
  const bytes = await storedBytes(at);
  console.log(`${bytes} bytes in ${Math.min(24, updates)} baselines after ${updates} updates`);
  expect(bytes).toBeLessThan(1_000_000);
});
