import { describe, expect, test } from 'vitest';
import type { JudgeContext } from '../../../src/checks/check.ts';
import { goroutineLeak } from '../../../src/checks/goroutine-leak.ts';
import type { GoroutineMeasurement } from '../../../src/checks/goroutine-measurement.ts';
import type { DescriptorLeak, GoroutineLeak } from '../../../src/checks/leak-schema.ts';
import { nameGoroutines } from '../../../src/checks/goroutine-diagnosis.ts';
import type { LeakPass } from '../../../src/checks/stages.ts';
import type { Frame, Snapshot } from '../../../src/model.ts';
import { frameOf, simulate } from './simulated-service.ts';

const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const options = goroutineLeak.options.parse({});
const site = (name: string, line = 1) => ({
  function: `main.${name}`,
  file: `${name}.go`,
  line,
  source: `${name}()`,
  stack: [frameOf(name, line)],
});

function leak(name: string, perThousand: number, more: Partial<GoroutineLeak> = {}): GoroutineLeak {
  return {
    id: `main.${name}/${name}()`,
    site: site(name),
    own: true,
    growsWith: 'requests',
    routes: ['GET /users'],
    values: [0, 10, 30, 70],
    requests: [1009, 2018, 4036],
    perThousand,
    proven: true,
    state: 'chan send',
    waitsAt: site(name, 4),
    pattern: 'send',
    heapBytesEach: 800,
    restedMs: 2500,
    ...more,
  };
}

const descriptors = (more: Partial<DescriptorLeak> = {}): DescriptorLeak => ({
  id: 'main.open/open()',
  site: site('open'),
  own: true,
  growsWith: 'requests',
  routes: [],
  values: [8, 28, 68, 148],
  requests: [1009, 2018, 4036],
  perThousand: 20,
  heldBy: null,
  collected: false,
  ...more,
});

const measured = (more: Partial<GoroutineMeasurement> = {}): GoroutineMeasurement => ({
  leaks: [],
  descriptors: null,
  goroutines: 9,
  ...more,
});

const judge = (
  current: GoroutineMeasurement,
  baseline: GoroutineMeasurement | null = null,
  over: Partial<JudgeContext> = {},
) => goroutineLeak.judge(current, baseline, options, { ...context, ...over });

describe('goroutines', () => {
  test('groups are counted at each look of the pass, and stand in the report', async () => {
    const { bench } = simulate({
      goroutines: { handle: ({ total }) => 5 + total / 100, pool: () => 8 },
      proven: ['handle'],
    });
    const current = await goroutineLeak.measure(bench, options, new AbortController().signal);
    const [first, second] = judge(goroutineLeak.measurement.parse(JSON.parse(JSON.stringify(current)))).groups!;
    expect(first).toMatchObject({ createdBy: { function: 'main.handle' }, state: 'chan receive', lasting: null });
    expect(first!.counts).toEqual(first!.counts.toSorted((a, b) => a - b));
    expect(first!.proven).toBe(first!.counts.at(-1));
    expect(second).toMatchObject({ entry: { function: 'main.pool.func1' }, proven: 0 });
    expect(new Set(second!.counts)).toEqual(new Set([8]));
    expect(second!.counts).toHaveLength(first!.counts.length);
  });

  test('figures of a version without groups are read', () => {
    expect(goroutineLeak.measurement.parse(measured())).not.toHaveProperty('groups');
    expect(judge(measured())).not.toHaveProperty('groups');
  });

  test('none left: the check passes', () => {
    expect(judge(measured())).toMatchObject({ outcome: 'pass', summary: 'Every goroutine ended.', findings: [] });
  });

  test('proven leaks fail without a baseline, and say what and where', () => {
    const report = judge(measured({ leaks: [leak('handle', 10)] }));
    expect(report).toMatchObject({
      outcome: 'fail',
      summary: '1,000 requests leave 10 goroutines behind that never end, from 1 place.',
    });
    expect(report.findings[0]).toMatchObject({
      id: 'goroutine-leak/main.handle/handle()',
      kind: 'leak',
      unit: 'goroutines',
      before: null,
      after: 10,
      threshold: { value: 0, of: 'absolute' },
      site: { file: 'handle.go', line: 1 },
      reason:
        'Each 1,000 requests leave 10 goroutines behind, started here. Proven: the garbage collector finds nothing that could wake them.',
    });
    expect(report.findings[0]?.facts).toEqual([
      {
        label: 'waits in',
        text: 'chan send: handle()',
        frame: { function: 'main.handle', file: 'handle.go', line: 4, own: true },
      },
      { label: 'driven by', text: 'GET /users' },
      { label: 'grew', text: '0 → 10 → 30 → 70 over 1,009 + 2,018 + 4,036 requests' },
      { label: 'each holds', text: 'about 800 B of heap' },
      expect.objectContaining({ label: 'usually', page: 'blocked-send' }),
      { label: 'usual cure', text: expect.stringContaining('make(chan T, 1)') },
    ]);
  });

  test('what each holds is said without “about” where a dump counted it, and with its stack', () => {
    const counted = leak('handle', 10, { heapBytesEach: 3072, heapRuler: 'dump', stackBytesEach: 2048 });
    const [finding] = judge(measured({ leaks: [counted] })).findings;
    expect(finding?.facts).toContainEqual({ label: 'each holds', text: '3 KiB of heap and 2 KiB of stack' });
  });

  test('bring the stack they wait in, outermost first, and what they keep alive', () => {
    const stack = [frameOf('wait', 7), frameOf('handle', 4)];
    const steps = [
      { text: 'goroutine [chan send] main.wait', frame: null },
      { text: 'main.body body.go:3', frame: frameOf('body', 3) },
    ];
    const held = leak('handle', 10, { waitsAt: { ...site('handle', 4), stack }, holds: { chain: 'a → b', steps } });
    const [finding] = judge(measured({ leaks: [held] })).findings;
    expect(finding?.flows).toEqual([
      {
        title: 'Waits in (chan send)',
        steps: [
          { text: 'main.handle', frame: frameOf('handle', 4) },
          { text: 'main.wait', frame: frameOf('wait', 7) },
        ],
      },
      { title: 'Keeps alive', steps },
    ]);
    expect(finding?.facts).toContainEqual({ label: 'keep alive', text: 'a → b' });
  });

  test('suspected ones fail too, and say how long they were watched', () => {
    const report = judge(measured({ leaks: [leak('handle', 10, { proven: false, restedMs: 15_000 })] }));
    expect(report.outcome).toBe('fail');
    expect(report.findings[0]?.reason).toMatch(/Suspected: .* 15 s without load/);
  });

  test('an unknown pattern is admitted', () => {
    const { facts } = judge(measured({ leaks: [leak('handle', 10, { pattern: null, waitsAt: null })] })).findings[0]!;
    expect(facts).toContainEqual({ label: 'usually', text: expect.stringContaining('doesn’t recognise') });
    expect(facts?.some(({ label }) => label === 'waits in' || label === 'usual cure')).toBe(false);
  });

  test('a library’s own are pointed at as such', () => {
    expect(judge(measured({ leaks: [leak('dial', 10, { own: false })] })).findings[0]?.reason).toMatch(
      /a library starts them/,
    );
  });

  test('known ones warn, new ones and much faster ones fail, recorded ones warn', () => {
    const graded = (rate: number, before: number | null, knownLeaks: JudgeContext['knownLeaks'] = 'fail') => {
      const baseline = before === null ? null : measured({ leaks: before === 0 ? [] : [leak('handle', before)] });
      return judge(measured({ leaks: [leak('handle', rate)] }), baseline, { knownLeaks }).findings[0]?.outcome;
    };
    expect(graded(10, 10)).toBe('warn');
    expect(graded(14, 10)).toBe('warn');
    expect(graded(16, 10)).toBe('fail');
    expect(graded(10, 0)).toBe('fail');
    expect(graded(10, 0, 'record')).toBe('fail');
    expect(graded(10, null, 'record')).toBe('warn');
  });

  test('fewer than allowed are no finding', () => {
    const lenient = goroutineLeak.options.parse({ 'max-leaked-goroutines': '10' });
    expect(goroutineLeak.judge(measured({ leaks: [leak('handle', 10)] }), null, lenient, context).outcome).toBe('pass');
    expect(goroutineLeak.judge(measured({ leaks: [leak('handle', 11)] }), null, lenient, context).outcome).toBe('fail');
  });

  test('metrics', () => {
    expect(
      judge(measured({ leaks: [leak('a', 10), leak('b', 5)] })).metrics.map(({ id, value }) => [id, value]),
    ).toEqual([
      ['goroutine-leak/leaked', 15],
      ['goroutine-leak/goroutines', 9],
    ]);
  });
});

describe('descriptors', () => {
  test('left open fail', () => {
    const report = judge(measured({ descriptors: descriptors() }));
    expect(report).toMatchObject({ outcome: 'fail', summary: '1,000 requests leave 20 files or sockets open.' });
    expect(report.findings[0]).toMatchObject({
      id: 'goroutine-leak/descriptors/main.open/open()',
      unit: 'count',
      reason: 'Each 1,000 requests leave 20 files or sockets open. They are opened here; a Close is missing.',
    });
  });

  test('that only the collector closes fail with other words', () => {
    const [finding] = judge(measured({ descriptors: descriptors({ collected: true }) })).findings;
    expect(finding).toMatchObject({
      outcome: 'fail',
      reason: expect.stringMatching(/^At least: .* until the garbage collector/),
    });
  });

  test('without a line to point at there is none', () => {
    const [finding] = judge(measured({ descriptors: descriptors({ site: null, id: 'descriptors' }) })).findings;
    expect(finding).toMatchObject({ outcome: 'fail', reason: expect.stringContaining('No single line') });
    expect(finding).not.toHaveProperty('site');
  });

  test('that leaked goroutines hold are red once', () => {
    const held = descriptors({ heldBy: 'main.handle/handle()' });
    const report = judge(measured({ leaks: [leak('handle', 20)], descriptors: held }));
    expect(report.findings.map(({ unit, outcome }) => [unit, outcome])).toEqual([
      ['goroutines', 'fail'],
      ['count', 'warn'],
    ]);
  });

  test('known ones warn', () => {
    expect(judge(measured({ descriptors: descriptors() }), measured({ descriptors: descriptors() })).outcome).toBe(
      'pass',
    );
    const elsewhere = descriptors({ id: 'main.dial/dial()' });
    expect(judge(measured({ descriptors: descriptors() }), measured({ descriptors: elsewhere })).outcome).toBe('fail');
  });
});

test('a measurement survives being stored', () => {
  const current = measured({ leaks: [leak('handle', 24)], descriptors: descriptors() });
  expect(goroutineLeak.measurement.parse(JSON.parse(JSON.stringify(current)))).toEqual(current);
});

describe('where a goroutine starts that a library was asked to start', () => {
  const library = (name: string): Frame => ({ function: name, file: 'x/sync/errgroup.go', line: 93, own: false });

  function named(stack: Frame[], createdBy: Frame): string {
    const look = (count: number): Snapshot => ({
      requests: 0,
      elapsedMs: 0,
      heapBytes: 0,
      heapObjects: 0,
      sites: [],
      pooledSites: [],
      goroutines: count,
      groups: [{ key: 'g', count, proven: count, state: 'chan send', createdBy, stack }],
      descriptors: 8,
      descriptorsBeforeCollection: 8,
      openFiles: {},
      threads: 9,
    });
    const stage = (from: number, to: number) => ({
      requests: 1000,
      durationMs: 1000,
      before: look(from),
      after: look(to),
    });
    const doses = [stage(0, 10), stage(10, 30), stage(30, 70)];
    const cost = { requests: 1000, mallocsPerRequest: 20, allocatedBytesPerRequest: 2000 };
    const pass: LeakPass = { warmUp: 2000, doses, more: [], rests: [], chains: [], ways: [], routes: [], cost };
    const [first] = nameGoroutines(pass, [], () => undefined);
    return first!.site.function;
  }

  test('is the function that it was given', () => {
    const stack = [frameOf('read'), frameOf('sum.func1'), library('golang.org/x/sync/errgroup.(*Group).Go.func1')];
    expect(named(stack, library('golang.org/x/sync/errgroup.(*Group).Go'))).toBe('main.sum.func1');
  });

  test('but for a handler the innermost line, below all middleware', () => {
    const stack = [frameOf('handle'), frameOf('logging.func1'), library('net/http.(*conn).serve')];
    expect(named(stack, library('net/http.(*Server).Serve'))).toBe('main.handle');
  });
});
