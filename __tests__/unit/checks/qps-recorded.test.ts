import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { qps } from '../../../src/checks/qps.ts';

/** Recorded by `record.ts` beside them, on two cores that other jobs kept busy at load averages of 9 to 19. */
const folder = new URL('../../fixtures/checks/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.startsWith('qps-'));
const text = (name: string): string => readFileSync(new URL(`qps-${name}.json`, folder), 'utf8');
const read = (name: string) => qps.measurement.parse(JSON.parse(text(name)));
const options = qps.options.parse({});

function judged(name: string, compare: 'auto' | 'stored' | 'paired' = 'auto', baseline: string | null = null) {
  const stored = baseline === null ? null : read(baseline);
  const report = qps.judge(read(name), stored, options, { compare, knownLeaks: 'fail', mismatches: [] });
  const ids = (outcome: string): string[] =>
    report.findings.filter((finding) => finding.outcome === outcome).map(({ id }) => id.replace('qps/', ''));
  return { outcome: report.outcome, fail: ids('fail'), open: ids('inconclusive'), warn: ids('warn') };
}

test('every recording is small and judged below', () => {
  expect(files.toSorted()).toEqual(Object.keys(expected).map((name) => `qps-${name}.json`));
  for (const name of Object.keys(expected)) expect(text(name).length).toBeLessThan(8000);
});

const expected: Record<string, ReturnType<typeof judged>> = {
  'cpu-less': { outcome: 'pass', fail: [], open: [], warn: [] },
  'cpu-more': { outcome: 'fail', fail: ['cpu'], open: ['throughput', 'p50', 'p95'], warn: [] },
  'identical-binary': { outcome: 'pass', fail: [], open: [], warn: [] },
  'many-errors': {
    outcome: 'fail',
    fail: ['errors', 'errors/pair'],
    open: ['throughput', 'p50', 'p95', 'p99', 'cpu'],
    warn: [],
  },
  'panics-only': { outcome: 'pass', fail: [], open: [], warn: ['errors'] },
  plain: { outcome: 'pass', fail: [], open: [], warn: [] },
  'rare-errors': { outcome: 'fail', fail: ['errors/pair'], open: [], warn: [] },
  // 5 ms on 1 % of requests, against windows whose p99 scatters by 40 % and more: no verdict is the honest one.
  stalls: { outcome: 'inconclusive', fail: [], open: ['throughput', 'p95', 'p99'], warn: [] },
  unchanged: { outcome: 'inconclusive', fail: [], open: ['cpu'], warn: [] },
};

test.each(Object.entries(expected))('%s', (name, verdict) => {
  expect(judged(name)).toEqual(verdict);
});

test('the stored figures of the same program are far apart here: the reason why they do not gate by default', () => {
  expect(judged('plain', 'stored', 'panics-only').fail).toEqual(['throughput', 'p95', 'p99', 'cpu']);
  expect(judged('plain', 'auto', 'panics-only')).toMatchObject({
    outcome: 'pass',
    warn: ['throughput', 'p95', 'p99', 'cpu'],
  });
});
