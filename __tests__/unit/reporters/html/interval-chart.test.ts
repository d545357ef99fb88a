import { expect, test } from 'vitest';
import type { Finding } from '../../../../src/model.ts';
import { axisOf, intervalChart } from '../../../../src/reporters/html/interval-chart.ts';
import { sayIn } from '../../../../src/words/say.ts';
import { reports } from '../reports.ts';

const withGate = (value: number): Finding => {
  const judged = reports.failing.checks.flatMap(({ findings }) => findings).find(({ threshold }) => threshold !== null);
  return { ...judged!, unit: 'ms', delta: 0, interval: null, threshold: { value, of: 'relative' } };
};

test.each([
  [0.05, 0.1],
  [0.2, 0.4],
  [0.8, 1],
  [1, 1.3],
  [15, 18.8],
])('a gate of %d lies on an axis of %d', (gate, axis) => {
  const finding = withGate(gate);
  expect(axisOf([finding])).toBeCloseTo(axis);
  const chart = intervalChart(finding, axisOf([finding]), sayIn('en')).markup;
  expect(Number(/class="zone"[^>]* width="([^"]+)"/.exec(chart)?.[1])).toBeGreaterThan(0);
});
