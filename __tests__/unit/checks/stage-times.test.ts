import { describe, expect, test } from 'vitest';
import { PairUnavailable, type Bench, type JudgeContext, type StageRecording } from '../../../src/checks/check.ts';
import { stageTimes } from '../../../src/checks/stage-times.ts';
import type { LoadSummary, StageSource } from '../../../src/model.ts';

const { signal } = new AbortController();
const auto: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const options = (given: Record<string, unknown> = {}) => stageTimes.options.parse(given);
const perRound = 100;

/** Requests of one side: how long each stage of the n-th request of a round takes. */
type Told = (round: number, request: number) => Record<string, number>;

const wobble = (round: number, request: number): number => 1 + 0.02 * Math.sin(7 * round + 13 * request);

const steady: Told = (round, request) => ({
  auth: 20 * wobble(round, request),
  find: 50 * wobble(round, request + 3),
  encode: 10 * wobble(round, request + 5),
});

const answered = { sent: perRound, answered: perRound, errors: 0, timeouts: 0, lost: 0, unexpected: 0, statuses: {} };

function sideOf(told: Told, source: StageSource, asked: string[], name: string, open = (): boolean => true) {
  let round = 0;
  return {
    async record(how: StageSource, durationMs: number): Promise<StageRecording> {
      if (!open()) throw new Error('It was closed before it was done.');
      asked.push(`${name} ${how} ${durationMs}`);
      const requests = Array.from({ length: perRound }, (_, n) => new Map(Object.entries(told(round, n)))).filter(
        ({ size }) => size > 0,
      );
      round += 1;
      const frame = (stage: string) => ({ function: `main.${stage}`, file: 'main.go', line: 7, own: true });
      const samples = requests
        .flatMap((request) => [...request])
        .map(([stage, us]) => ({
          stack: [frame(stage)],
          us,
        }));
      return {
        summary: answered as unknown as LoadSummary,
        requests: {
          'server-timing': source === 'server-timing' ? requests : [],
          opentelemetry: source === 'opentelemetry' ? requests.slice(0, 50) : [],
        },
        lostSpans: 0,
        samples: how === 'cpu-profile' ? samples : [],
      };
    },
  };
}

function benchWith(head: Told, base: Told | { unavailable: string }, source: StageSource = 'server-timing') {
  const asked: string[] = [];
  let closed = 0;
  const running = (): boolean => closed === 0;
  const other = 'unavailable' in base ? base : { sha: 'b'.repeat(40), ...sideOf(base, source, asked, 'base', running) };
  const open = {
    head: sideOf(head, source, asked, 'head', running),
    base: other,
    async [Symbol.asyncDispose]() {
      closed += 1;
    },
  };
  const bench = { progress: () => undefined, stages: { open: async () => open } };
  return { bench: bench as unknown as Bench, asked, closed: () => closed };
}

const measured = async (head: Told, base: Told | { unavailable: string }, source?: StageSource) =>
  stageTimes.measure(benchWith(head, base, source).bench, options(), signal);

const faster =
  (by: Record<string, number>): Told =>
  (round, request) =>
    Object.fromEntries(Object.entries(steady(round, request)).map(([stage, us]) => [stage, us * (by[stage] ?? 1)]));

describe('measuring', () => {
  test('base and head in turn, each first as often as the other, and everything is closed', async () => {
    const { bench, asked, closed } = benchWith(steady, steady);
    const current = await stageTimes.measure(bench, options({ 'stages-budget': '8s' }), signal);
    const round = 'server-timing 1000';
    const order = ['head', 'base', 'base', 'head', 'head', 'base', 'base', 'head'];
    expect(asked).toEqual(['head opentelemetry 1000', ...order.map((side) => `${side} ${round}`)]);
    expect(closed()).toBe(1);
    expect(current.head.stages.map(({ name, meanUs }) => [name, meanUs.length])).toEqual([
      ['find', 4],
      ['auth', 4],
      ['encode', 4],
    ]);
    expect(current.head.stages[0]!.quantilesUs!.q95).toBeCloseTo(51, 0);
    expect(stageTimes.measurement.parse(JSON.parse(JSON.stringify(current)))).toEqual(current);
  });

  test.each(['server-timing', 'opentelemetry', 'cpu-profile'] as const)(
    'a service that tells by %s',
    async (source) => {
      const { bench, asked } = benchWith(steady, steady, source);
      const current = await stageTimes.measure(bench, options(), signal);
      expect(current.source).toBe(source);
      expect(new Set(asked.slice(1))).toEqual(new Set([`head ${source} 1000`, `base ${source} 1000`]));
    },
  );

  test('spans are divided by the requests that they tell of', async () => {
    const { head } = await measured(steady, steady, 'opentelemetry');
    const [find] = head.stages;
    expect(find!.meanUs[0]).toBeCloseTo(50, 0);
  });

  test('a base that dies is no base from then on, and no fault of the head', async () => {
    const dying: Told = (round, request) => {
      if (round === 2) throw new PairUnavailable('the service exited with code 2 under load');
      return steady(round, request);
    };
    const current = await measured(steady, dying);
    expect(current.base).toEqual({ unavailable: 'the service exited with code 2 under load' });
    expect(current.head.stages[0]!.meanUs).toHaveLength(10);
  });

  test('a base that tells nothing in that way is no base', async () => {
    const silent = await measured(steady, () => ({}));
    expect(silent.base).toEqual({ unavailable: 'the base doesn’t tell its stages that way' });
  });
});

describe('judging', () => {
  const judged = async (head: Told, base: Told, source?: StageSource, given = {}) =>
    stageTimes.judge(await measured(head, base, source), null, options(given), auto);
  const grades = ({ findings }: Awaited<ReturnType<typeof judged>>) =>
    Object.fromEntries(findings.map(({ id, outcome }) => [id.slice('stages/'.length), outcome]));

  test('nothing changed: all pass, and the summary tells the longest', async () => {
    const report = await judged(steady, steady);
    expect(report.outcome).toBe('pass');
    expect(report.summary).toBe('Time of a request: find 62.5 %, auth 25.0 % and encode 12.5 %.');
    expect(grades(report)).toEqual({ auth: 'pass', find: 'pass', encode: 'pass' });
  });

  test('one that takes longer is named, with how much', async () => {
    const report = await judged(faster({ auth: 1.71 }), steady);
    expect(report.outcome).toBe('fail');
    expect(report.summary).toBe('More time a request: Time in auth +14.2 µs (+71.0 %).');
    expect(report.findings[0]).toMatchObject({
      id: 'stages/auth',
      metric: 'Time in auth',
      unit: 'us/req',
      delta: expect.closeTo(0.71, 2),
      threshold: { value: 0.25, of: 'relative' },
      reason: '+14.2 µs (+71.0 %), side by side with the base. At most 25.0 % is accepted.',
    });
    const [low, high] = report.findings[0]!.interval!;
    expect(low).toBeLessThan(0.711);
    expect(high).toBeGreaterThan(0.709);
    expect(report.stages!.rows.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'find pass',
      'auth fail',
      'encode pass',
    ]);
  });

  test('a share of a stage that is nothing beside the request doesn’t count', async () => {
    const tiny: Told = (round, request) => ({ ...steady(round, request), log: 0.5 });
    const more: Told = (round, request) => ({ ...steady(round, request), log: 1.4 });
    const report = await judged(more, tiny);
    expect(grades(report)['log']).toBe('pass');
    expect(report.findings.find(({ id }) => id === 'stages/log')!.threshold).toMatchObject({ of: 'absolute' });
  });

  test('a new stage counts from nothing, a stage that is gone is no harm', async () => {
    const added: Told = (round, request) => ({ ...steady(round, request), audit: 9 });
    const report = await judged(added, steady);
    expect(report.summary).toBe('More time a request: Time in audit +9 µs (new).');
    expect(grades(await judged(steady, added))['audit']).toBe('pass');
  });

  test('when only its slowest requests take longer, others may hold them up: a warning', async () => {
    const held: Told = (round, request) => ({
      ...steady(round, request),
      encode: request % 8 === 0 ? 60 : steady(round, request)['encode']!,
    });
    const report = await judged(held, steady);
    expect([report.outcome, grades(report)['encode']]).toEqual(['pass', 'warn']);
    expect(report.findings.find(({ id }) => id === 'stages/encode')!.reason).toContain('slowest quarter');
  });

  test('rounds that scatter as much as the change decide nothing', async () => {
    const noisy: Told = (round, request) => ({ ...steady(round, request), find: round % 2 === 0 ? 120 : 30 });
    expect((await judged(noisy, steady)).outcome).toBe('pass');
  });

  test('of a profile, the functions whose share rose are told', async () => {
    const report = await judged(faster({ find: 2 }), steady, 'cpu-profile');
    expect(report.findings[0]).toMatchObject({ id: 'stages/Handlers', outcome: 'fail' });
    expect(report.findings[0]!.facts).toEqual([
      {
        label: 'takes longer',
        text: expect.stringMatching(/^\+5\d µs in it$|^\+50 µs in it$|^\+49\.\d µs in it$/),
        frame: { function: 'main.find', file: 'main.go', line: 7, own: true },
      },
    ]);
  });

  test('a limit of the user replaces the default', async () => {
    expect(
      (await judged(faster({ auth: 1.71 }), steady, 'server-timing', { 'max-stage-increase': '80%' })).outcome,
    ).toBe('pass');
  });
});

describe('against a stored run', () => {
  const alone = { unavailable: 'there is no baseline yet' };
  const held = async (head: Told, context: Partial<JudgeContext>) => {
    const stored = stageTimes.forBaseline!(await measured(steady, steady));
    expect(stored.base).toEqual({ unavailable: 'it isn’t stored' });
    return stageTimes.judge(await measured(head, alone), stored, options(), { ...auto, ...context });
  };

  test('it is shown, and gates nothing', async () => {
    const report = await held(faster({ auth: 3 }), {});
    expect(report.outcome).toBe('pass');
    expect(report.findings[0]).toMatchObject({ threshold: null, interval: null });
    expect(report.findings.find(({ id }) => id === 'stages/auth')!.reason).toBe(
      '+40 µs (+200.0 %), shown only: there is no baseline yet.',
    );
  });

  test('`compare: stored` lets it gate, unless the runs can’t be compared', async () => {
    expect((await held(faster({ auth: 3 }), { compare: 'stored' })).summary).toContain('Time in auth +40 µs');
    const other = await held(faster({ auth: 3 }), { compare: 'stored', mismatches: ['Go 1.27 instead of Go 1.26'] });
    expect(other.outcome).toBe('pass');
  });

  test('the first run has nothing to be held against: a table, no findings', async () => {
    const report = stageTimes.judge(await measured(steady, alone), null, options(), auto);
    expect(report).toMatchObject({ outcome: 'pass', findings: [] });
    expect(report.metrics.map(({ id }) => id)).toEqual(['stages/find', 'stages/auth', 'stages/encode']);
    expect(report.stages!.rows[0]).toMatchObject({ name: 'find', beforeUs: null, beforeQ95Us: null });
  });
});
