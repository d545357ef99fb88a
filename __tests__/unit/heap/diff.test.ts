import { describe, expect, test } from 'vitest';
import { contentsOf, diffSnapshots, heapBytesOf, mismatch, type DiffRules } from '../../../src/heap/diff.ts';
import { profile, retention } from './snapshots.ts';
import type { Short } from './tries.ts';

const all: DiffRules = { thresholdBytes: 0, minChain: 1, failOverBytes: null };
const cache = (entries: number): Short => [
  'main.cache',
  0,
  0,
  ['map[string]*main.Entry', 1, 64, ['main.put main.go:3', entries, entries * 1000]],
];
const list = (bytes: number): Short => ['main.list', 0, bytes];

describe('two dumps of one process', () => {
  const before = retention([cache(10), list(5000)], { requests: 100 });
  const after = retention([cache(40), list(9000)], { requests: 130 });

  test('subtract without a doubt, also per request', () => {
    const { rows, warnings } = diffSnapshots(before, after, all);
    expect(warnings).toEqual([]);
    expect(rows.map(({ chain, ...row }) => [chain.map(({ text }) => text), row])).toEqual([
      [
        ['main.cache', 'map[string]*main.Entry', 'main.put main.go:3'],
        { grownBytes: 30_000, totalBytes: 40_064, bytesPerRequest: 1000, heldBy: [], exceeds: false },
      ],
      [['main.list'], { grownBytes: 4000, totalBytes: 9000, bytesPerRequest: 4000 / 30, heldBy: [], exceeds: false }],
    ]);
  });

  test.each<[string, Partial<DiffRules>, string[]]>([
    ['what keeps more', { thresholdBytes: 8999 }, ['main.cache', 'main.list']],
    ['not what keeps exactly as much', { thresholdBytes: 9000 }, ['main.cache']],
    ['chains that are long enough', { minChain: 3 }, ['main.cache']],
    ['none that is so long', { minChain: 4 }, []],
  ])('shows %s', (_, rules, roots) => {
    const { rows } = diffSnapshots(before, after, { ...all, ...rules });
    expect(rows.map(({ chain }) => chain[0]!.text)).toEqual(roots);
  });

  test('fails on more growth than allowed, not on as much', () => {
    const exceeding = (failOverBytes: number): boolean[] =>
      diffSnapshots(before, after, { ...all, failOverBytes }).rows.map(({ exceeds }) => exceeds);
    expect(exceeding(29_999)).toEqual([true, false]);
    expect(exceeding(30_000)).toEqual([false, false]);
  });

  test('a snapshot against itself shows nothing', () => {
    expect(diffSnapshots(after, after, all).rows).toEqual([]);
  });
});

describe('says what keeps figures from being exact', () => {
  const one = retention([cache(1)]);
  const { process } = one;
  test.each([
    ['two builds', { process: { ...process, buildId: 'c/d' } }, 'of two builds'],
    ['two processes', { process: { ...process, pid: 8 } }, 'of two processes'],
    [
      'a number that came again',
      { process: { ...process, startedAt: '2026-01-02T05:00:00.000Z' } },
      'of two processes',
    ],
    ['a dump of no known process', { process: { ...process, pid: null, startedAt: null } }, 'isn’t known'],
    ['the wrong order', { takenAt: '2025-01-01T00:00:00.000Z' }, 'older than the first'],
    ['sums that differ', { heapAllocBytes: 1_000_000 }, "The second snapshot doesn't add up"],
  ])('%s', (_, more, warning) => {
    const { warnings } = diffSnapshots(one, { ...one, ...more }, all);
    expect(warnings).toEqual([expect.stringContaining(warning)]);
  });

  test('but not when the clock was set by a second', () => {
    const later = { ...one, process: { ...process, startedAt: '2026-01-02T03:00:01.010Z' } };
    expect(diffSnapshots(one, later, all).warnings).toEqual([]);
  });

  test('and tells nothing per request across processes', () => {
    const [a, b] = [{ ...one, requests: 1 }, retention([cache(5)], { requests: 9, process: { ...process, pid: 8 } })];
    expect(diffSnapshots(a, b, all).rows[0]!.bytesPerRequest).toBeNull();
  });
});

describe('profiles', () => {
  const before = profile({ 'main.put': [1000, 1], 'main.idle': [500, 5] });
  const after = profile({ 'main.put': [9000, 9], 'main.idle': [500, 5], 'main.new': [300, 1] });

  test('subtract by site', () => {
    const { kind, rows, warnings } = diffSnapshots(before, after, all);
    expect([kind, warnings]).toEqual(['profile', []]);
    expect(rows.map(({ chain, grownBytes, totalBytes }) => [chain[0], grownBytes, totalBytes])).toEqual([
      [expect.objectContaining({ text: 'main.put', objects: 8 }), 8000, 9000],
      [expect.objectContaining({ text: 'main.new', objects: 1 }), 300, 300],
    ]);
  });

  test('have no chains to count', () => {
    const { rows, warnings } = diffSnapshots(before, after, { ...all, minChain: 3 });
    expect(rows).toHaveLength(2);
    expect(warnings).toEqual(['Profiles hold no chains, so their length is no condition.']);
  });

  test('leave out what the runtime keeps for itself', () => {
    const runtime = {
      key: 'r',
      liveBytes: 9999,
      liveObjects: 1,
      stack: [{ function: 'runtime.allocm', file: 'runtime/proc.go', line: 1, own: false }],
    };
    expect(contentsOf({ ...after, sites: [runtime] })).toEqual([]);
  });

  test('are not held against dumps', () => {
    expect(() => diffSnapshots(before, retention([]), all)).toThrow('One of the two is a profile');
    expect(() => diffSnapshots(retention([]), before, all)).toThrow('One of the two is a profile');
  });
});

test('the contents of a snapshot are its growth from nothing', () => {
  const [first] = contentsOf(retention([cache(10), list(70_000)]));
  expect(first).toMatchObject({ grownBytes: 70_000, totalBytes: 70_000 });
  expect(heapBytesOf(retention([list(70_000)]))).toBe(70_000);
  expect(heapBytesOf(profile({ 'main.put': [5, 1], 'main.get': [6, 1] }))).toBe(11);
  expect(mismatch(profile({}), 'a.heap')).toEqual([]);
});
