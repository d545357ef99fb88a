import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { heapEvidence, heapEvidenceSchema } from '../../../src/checks/heap-evidence.ts';
import type { LeakPass } from '../../../src/checks/stages.ts';
import type { Frame, SiteUsage } from '../../../src/model.ts';
import { unpack } from '../../fixtures/leak-pass/packed.ts';

const folder = fileURLToPath(new URL('../../fixtures/leak-pass/', import.meta.url));
const recorded = (name: string): LeakPass => unpack(readFileSync(`${folder}${name}.json.gz`));

describe.each(['heap-map16', 'heap-closure', 'ok-lru6000'])('recorded: %s', (name) => {
  const pass = recorded(name);
  const evidence = heapEvidence(pass);
  const { nodes, frames } = evidence;

  test('the root holds all sites of the last look', () => {
    const last = (pass.more.at(-1) ?? pass.doses.at(-1)!).after.sites;
    expect(nodes[0]!.liveBytes).toBe(Math.round(last.reduce((sum, { liveBytes }) => sum + liveBytes, 0)));
  });

  test('parents stand before their children and hold no less', () => {
    for (const [index, { parent, frame, liveBytes }] of nodes.entries()) {
      expect(parent).toBeLessThan(index);
      if (parent === -1) continue;
      expect(frames[frame]).toBeDefined();
      // Each is rounded for itself.
      expect(nodes[parent]!.liveBytes).toBeGreaterThanOrEqual(liveBytes - 1);
    }
  });

  test('it stays small enough to be stored with each run', () => {
    expect(nodes.length).toBeGreaterThan(5);
    expect(JSON.stringify(evidence).length).toBeLessThan(100_000);
    expect(heapEvidenceSchema.parse(JSON.parse(JSON.stringify(evidence)))).toEqual(evidence);
  });
});

test('growth stands at the leaking line', () => {
  const { nodes, frames } = heapEvidence(recorded('heap-closure'));
  const grown = nodes.toSorted((a, b) => b.growthBytes - a.growthBytes).map(({ frame }) => frames[frame]);
  expect(grown.some((frame) => frame?.own === true)).toBe(true);
});

const frame = (at: number): Frame => ({ function: `main.f${at}`, file: 'main.go', line: at + 1, own: true });
const site = (key: string, liveBytes: number, stack: Frame[]): SiteUsage => ({
  key,
  liveBytes,
  liveObjects: 1,
  errorBytes: 0,
  allocatedBytes: liveBytes,
  allocatedObjects: 1,
  stack,
});

/** A pass of one dose with these sites before and after it; nothing else is looked at. */
const passWith = (before: SiteUsage[], after: SiteUsage[]): LeakPass =>
  ({
    doses: [{ requests: 100, before: { sites: before }, after: { sites: after } }],
    more: [],
    chains: [],
    ways: [],
  }) as unknown as LeakPass;

test('calls that can’t be seen are left out; their bytes stay with their caller', () => {
  const { nodes, frames } = heapEvidence(
    passWith([], [site('a', 1_000_000, [frame(1), frame(0)]), site('b', 500, [frame(2), frame(0)])]),
  );
  expect(nodes.map((node) => [frames[node.frame]?.function, node.liveBytes])).toEqual([
    [undefined, 1_000_500],
    ['main.f0', 1_000_500],
    ['main.f1', 1_000_000],
  ]);
});

test('what was freed counts against growth', () => {
  const stack = [frame(1), frame(0)];
  const { nodes } = heapEvidence(passWith([site('a', 900_000, stack)], [site('a', 300_000, stack)]));
  expect(nodes.map(({ growthBytes }) => growthBytes)).toEqual([-600_000, -600_000, -600_000]);
});

test('ten thousand equal lines are cut to what a picture holds', () => {
  const sites = Array.from({ length: 10_000 }, (_, at) => site(`${at}`, 5_000, [frame(at), frame(20_000)]));
  const some = Array.from({ length: 200 }, (_, at) => site(`x${at}`, 9_000_000, [frame(30_000 + at)]));
  expect(heapEvidence(passWith([], [...sites, ...some])).nodes.length).toBeLessThanOrEqual(1001);
});
