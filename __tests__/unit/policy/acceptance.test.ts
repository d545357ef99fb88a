import { describe, expect, it } from 'vitest';
import { acceptancesIn, underAcceptance, type Acceptance } from '../../../src/policy/acceptance.ts';
import { acceptFailures } from '../../../src/policy/accept.ts';
import { recordOf, withoutEnded } from '../../../src/policy/acceptance-record.ts';
import type { RunEvent } from '../../../src/host/event.ts';
import type { CheckReport, Finding } from '../../../src/model.ts';
import { baseline } from '../baseline/repositories.ts';

const checks = ['qps', 'heap-leak', 'goroutine-leak'];
const commit = (message: string) => ({ sha: '4b904120a', author: 'Ada', message });
const read = (message: string) => acceptancesIn([commit(message)], checks, '2026-02-01');

const finding = (changes: Partial<Finding> = {}): Finding => ({
  id: 'heap-leak/site/main.fill',
  kind: 'leak',
  metric: 'Heap growth',
  unit: 'bytes/req',
  before: null,
  after: 64,
  delta: null,
  interval: null,
  threshold: null,
  outcome: 'fail',
  reason: 'It leaks.',
  ...changes,
});
const report = (findings: Finding[], name = 'heap-leak'): CheckReport => ({
  name,
  title: name,
  outcome: 'fail',
  summary: 'Every request leaves 64 B behind.',
  findings,
  metrics: [],
  routes: [],
});
const word: Acceptance = { checks: ['heap-leak'], by: 'Ada', reason: 'the cache fills', how: 'commit 4b90412' };

describe('a Leakgate-Accept line', () => {
  it.each([
    ['one check', 'Add a cache\n\nLeakgate-Accept: heap-leak because it is meant to fill', ['heap-leak'], undefined],
    ['several', 'x\n\nLeakgate-Accept: heap-leak, qps because of #812', ['heap-leak', 'qps'], undefined],
    ['a last day', 'x\n\nLeakgate-Accept: all until 2026-03-31 because we ship', ['all'], '2026-03-31'],
    ['any case', 'x\n\nleakgate-accept: QPS because of TLS', ['qps'], undefined],
    [
      'the middle of a squashed message',
      '* one\n\nLeakgate-Accept: qps because of TLS\n\n* two\n\nmore',
      ['qps'],
      undefined,
    ],
  ])('names %s', (_, message, accepted, until) => {
    const { acceptances, problems } = read(message);
    expect(problems).toEqual([]);
    expect(acceptances).toEqual([
      {
        checks: accepted,
        by: 'Ada',
        how: 'commit 4b90412',
        reason: expect.stringMatching(/\w/),
        ...(until && { until }),
      },
    ]);
  });

  it.each([
    ['no reason', 'Leakgate-Accept: heap-leak', 'because <reason>'],
    ['an empty reason', 'Leakgate-Accept: heap-leak because ', 'because <reason>'],
    ['an unknown check', 'Leakgate-Accept: heap because x', 'there is no check heap; allowed: all, qps'],
    ['a day that is over', 'Leakgate-Accept: qps until 2026-01-31 because x', 'it ended on 2026-01-31'],
    ['no day', 'Leakgate-Accept: qps until 2026-13-77 because x', '2026-13-77 is no day'],
    ['nothing', 'Leakgate-Accept:', 'because <reason>'],
  ])('accepts nothing with %s, and says so', (_, message, problem) => {
    const { acceptances, problems } = read(message);
    expect(acceptances).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it('is nothing within other words', () => {
    expect(read('We write Leakgate-Accept: all because x')).toEqual({ acceptances: [], problems: [] });
  });
});

describe('what is accepted', () => {
  it('warns instead of failing, and says who, why and until when', () => {
    const { report: shown, used } = underAcceptance(report([finding()]), [{ ...word, until: '2026-03-31' }]);
    expect(shown).toMatchObject({ outcome: 'pass', summary: 'Accepted by Ada: Every request leaves 64 B behind.' });
    expect(shown.findings[0]).toMatchObject({
      outcome: 'warn',
      reason: 'It leaks. Accepted by Ada (commit 4b90412) until 2026-03-31: the cache fills.',
    });
    expect(used?.by).toBe('Ada');
  });

  it.each(['crash', 'errors'] as const)('is never a %s', (kind) => {
    const { report: shown } = underAcceptance(report([finding(), finding({ kind })]), [{ ...word, checks: ['all'] }]);
    expect(shown.outcome).toBe('fail');
    expect(shown.findings.map(({ outcome }) => outcome)).toEqual(['warn', 'fail']);
  });

  it('leaves other checks and undecided findings as they are', () => {
    expect(underAcceptance(report([finding()], 'qps'), [word])).toMatchObject({
      report: { outcome: 'fail' },
      used: null,
    });
    const doubtful = report([finding(), finding({ outcome: 'inconclusive' })]);
    expect(underAcceptance(doubtful, [word]).report.outcome).toBe('inconclusive');
  });
});

describe('acceptFailures', () => {
  const place = { event: {} as RunEvent };
  const host = (label: { pullRequest: number; title: string; by: string | null } | null) => {
    const asked: RunEvent[] = [];
    return { asked, acceptLabel: async (event: RunEvent) => (asked.push(event), label) };
  };
  const failing = [report([finding()]), report([finding({ kind: 'speed' })], 'qps')];
  const line = commit('x\n\nLeakgate-Accept: heap-leak because it is meant to fill');

  it('asks the forge for nothing when nothing failed', async () => {
    const silent = host(null);
    const passing = { ...report([]), outcome: 'pass' as const };
    expect((await acceptFailures([passing], { held: { accepting: [line] }, place, host: silent })).used).toEqual([]);
    expect(silent.asked).toEqual([]);
  });

  it('takes the commit’s word for one check and the label’s for the rest', async () => {
    const labelled = host({ pullRequest: 12, title: 'Fill the cache', by: 'grace' });
    const { reports, used } = await acceptFailures(failing, { held: { accepting: [line] }, place, host: labelled });
    expect(reports.map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
    expect(used).toEqual([
      { checks: ['heap-leak'], by: 'Ada', reason: 'it is meant to fill', how: 'commit 4b90412' },
      { checks: ['qps'], by: 'grace', reason: 'Fill the cache', how: 'label leakgate:accept of #12' },
    ]);
  });

  it('doesn’t take a stranger’s word, from a fork, but the label’s', async () => {
    const event = { pullRequest: { number: 3, fromFork: true } } as RunEvent;
    const parts = { held: { accepting: [line] }, place: { event } };
    const alone = await acceptFailures(failing, { ...parts, host: host(null) });
    expect(alone.reports.map(({ outcome }) => outcome)).toEqual(['fail', 'fail']);
    expect(alone.notes).toEqual([expect.stringContaining('of a fork accepts nothing')]);
    const labelled = host({ pullRequest: 3, title: 'Fill the cache', by: 'grace' });
    const { reports } = await acceptFailures(failing, { ...parts, host: labelled });
    expect(reports.map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
  });

  it('leaves red what nobody accepts', async () => {
    const { reports, used } = await acceptFailures(failing, { held: { accepting: [line] }, place, host: host(null) });
    expect(reports.map(({ outcome }) => outcome)).toEqual(['pass', 'fail']);
    expect(used).toHaveLength(1);
  });
});

describe('an acceptance with a last day', () => {
  const before = baseline({ measurements: { 'heap-leak': 'clean', qps: 'fast' } });
  const recorded = recordOf({ ...word, until: '2026-03-31' }, before);
  const after = baseline({ measurements: { 'heap-leak': 'leaking', qps: 'fast' }, accepted: [recorded] });

  it('holds until then', () => {
    expect(withoutEnded(after, '2026-03-31')).toEqual({ baseline: after, said: [] });
  });

  it('gives the figures from before back afterwards', () => {
    const { baseline: now, said } = withoutEnded(after, '2026-04-01');
    expect(now.measurements).toEqual({ 'heap-leak': 'clean', qps: 'fast' });
    expect(said).toEqual([
      'What Ada accepted for heap-leak ended on 2026-03-31: the figures from before it count again.',
    ]);
  });

  it('leaves the check without figures where there were none before', () => {
    const first = baseline({
      measurements: { 'heap-leak': 'leaking' },
      accepted: [recordOf({ ...word, until: '2026-03-31' }, null)],
    });
    expect(withoutEnded(first, '2026-04-01').baseline.measurements).toEqual({});
  });
});
