import { expect, test } from 'vitest';
import { isSteady } from '../../../src/engines/steady.ts';
import type { PairWindow, SideWindow } from '../../../src/model.ts';

const side = (cpuUsPerRequest: number, p50 = 200): SideWindow => ({
  requests: 100,
  failed: 0,
  cpuUsPerRequest,
  usPerAnswer: p50,
  latencyUs: { p50, p95: p50, p99: p50 },
});
const windows = (base: number[], head = base): PairWindow[] =>
  base.map((cpu, index) => ({ base: side(cpu), head: side(head[index]!) }));

test.each<[string, PairWindow[], boolean]>([
  ['too few windows', windows([100, 100, 100, 100, 100, 100, 100]), false],
  ['both flat', windows([100, 101, 99, 100, 100, 100, 102, 98]), true],
  ['flat after a warm-up', windows([900, 500, 300, 100, 101, 99, 100, 100, 100, 102, 98]), true],
  ['both still getting cheaper', windows([200, 190, 180, 170, 160, 150, 140, 130]), false],
  ['head still getting cheaper', windows(Array(8).fill(100), [200, 190, 180, 170, 160, 150, 140, 130]), false],
  ['both slower at once: the machine', windows([100, 100, 100, 100, 150, 150, 150, 150]), true],
  ['one outlier', windows([100, 100, 100, 100, 100, 100, 100, 400]), true],
  ['head drifting from base by 8 %', windows(Array(8).fill(100), [100, 100, 100, 100, 108, 108, 108, 108]), false],
  ['nothing answered: nothing to wait for', windows(Array(8).fill(0)), true],
])('%s: %#', (_, given, steady) => {
  expect(isSteady(given)).toBe(steady);
});

test('latency counts as well as CPU time', () => {
  const given = [400, 380, 360, 340, 300, 280, 260, 240].map((p50) => ({ base: side(100, p50), head: side(100, p50) }));
  expect(isSteady(given)).toBe(false);
});
