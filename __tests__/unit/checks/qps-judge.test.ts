import { describe, expect, test } from 'vitest';
import type { JudgeContext, PairWindow } from '../../../src/checks/check.ts';
import { qps } from '../../../src/checks/qps.ts';
import { amountText } from '../../../src/checks/wording.ts';
import { qpsMeasurement, type PairMeasurement, type QpsMeasurement } from '../../../src/checks/speed-measurement.ts';
import { summarise } from '../../../src/checks/speed-pair.ts';
import type { Finding, LoadSummary } from '../../../src/model.ts';
import plainRecording from '../../fixtures/checks/qps-plain.json' with { type: 'json' };
import { sideWindow } from './windows.ts';

const plain = qpsMeasurement.parse(plainRecording);
const defaults = qps.options.parse({});
const auto: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const speedIds = ['qps/throughput', 'qps/p50', 'qps/p95', 'qps/p99', 'qps/cpu'];

/** The recorded load, changed. */
function measured(load: Partial<LoadSummary> = {}, pair: PairMeasurement = plain.pair): QpsMeasurement {
  return { ...plain, load: { ...plain.load, ...load }, pair };
}

/** All of the recorded figures `factor` times slower and costlier. */
function slower(factor: number): QpsMeasurement {
  const { load, cpuUsPerRequest } = plain;
  const { mean, p50, p95, p99, max } = load.latencyUs;
  return {
    ...plain,
    cpuUsPerRequest: cpuUsPerRequest! * factor,
    load: {
      ...load,
      requestsPerSecond: load.requestsPerSecond / factor,
      latencyUs: { mean: mean * factor, p50: p50 * factor, p95: p95 * factor, p99: p99 * factor, max: max * factor },
    },
  };
}

const wobble = (n: number, by = 0.004): number => 1 + by * Math.sin(n * 1.7);
const cpuAt =
  (ratio: (n: number, block: number) => number) =>
  (n: number, block: number): PairWindow => ({
    base: sideWindow(),
    head: sideWindow({ cpu: ratio(n, block) }),
  });

function paired(make: (n: number, block: number) => PairWindow, lengths = [8, 8]): PairMeasurement {
  const blocks = lengths.map((length, block) => Array.from({ length }, (_, i) => make(block * 20 + i, block)));
  return summarise(blocks, { baseSha: '4be1a0709c3d', planned: 40, stopped: 'decided' })!;
}

function judge(
  current: QpsMeasurement,
  baseline: QpsMeasurement | null = null,
  context: Partial<JudgeContext> = {},
  options: Record<string, string> = {},
) {
  return qps.judge(current, baseline, qps.options.parse(options), { ...auto, ...context });
}

const finding = (report: { findings: Finding[] }, id: string): Finding => {
  const found = report.findings.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no finding ${id} in ${report.findings.map((one) => one.id).join(', ')}`);
  return found;
};
const outcomes = (report: { findings: Finding[] }): Record<string, string> =>
  Object.fromEntries(report.findings.map(({ id, outcome }) => [id, outcome]));
const allSpeed = (outcome: string): Record<string, string> => Object.fromEntries(speedIds.map((id) => [id, outcome]));

describe('without a base to measure beside', () => {
  test.each(['auto', 'paired', 'stored'] as const)('and without a baseline, %s only records', (compare) => {
    const report = judge(plain, null, { compare });
    expect(report.outcome).toBe('pass');
    expect(report.summary).toMatch(/req\/s, p99 .* ms: recorded, nothing to compare with yet\./);
    expect(outcomes(report)).toMatchObject(allSpeed('pass'));
    expect(finding(report, 'qps/p99')).toMatchObject({
      before: null,
      delta: null,
      interval: null,
      after: plain.load.latencyUs.p99 / 1000,
      unit: 'ms',
      reason: 'Recorded: there is no stored figure to compare with.',
    });
  });

  test('stored figures are shown and warn beyond the limit, but never gate', () => {
    const report = judge(slower(1.3), plain);
    expect(report.outcome).toBe('pass');
    expect(outcomes(report)).toMatchObject(allSpeed('warn'));
    const { delta, threshold, reason } = finding(report, 'qps/cpu');
    expect(delta).toBeCloseTo(0.3, 10);
    // Nothing is held against a figure that can't gate.
    expect(threshold).toBeNull();
    expect(reason).toContain('+30.0 % against the stored figure: shown, not gating, since there is no baseline yet.');
    expect(reason).toContain('another time');
    expect(reason).toMatch(/this load swung by [\d.]+ % from second to second/);
  });

  test('stored figures within the limit pass, and improvements are no worse', () => {
    expect(outcomes(judge(slower(1.1), plain))).toMatchObject(allSpeed('pass'));
    expect(outcomes(judge(slower(0.5), plain))).toMatchObject(allSpeed('pass'));
  });

  test('compare: paired can tell nothing', () => {
    const report = judge(slower(1.3), plain, { compare: 'paired' });
    expect(report.outcome).toBe('inconclusive');
    expect(outcomes(report)).toMatchObject(allSpeed('inconclusive'));
    expect(finding(report, 'qps/p50')).toMatchObject({
      before: null,
      reason: "Base and head weren't measured side by side: there is no baseline yet.",
    });
  });
});

describe('compare: stored', () => {
  const stored = { compare: 'stored' } as const;

  test.each([
    [1.1, 'pass'],
    [1.14, 'pass'],
    [1.3, 'fail'],
  ])('%d times slower: %s', (factor, outcome) => {
    const report = judge(slower(factor), plain, stored);
    expect(report.outcome).toBe(outcome);
    expect(outcomes(report)).toMatchObject(allSpeed(outcome));
  });

  test('throughput counts downwards', () => {
    const report = judge(slower(1.3), plain, stored);
    expect(finding(report, 'qps/throughput').delta).toBeCloseTo(1 / 1.3 - 1, 10);
    const faster = measured({ requestsPerSecond: plain.load.requestsPerSecond * 1.5 });
    expect(finding(judge(faster, plain, stored), 'qps/throughput').outcome).toBe('pass');
  });

  test('a limit of the user replaces the default', () => {
    const options = { 'max-p99-increase': '40%', 'max-qps-drop': '0.5' };
    const report = judge(slower(1.3), plain, stored, options);
    expect(outcomes(report)).toMatchObject({ ...allSpeed('fail'), 'qps/p99': 'pass', 'qps/throughput': 'pass' });
    expect(finding(report, 'qps/p99').threshold?.value).toBe(0.4);
    expect(report.summary).toBe(
      'Beyond the limit: Latency p50 +30.0 %, Latency p95 +30.0 % and CPU per request +30.0 %.',
    );
  });

  test('figures that are not comparable decide nothing', () => {
    const report = judge(slower(1.3), plain, { ...stored, mismatches: ['connections: 4 then, 8 now'] });
    expect(report.outcome).toBe('inconclusive');
    expect(finding(report, 'qps/p50').reason).toContain("they can't be compared: connections: 4 then, 8 now");
  });

  test('a pair that was measured all the same is left aside', () => {
    const pair = paired(cpuAt((n) => 1.3 * wobble(n)));
    expect(judge({ ...plain, pair }, plain, stored).outcome).toBe('pass');
  });
});

describe('side by side', () => {
  test.each([
    ['no change', [8], (n: number) => wobble(n), 'pass', /^No worse: .*; this run could have seen [\d.]+ %\.$/],
    ['a small one', [8, 8], (n: number) => 1.03 * wobble(n), 'pass', /^Worse, but by less than 5\.0 %: \+\d/],
    ['an improvement', [8, 8], (n: number) => 0.9 * wobble(n), 'pass', /^Better: −\d/],
    ['a slow-down', [8, 8], (n: number) => 1.1 * wobble(n), 'fail', /^Worse: \+\d.* At most 5\.0 % is accepted\.$/],
    [
      'one at the limit',
      [8, 8],
      (n: number) => 1.05 * wobble(n, 0.02),
      'inconclusive',
      /^Can't tell: \+\d.*limit is 5\.0 %/,
    ],
    [
      'one that fresh processes did not repeat',
      [16, 8],
      (n: number, block: number) => (block === 0 ? 1.3 : 0.99) * wobble(n),
      'inconclusive',
      /not in each pair of processes/,
    ],
  ] as const)('%s', (_, lengths, ratio, outcome, reason) => {
    const report = judge({ ...plain, pair: paired(cpuAt(ratio), [...lengths]) });
    const cpu = finding(report, 'qps/cpu');
    expect(cpu.reason).toMatch(reason);
    expect(cpu.outcome).toBe(outcome);
    expect(report.outcome).toBe(outcome);
    const [low, high] = cpu.interval!;
    expect(low).toBeLessThanOrEqual(cpu.delta!);
    expect(high).toBeGreaterThanOrEqual(cpu.delta!);
  });

  test('a run that passes tells the throughput of the table, not that of the plain load', () => {
    const report = judge({ ...plain, pair: paired(cpuAt((n) => wobble(n))) });
    const perSecond = finding(report, 'qps/throughput').after!;
    expect(perSecond).not.toBeCloseTo(plain.load.requestsPerSecond, 0);
    expect(report.summary).toContain(`No slow-down beyond the limits: ${amountText(perSecond)} req/s, p99 `);
  });

  test('before and after are the medians of the two sides, and the interval is that of the change', () => {
    const pair = paired(cpuAt((n) => 1.1 * wobble(n)));
    const cpu = finding(judge({ ...plain, pair }), 'qps/cpu');
    expect(cpu).toMatchObject({
      kind: 'cost',
      unit: 'us/req',
      before: 100,
      threshold: { value: 0.05, of: 'relative' },
    });
    expect(cpu.after).toBeCloseTo(110, 0);
    expect(cpu.delta).toBeCloseTo(0.1, 2);
  });

  test('more time per answer is a lower throughput', () => {
    const pair = paired((n) => ({ base: sideWindow(), head: sideWindow({ throughput: 1.25 * wobble(n) }) }));
    const report = judge({ ...plain, pair });
    const throughput = finding(report, 'qps/throughput');
    expect(throughput).toMatchObject({
      metric: 'Throughput',
      unit: 'req/s',
      before: expect.closeTo(8333.3, 1),
      outcome: 'fail',
    });
    expect(throughput.after).toBeCloseTo(6667, -1);
    expect(throughput.delta).toBeCloseTo(-0.2, 2);
    expect(throughput.interval![0]).toBeLessThan(throughput.interval![1]);
    expect(report.summary).toMatch(/^Beyond the limit: Throughput −(19|20)\.\d %\.$/);
  });

  test('limits of the user gate, each its own metric', () => {
    const pair = paired(cpuAt((n) => 1.04 * wobble(n)));
    const current = { ...plain, pair };
    expect(judge(current).outcome).toBe('pass');
    expect(judge(current, null, {}, { 'max-cpu-increase': '3%' }).outcome).toBe('fail');
    expect(judge(current, null, {}, { 'max-p50-increase': '0%', 'max-qps-drop': '100%' }).outcome).toBe('inconclusive');
  });

  test('stored figures stand beside as a fact', () => {
    const pair = paired(
      cpuAt((n) => wobble(n)),
      [8],
    );
    const { facts } = finding(judge({ ...slower(1.5), pair }, plain), 'qps/p99');
    expect(facts).toHaveLength(1);
    expect(facts![0]).toMatchObject({ label: 'stored baseline' });
    expect(facts![0]!.text).toMatch(/ms then, .* now \(\+50\.0 %\), under separate loads$/);
    expect(finding(judge({ ...plain, pair }), 'qps/p99').facts).toEqual([]);
  });

  test('works for compare: paired just the same', () => {
    const pair = paired(cpuAt((n) => 1.1 * wobble(n)));
    expect(judge({ ...plain, pair }, plain, { compare: 'paired' }).outcome).toBe('fail');
  });

  test('a side that fails many requests makes the speeds incomparable', () => {
    const pair = (base: number, head: number) =>
      paired((n) => ({ base: sideWindow({}, base), head: sideWindow({ cpu: 1.3 * wobble(n) }, head) }));
    const broken = judge({ ...plain, pair: pair(0, 50) });
    expect(outcomes(broken)).toMatchObject({ ...allSpeed('inconclusive'), 'qps/errors/pair': 'fail' });
    expect(finding(broken, 'qps/cpu').reason).toContain('The head failed 5.0 % of its requests');
    expect(broken.outcome).toBe('fail');
    const repaired = judge({ ...plain, pair: pair(50, 0) });
    expect(repaired.outcome).toBe('inconclusive');
    expect(finding(repaired, 'qps/cpu').reason).toContain('The base failed 5.0 % of its requests');
  });

  test('without CPU times the metric is left out', () => {
    const blind = (side: ReturnType<typeof sideWindow>) => ({ ...side, cpuUsPerRequest: 0 });
    const pair = paired((n) => ({ base: blind(sideWindow()), head: blind(sideWindow({ throughput: wobble(n) })) }));
    const report = judge({ ...plain, cpuUsPerRequest: null, pair });
    expect(report.findings.map(({ id }) => id)).toEqual(['qps/errors', ...speedIds.filter((id) => id !== 'qps/cpu')]);
    expect(report.metrics.map(({ id }) => id)).not.toContain('qps/cpu');
  });
});

test('identical binaries pass without a measurement', () => {
  const report = judge({ ...plain, pair: { kind: 'identical', baseSha: '4be1a0709c3d' } }, slower(2));
  expect(report.outcome).toBe('pass');
  expect(outcomes(report)).toMatchObject(allSpeed('pass'));
  expect(finding(report, 'qps/p95')).toMatchObject({ delta: 0, interval: [0, 0] });
  expect(report.summary).toContain("identical to the base's");
});

describe('failed requests', () => {
  const { sent } = plain.load;
  const errors = (load: Partial<LoadSummary>, baseline: QpsMeasurement | null = null) => {
    const report = judge(measured(load), baseline);
    return { report, ...finding(report, 'qps/errors') };
  };

  test('none', () => {
    const { outcome, after, before, reason } = errors({});
    expect({ outcome, after, before }).toEqual({ outcome: 'pass', after: 0, before: null });
    expect(reason).toMatch(/^All [\d,]+ requests got the expected answer\.$/);
  });

  test.each([
    ['errors', 'connection refused, reset or closed'],
    ['timeouts', 'timed out'],
    ['lost', 'no answer'],
    ['unexpected', 'unexpected status'],
  ] as const)('too many %s fail the check, with or without a baseline', (kind, label) => {
    const seen = errors({ [kind]: sent / 2 }, plain);
    expect(seen.report.outcome).toBe('fail');
    expect(seen).toMatchObject({ outcome: 'fail', kind: 'errors', before: 0, delta: 0.5, unit: 'ratio' });
    expect(seen.facts!.map((fact) => fact.label)).toContain(label);
    expect(seen.report.summary).toBe('Beyond the limit: Failed requests 50.0 %.');
    expect(errors({ [kind]: sent / 2 }).outcome).toBe('fail');
  });

  test('a few unexpected statuses pass, a few without an answer warn', () => {
    expect(errors({ unexpected: 3 })).toMatchObject({ outcome: 'pass' });
    const warned = errors({ errors: 2, lost: 1 });
    expect(warned).toMatchObject({ outcome: 'warn' });
    expect(warned.reason).toContain('3 got no answer at all');
    expect(warned.report.outcome).toBe('pass');
  });

  test('a route that never works fails, however rare it is', () => {
    const routes = [
      ...plain.load.routes,
      { ...plain.load.routes[0]!, label: 'POST /rare', requests: 3, failed: 3 },
      { ...plain.load.routes[0]!, label: 'POST /unused', requests: 0, failed: 0 },
    ];
    const seen = errors({ unexpected: 3, routes });
    expect(seen.outcome).toBe('fail');
    expect(seen.reason).toContain('every request to POST /rare.');
    expect(seen.facts).toContainEqual({ label: 'POST /rare', text: '3 of 3 requests failed' });
  });

  test('a higher share can be allowed', () => {
    const report = judge(measured({ unexpected: sent * 0.04 }), null, {}, { 'max-error-rate': '5%' });
    expect(finding(report, 'qps/errors')).toMatchObject({
      outcome: 'pass',
      threshold: { value: 0.05, of: 'absolute' },
    });
  });

  test.each([
    { what: 'the head fails a few in every window', base: () => 0, head: () => 2, fails: true },
    { what: 'both fail alike', base: (n: number) => n % 3, head: (n: number) => (n + 1) % 3, fails: false },
    { what: 'one hiccup of the head', base: () => 0, head: (n: number) => (n === 3 ? 40 : 0), fails: false },
    { what: 'the base fails, the head does not', base: () => 3, head: () => 0, fails: false },
  ])('side by side: $what', ({ base, head, fails }) => {
    const pair = paired((n) => ({
      base: sideWindow({}, base(n)),
      head: sideWindow({ throughput: wobble(n) }, head(n)),
    }));
    const report = judge({ ...plain, pair });
    expect(Object.hasOwn(outcomes(report), 'qps/errors/pair')).toBe(fails);
    expect(report.outcome).toBe(fails ? 'fail' : 'pass');
  });
});

test('metrics and routes are those of the plain load', () => {
  const { metrics, routes } = judge(plain);
  expect(metrics.map(({ id }) => id)).toEqual([...speedIds, 'qps/errors', 'qps/stability']);
  expect(metrics.find(({ id }) => id === 'qps/throughput')).toEqual({
    id: 'qps/throughput',
    title: 'Throughput',
    unit: 'req/s',
    better: 'higher',
    value: plain.load.requestsPerSecond,
  });
  expect(routes).toEqual(plain.load.routes);
});

test('judging changes nothing and gives the same answer twice', () => {
  const current = Object.freeze({ ...plain, pair: paired(cpuAt((n) => 1.1 * wobble(n))) });
  const copy = structuredClone(current);
  expect(qps.judge(current, plain, defaults, auto)).toEqual(qps.judge(copy, plain, defaults, auto));
  expect(current).toEqual(copy);
});
