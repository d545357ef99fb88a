import { expect, test } from 'vitest';
import { poolMisuses } from '../../../src/checks/pool-misuse.ts';
import type { LeakPass } from '../../../src/checks/stages.ts';
import type { Frame, SiteUsage, Snapshot } from '../../../src/model.ts';

const own = (name: string, line: number): Frame => ({ function: `main.${name}`, file: 'main.go', line, own: true });
const get: Frame = { function: 'sync.(*Pool).Get', file: 'sync/pool.go', line: 155, own: false };
const code = (file: string, line: number): string => (file === 'main.go' && line === 40 ? 'pool.Put(b)' : 'work()');

interface Site {
  stack: Frame[];
  /** Objects that lie idle in the pool after each dose. */
  idle: number;
  allocatedPerRequest: number;
  objectBytes: number;
  /** Of what lies idle, in bytes. */
  errorBytes?: number;
}

function passOf({ stack, idle, allocatedPerRequest, objectBytes, errorBytes = 0 }: Site): LeakPass {
  const usage = (live: number, requests: number): SiteUsage => ({
    key: 's',
    stack,
    liveObjects: live,
    liveBytes: live * objectBytes,
    errorBytes: live > 0 ? errorBytes : 0,
    allocatedObjects: allocatedPerRequest * requests,
    allocatedBytes: allocatedPerRequest * requests * objectBytes,
  });
  const look = (requests: number) =>
    ({ sites: [usage(0, requests)], pooledSites: [usage(idle, requests)] }) as Partial<Snapshot> as Snapshot;
  const doses = [
    [1009, 0],
    [2018, 1009],
    [4036, 3027],
  ].map(([requests = 0, before = 0]) => ({
    requests,
    durationMs: 1,
    before: look(before),
    after: look(before + requests),
  }));
  return {
    doses,
    warmUp: 2000,
    more: [],
    rests: [],
    chains: [],
    ways: [],
    routes: [],
    cost: { requests: 1, mallocsPerRequest: 1, allocatedBytesPerRequest: 1 },
  };
}

const found = (site: Site) => poolMisuses(passOf(site), code).map(({ kind, site: { line } }) => [kind, line]);
const taken = [own('init.func1', 5), get, own('handle', 30)];
const put = [own('handle', 30)];

test('objects that are taken out and never put back: at the line that takes them', () => {
  expect(found({ stack: taken, idle: 0, allocatedPerRequest: 1, objectBytes: 4096 })).toEqual([['never-put', 30]]);
});

test('not in a pool that gives back, or is rarely empty', () => {
  expect(found({ stack: taken, idle: 4, allocatedPerRequest: 1, objectBytes: 4096 })).toEqual([]);
  expect(found({ stack: taken, idle: 0, allocatedPerRequest: 0.002, objectBytes: 4096 })).toEqual([]);
});

test('not in a pool of a library', () => {
  const library = { function: 'json.newEncodeState', file: 'encoding/json/encode.go', line: 1, own: false };
  expect(
    found({ stack: [library, get, own('handle', 30)], idle: 0, allocatedPerRequest: 1, objectBytes: 500 }),
  ).toEqual([]);
});

test('objects that are put in and never taken out', () => {
  expect(found({ stack: put, idle: 200, allocatedPerRequest: 1, objectBytes: 1024 })).toEqual([['never-taken', 30]]);
  expect(found({ stack: put, idle: 20, allocatedPerRequest: 1, objectBytes: 1024 })).toEqual([]);
  expect(found({ stack: put, idle: 200, allocatedPerRequest: 0.001, objectBytes: 1024 })).toEqual([]);
});

test('a sample or two of small objects are no crowd', () => {
  const small = { stack: put, allocatedPerRequest: 1, objectBytes: 16 };
  expect(found({ ...small, idle: 32.5, errorBytes: 512 })).toEqual([]);
  expect(found({ ...small, idle: 16 * 32.5, errorBytes: 4 * 512 })).toEqual([['never-taken', 30]]);
});

test('objects with finalizers outlive a collection too: only code near a Put is meant', () => {
  const far = [own('handle', 300)];
  expect(found({ stack: far, idle: 200, allocatedPerRequest: 1, objectBytes: 1024 })).toEqual([]);
});

test('buffers that have grown large', () => {
  expect(found({ stack: put, idle: 4, allocatedPerRequest: 0.001, objectBytes: 1 << 20 })).toEqual([['oversized', 30]]);
  expect(found({ stack: put, idle: 4, allocatedPerRequest: 0.001, objectBytes: 4096 })).toEqual([]);
});
