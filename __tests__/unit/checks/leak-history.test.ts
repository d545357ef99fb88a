import { describe, expect, test } from 'vitest';
import type { JudgeContext } from '../../../src/checks/check.ts';
import { judgeLeaks } from '../../../src/checks/heap-findings.ts';
import { heapMeasurement, type HeapMeasurement } from '../../../src/checks/heap-measurement.ts';
import { historyOf, isKnownChain } from '../../../src/checks/leak-history.ts';
import type { HeapLeak } from '../../../src/checks/leak-schema.ts';
import { frameOf } from './simulated-service.ts';

type Paths = [path: string, bytesPerRequest: number][];

function leak(name: string, source: string, paths: Paths | null, more: Partial<HeapLeak> = {}): HeapLeak {
  const site = { function: `main.${name}`, file: `${name}.go`, line: 1, source, stack: [frameOf(name)] };
  const bytesPerRequest = (paths ?? []).reduce((sum, [, bytes]) => sum + bytes, 0) || 100;
  return {
    id: `main.${name}/${source}`,
    site,
    own: true,
    growsWith: 'requests',
    routes: [],
    values: [0, 4096, 12_288, 28_672],
    requests: [1009, 2018, 4036],
    bytesPerRequest,
    objectsPerRequest: 1,
    keptBy: null,
    ...(paths !== null && { paths: paths.map(([path, bytes]) => ({ path, bytesPerRequest: bytes })) }),
    heldBy: null,
    ...more,
  };
}

function measured(...leaks: HeapLeak[]): HeapMeasurement {
  const paths = leaks.flatMap((one) => one.paths ?? []).map(({ path, bytesPerRequest }) => [path, bytesPerRequest]);
  return heapMeasurement.parse({
    leaks,
    ...(paths.length > 0 && { retained: Object.fromEntries(paths) }),
    libraryBytesPerRequest: 0,
    holders: [],
    pools: [],
    doses: [1009, 2018, 4036],
    heapBytes: 1,
    pooledBytes: 0,
    leastPooledBytes: 0,
    mallocsPerRequest: 80,
    allocatedBytesPerRequest: 8000,
    allocations: [],
  });
}

const cached: Paths = [['main.cache → main.put', 100]];
const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const judge = (current: HeapMeasurement, baseline: HeapMeasurement) =>
  judgeLeaks(current, baseline, 1, context).map(({ finding }) => finding);

test('a known line along its known chain is known', () => {
  const one = measured(leak('put', 'a', cached));
  expect(judge(one, one)).toMatchObject([{ outcome: 'warn', before: 100 }]);
});

describe('a known line along a new chain is new', () => {
  test('when all of it moved to another root', () => {
    const now = measured(leak('put', 'a', [['main.audit → main.put', 100]]));
    const [finding] = judge(now, measured(leak('put', 'a', cached)));
    expect(finding).toMatchObject({ outcome: 'fail', before: 100, after: 100 });
    expect(finding?.reason).toMatch(/not along the new chain\.$/);
    expect(finding?.facts?.[0]).toEqual({ label: 'new chain', text: 'main.audit → main.put, 100 B per request' });
  });

  test('when a part of it hangs there too, also at a rate that would pass as the same', () => {
    const now = measured(leak('put', 'a', [...cached, ['main.audit → main.put', 20]]));
    expect(judge(now, measured(leak('put', 'a', cached)))).toMatchObject([
      { outcome: 'fail', before: 100, after: 120 },
    ]);
  });

  test('but not for the few objects that a sample puts elsewhere', () => {
    const now = measured(leak('put', 'a', [...cached, ['main.audit → main.put', 8]]));
    expect(judge(now, measured(leak('put', 'a', cached)))).toMatchObject([{ outcome: 'warn' }]);
  });

  test('unless another line leaked along it before', () => {
    const before = measured(leak('put', 'a', cached), leak('add', 'b', [['main.audit → main.put', 50]]));
    const now = measured(leak('put', 'a', [['main.audit → main.put', 100]]));
    expect(judge(now, before)).toMatchObject([{ outcome: 'warn' }]);
  });
});

describe('figures without paths are compared by line', () => {
  test.each([
    ['a baseline of an older version', cached, null],
    ['a run that could not tell', null, cached],
    ['a baseline where no path led to the line', cached, []],
  ] as [string, Paths | null, Paths | null][])('%s', (_, now, then) => {
    expect(judge(measured(leak('put', 'a', now)), measured(leak('put', 'a', then)))).toMatchObject([
      { outcome: 'warn', before: 100 },
    ]);
    expect(judge(measured(leak('put', 'b', now)), measured(leak('put', 'a', then)))).toMatchObject([
      { outcome: 'fail', before: 0 },
    ]);
  });
});

describe('a chain that moved line is known', () => {
  const before = measured(leak('put', 'a', cached));

  test('when the line was rewritten in its function', () => {
    const [finding] = judge(measured(leak('put', 'rewritten', [['main.cache → main.put', 110]])), before);
    expect(finding).toMatchObject({ outcome: 'warn', before: 100 });
    expect(finding?.reason).toMatch(/There it’s in main\.put \(put\.go:1\), kept alive along the same chain\.$/);
  });

  test('when what it makes moved to another function', () => {
    const now = measured(leak('newEntry', 'c', [['main.cache → main.newEntry', 100]]));
    expect(judge(now, before)).toMatchObject([{ outcome: 'warn', before: 100 }]);
  });

  test.each([
    ['faster', leak('put', 'b', [['main.cache → main.put', 200]])],
    ['along another chain', leak('put', 'b', [['main.audit → main.put', 100]])],
    ['larger, in another function', leak('newEntry', 'b', [['main.cache → main.newEntry', 120]])],
    ['in smaller pieces, in another function', leak('newEntry', 'b', [['main.cache → main.newEntry', 100]], { objectsPerRequest: 3 })], // prettier-ignore
    ['at a root of its own', leak('newEntry', 'b', [['main.newEntry', 100]])],
  ])('unless it is %s', (_, now) => {
    expect(judge(measured(now), before)).toMatchObject([{ outcome: 'fail' }]);
  });

  test('unless the old line still leaks: then there are two', () => {
    const now = measured(leak('put', 'a', cached), leak('put', 'b', cached));
    expect(judge(now, before).map(({ outcome }) => outcome)).toEqual(['warn', 'fail']);
  });

  test('and several lines in its place share its rate', () => {
    const now = (rate: number) =>
      measured(
        leak('put', 'b', [['main.cache → main.put', rate]]),
        leak('put', 'c', [['main.cache → main.put', rate]]),
      );
    expect(historyOf(now(50).leaks[0]!, now(50), before).before).toBe(50);
    expect(judge(now(50), before)).toMatchObject([{ outcome: 'warn' }]);
    expect(judge(now(100), before)).toMatchObject([{ outcome: 'fail' }]);
  });
});

describe('a chain', () => {
  const chain = { root: 'goroutine [select] main.run.func3', steps: [], retainedBytes: 1, sites: [] };
  const along = (...paths: Paths) => measured(leak('put', 'a', paths));

  test('is known when the baseline grows along all that hangs on its root', () => {
    const before = along(['goroutine main.run.func → main.put', 100]);
    expect(isKnownChain(chain, before, before)).toBe(true);
    expect(isKnownChain(chain, along(['goroutine main.run.func → main.add', 10]), before)).toBe(false);
  });

  test('is neither where one of the two can’t tell', () => {
    const before = along(['goroutine main.run.func → main.put', 100]);
    expect(isKnownChain(chain, before, measured(leak('put', 'a', null)))).toBeNull();
    expect(isKnownChain(chain, measured(), before)).toBeNull();
    expect(isKnownChain(chain, before, null)).toBeNull();
    expect(isKnownChain({ ...chain, root: 'main.other' }, before, before)).toBeNull();
  });
});
