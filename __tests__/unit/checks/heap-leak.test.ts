import { describe, expect, test } from 'vitest';
import type { JudgeContext } from '../../../src/checks/check.ts';
import { heapLeak } from '../../../src/checks/heap-leak.ts';
import type { HeapMeasurement } from '../../../src/checks/heap-measurement.ts';
import type { HeapLeak, PoolMisuse } from '../../../src/checks/leak-schema.ts';
import { frameOf } from './simulated-service.ts';

const context: JudgeContext = { compare: 'auto', knownLeaks: 'fail', mismatches: [] };
const options = heapLeak.options.parse({});

function leak(name: string, bytesPerRequest: number, more: Partial<HeapLeak> = {}): HeapLeak {
  const site = { function: `main.${name}`, file: `${name}.go`, line: 1, source: `${name}()`, stack: [frameOf(name)] };
  return {
    id: `main.${name}/${name}()`,
    site,
    own: true,
    growsWith: 'requests',
    routes: [],
    values: [0, 4096, 12_288, 28_672],
    requests: [1009, 2018, 4036],
    bytesPerRequest,
    objectsPerRequest: bytesPerRequest / 16,
    keptBy: null,
    heldBy: null,
    ...more,
  };
}

const measured = (more: Partial<HeapMeasurement> = {}): HeapMeasurement => ({
  leaks: [],
  libraryBytesPerRequest: 0,
  holders: [],
  pools: [],
  doses: [1009, 2018, 4036],
  heapBytes: 10 * 1024 ** 2,
  pooledBytes: 0,
  leastPooledBytes: 0,
  mallocsPerRequest: 80,
  allocatedBytesPerRequest: 8000,
  allocations: [],
  ...more,
});

const judge = (current: HeapMeasurement, baseline: HeapMeasurement | null = null, over: Partial<JudgeContext> = {}) =>
  heapLeak.judge(current, baseline, options, { ...context, ...over });
const graded = (report: ReturnType<typeof judge>) => report.findings.map(({ id, outcome }) => [id, outcome]);
const costsPass = [
  ['heap-leak/mallocs', 'pass'],
  ['heap-leak/allocated-bytes', 'pass'],
  ['heap-leak/live-heap', 'pass'],
  ['heap-leak/pooled', 'pass'],
];

describe('leaks', () => {
  test('none: the check passes', () => {
    const report = judge(measured());
    expect(report).toMatchObject({
      outcome: 'pass',
      summary: 'No line of code keeps memory with each request: 1 B would have shown in 7,063 requests.',
    });
    expect(graded(report)).toEqual(costsPass);
  });

  test('need no baseline to fail', () => {
    const report = judge(measured({ leaks: [leak('put', 24, { routes: ['GET /users'] })] }));
    expect(report.outcome).toBe('fail');
    expect(report.findings[0]).toMatchObject({
      id: 'heap-leak/site/main.put/put()',
      kind: 'leak',
      unit: 'bytes/req',
      before: null,
      after: 24,
      delta: null,
      threshold: { value: 1, of: 'absolute' },
      outcome: 'fail',
      reason: 'Each request leaves 1.5 objects here that are never freed, 24 B per request.',
      site: { file: 'put.go', line: 1, source: 'put()' },
    });
    expect(report.findings[0]?.facts).toEqual([
      { label: 'driven by', text: 'GET /users' },
      { label: 'grew', text: '0 B → 4 KiB → 12 KiB → 28 KiB over 1,009 + 2,018 + 4,036 requests' },
      { label: 'usually', text: 'Leakgate doesn’t recognise the pattern; the stack tells where it is made.' },
      { label: 'fills 1 GiB', text: 'after about 45,000,000 requests' },
      { label: 'or a cache', text: 'that wasn’t full after 7,063 requests: then raise `leak-requests`' },
    ]);
  });

  test('are recorded where that was asked for and there is no baseline', () => {
    const report = judge(measured({ leaks: [leak('put', 24)] }), null, { knownLeaks: 'record' });
    expect(report.outcome).toBe('pass');
    expect(report.findings[0]).toMatchObject({ outcome: 'warn', reason: expect.stringContaining('Recorded as known') });
  });

  test('`record` is no excuse once there is a baseline', () => {
    const report = judge(measured({ leaks: [leak('put', 24)] }), measured(), { knownLeaks: 'record' });
    expect(report.findings[0]).toMatchObject({ outcome: 'fail', before: 0, delta: 24 });
  });

  test('that the baseline has are known, new ones fail', () => {
    const report = judge(
      measured({ leaks: [leak('put', 30), leak('add', 16)] }),
      measured({ leaks: [leak('put', 24)] }),
    );
    expect(graded(report).slice(0, 2)).toEqual([
      ['heap-leak/site/main.add/add()', 'fail'],
      ['heap-leak/site/main.put/put()', 'warn'],
    ]);
    expect(report.findings[1]).toMatchObject({ before: 24, after: 30, delta: 6 });
  });

  test('that got half as fast again count as new', () => {
    const report = judge(measured({ leaks: [leak('put', 37)] }), measured({ leaks: [leak('put', 24)] }));
    expect(report.findings[0]).toMatchObject({ outcome: 'fail', reason: expect.stringContaining('only 24 B') });
  });

  test('below the limit are no leaks', () => {
    const lenient = heapLeak.options.parse({ 'max-leaked-bytes-per-request': '32' });
    const report = heapLeak.judge(measured({ leaks: [leak('put', 24)] }), null, lenient, context);
    expect(report.outcome).toBe('pass');
  });

  test('in several lines of a function are one finding, led by the heaviest', () => {
    const line = { ...leak('put', 40), id: 'main.put/append()', bytesPerRequest: 12 };
    const site = { ...line.site, line: 9, source: 'append()' };
    const report = judge(measured({ leaks: [leak('put', 40), { ...line, site }] }));
    expect(graded(report)).toEqual([['heap-leak/site/main.put/put()', 'fail'], ...costsPass]);
    expect(report.findings[0]?.facts).toContainEqual({
      label: 'also here',
      text: '12 B per request: append()',
      frame: { function: 'main.put', file: 'put.go', line: 9, own: true },
    });
  });

  test('at the list that leads to what leaks are one finding with it, and all that is left is summed up', () => {
    const list = { function: 'main.grow', file: 'grow.go', line: 7, own: true };
    const steps = [
      { text: 'main.bus', frame: null },
      { text: 'slice main.grow grow.go:7', frame: list },
      { text: 'main.put put.go:1', frame: null },
    ];
    const kept = leak('put', 40, { keptBy: { root: 'main.bus', chain: 'main.bus → …', steps } });
    const growing = leak('grow', 12);
    const report = judge(measured({ leaks: [kept, { ...growing, site: { ...growing.site, ...list } }] }));
    expect(graded(report)).toEqual([['heap-leak/site/main.put/put()', 'fail'], ...costsPass]);
    expect(report.summary).toBe('Every request leaves 52 B behind that are never freed, in 1 place.');
  });

  test('a new line beside a known one in the same function still fails', () => {
    const added = { ...leak('put', 12), id: 'main.put/append()' };
    const report = judge(measured({ leaks: [leak('put', 40), added] }), measured({ leaks: [leak('put', 40)] }));
    expect(graded(report).slice(0, 2)).toEqual([
      ['heap-leak/site/main.put/append()', 'fail'],
      ['heap-leak/site/main.put/put()', 'warn'],
    ]);
  });

  test.each([
    [
      leak('put', 3000, { objectsPerRequest: 3 }),
      /^Each request leaves 3 objects here that are never freed, 2.93 KiB per request\.$/,
    ],
    [leak('put', 16, { objectsPerRequest: 0.99 }), /^Each request leaves 0\.99 objects here that are never freed/],
    [leak('put', 16, { objectsPerRequest: 1 }), /^Each request leaves 1 object here that is never freed/],
    [leak('put', 6, { objectsPerRequest: 0.05 }), /^Each 1,000 requests leave 50 objects here that are never freed/],
    [leak('put', 16, { objectsPerRequest: 0 }), /^What is allocated here keeps growing, by 16 B per request\.$/],
    [leak('put', 16, { own: false }), /No frame of your own code is on the stack/],
  ])('are told in words %#', (found, words) => {
    expect(judge(measured({ leaks: [found] })).findings[0]?.reason).toMatch(words);
  });

  test('what the standard library allocated for them is told once', () => {
    const report = judge(measured({ leaks: [leak('put', 24), leak('add', 16)], libraryBytesPerRequest: 230 }));
    const told = report.findings.flatMap(({ facts = [] }) => facts.filter(({ label }) => label === 'keeps besides'));
    expect(told).toEqual([{ label: 'keeps besides', text: '230 B per request that the standard library allocated' }]);
    expect(report.metrics.find(({ id }) => id === 'heap-leak/retained')?.value).toBe(270);
  });

  test('growth with time says so', () => {
    const facts = judge(measured({ leaks: [leak('tick', 24, { growsWith: 'time' })] })).findings[0]?.facts;
    expect(facts).toContainEqual(expect.objectContaining({ label: 'grows with' }));
  });
});

describe('memory that belongs to another leak', () => {
  const held = leak('handle', 500, { heldBy: { kind: 'goroutines', id: 'main.handle/go f()' } });

  test('has no outlook of its own', () => {
    const [finding] = judge(measured({ leaks: [held], holders: ['main.handle/go f()'] })).findings;
    expect(finding?.facts?.map(({ label }) => label)).toEqual(['grew']);
  });

  test('isn’t red a second time', () => {
    const report = judge(measured({ leaks: [held], holders: ['main.handle/go f()'] }));
    expect(report.outcome).toBe('pass');
    expect(report.findings[0]).toMatchObject({
      outcome: 'warn',
      reason: expect.stringContaining('main.handle/go f()'),
    });
  });

  test('but doesn’t hide behind a leak that the baseline has already', () => {
    const report = judge(
      measured({ leaks: [held], holders: ['main.handle/go f()'] }),
      measured({ holders: ['main.handle/go f()'] }),
    );
    expect(report.findings[0]).toMatchObject({ outcome: 'fail', before: 0 });
  });

  test('stays known together with it', () => {
    const both = measured({ leaks: [held], holders: ['main.handle/go f()'] });
    expect(judge(both, both).findings[0]?.outcome).toBe('warn');
  });
});

describe('misused pools', () => {
  const pool = (kind: PoolMisuse['kind']): PoolMisuse => ({
    id: 'main.get/pool.Get()',
    kind,
    site: leak('get', 1).site,
    objectsPerRequest: 1,
    bytesPerRequest: 4096,
    idleObjects: 200,
    idleBytes: 200 * 4096,
  });

  test.each([
    ['never-put', 'fail', /never put back: each request leaves 1 new object/],
    ['never-taken', 'fail', /200 \(800 KiB\) lay idle/],
    ['oversized', 'warn', /grown to 4 KiB each/],
  ] as const)('%s: %s', (kind, outcome, reason) => {
    const report = judge(measured({ pools: [pool(kind)] }));
    expect(report.findings[0]).toMatchObject({
      id: 'heap-leak/pool/main.get/pool.Get()',
      outcome,
      reason: expect.stringMatching(reason),
    });
    expect(report.outcome).toBe(outcome === 'fail' ? 'fail' : 'pass');
  });

  test('that the baseline has are known', () => {
    const report = judge(measured({ pools: [pool('never-put')] }), measured({ pools: [pool('never-put')] }));
    expect(report.findings[0]).toMatchObject({ outcome: 'warn', before: 4096 });
  });
});

describe('cost', () => {
  const costOf = (current: Partial<HeapMeasurement>, baseline: Partial<HeapMeasurement> | null = {}, over = {}) => {
    const report = judge(measured(current), baseline === null ? null : measured(baseline), over);
    return Object.fromEntries(report.findings.map((finding) => [finding.id.replace('heap-leak/', ''), finding]));
  };

  test('without a baseline it is recorded', () => {
    expect(costOf({}, null)['mallocs']).toMatchObject({
      outcome: 'pass',
      kind: 'cost',
      before: null,
      after: 80,
      threshold: null,
      reason: 'No baseline yet: recorded.',
    });
  });

  test.each([
    ['one allocation more per request', { mallocsPerRequest: 81 }, 'mallocs', 'fail'],
    ['less than half of one', { mallocsPerRequest: 80.45 }, 'mallocs', 'pass'],
    [
      'half of one that is within the limit',
      { mallocsPerRequest: 200.6 },
      'mallocs',
      'pass',
      { mallocsPerRequest: 200 },
    ],
    ['fewer', { mallocsPerRequest: 40 }, 'mallocs', 'pass'],
    ['2 % more bytes', { allocatedBytesPerRequest: 8160 }, 'allocated-bytes', 'fail'],
    ['0.9 % more bytes', { allocatedBytesPerRequest: 8072 }, 'allocated-bytes', 'pass'],
    ['a live heap of 12 MB instead of 10', { heapBytes: 12 * 1024 ** 2 }, 'live-heap', 'fail'],
    ['one of 1.5 MB instead of 1', { heapBytes: 1.5 * 1024 ** 2 }, 'live-heap', 'pass', { heapBytes: 1024 ** 2 }],
    ['pools that hold 3 MB more', { pooledBytes: 3 * 1024 ** 2, leastPooledBytes: 3 * 1024 ** 2 }, 'pooled', 'fail'],
    ['pools that hold 3 MB more at one of the looks', { pooledBytes: 3 * 1024 ** 2 }, 'pooled', 'pass'],
  ] as const)('%s', (_name, current, id, outcome, baseline: Partial<HeapMeasurement> = {}) => {
    expect(costOf(current, baseline)[id]).toMatchObject({ outcome });
  });

  test('says by how much, and against which limit', () => {
    expect(costOf({ mallocsPerRequest: 84 })['mallocs']).toMatchObject({
      before: 80,
      delta: 4,
      threshold: { value: 0.5, of: 'absolute' },
      reason: '+5.0 % (4 allocations more), beyond the allowed 0.5 allocations.',
    });
    expect(costOf({ allocatedBytesPerRequest: 8160 })['allocated-bytes']).toMatchObject({
      delta: expect.closeTo(0.02),
      threshold: { value: 0.01, of: 'relative' },
      reason: expect.stringContaining('beyond the allowed 1 %.'),
    });
  });

  test('doesn’t gate what can’t be compared, and says why', () => {
    const finding = costOf({ mallocsPerRequest: 100 }, {}, { mismatches: ['Go 1.27 instead of Go 1.26'] })['mallocs'];
    expect(finding).toMatchObject({
      outcome: 'warn',
      threshold: null,
      reason: '+25.0 %, shown only: Go 1.27 instead of Go 1.26.',
    });
    expect(costOf({ heapBytes: 20 * 1024 ** 2 }, { doses: [503, 1006, 2012] })['live-heap']).toMatchObject({
      outcome: 'warn',
      reason: expect.stringContaining('number of requests differs'),
    });
  });

  test('names the lines that allocate more', () => {
    const line = (id: string, objectsPerRequest: number) => ({
      id,
      function: `main.${id}`,
      file: `${id}.go`,
      line: 5,
      bytesPerRequest: 100,
      objectsPerRequest,
    });
    const finding = costOf(
      { mallocsPerRequest: 91, allocations: [line('old', 4), line('new', 8), line('more', 5)] },
      { allocations: [line('old', 4), line('more', 2)] },
    )['mallocs'];
    expect(finding?.site).toMatchObject({ file: 'new.go', line: 5 });
    expect(finding?.facts?.map(({ text, frame }) => [text, frame?.file])).toEqual([
      ['+8 per request', 'new.go'],
      ['+3 per request', 'more.go'],
    ]);
  });
});

test('metrics have the names that outputs and reports use', () => {
  expect(judge(measured()).metrics.map(({ id, unit }) => [id, unit])).toEqual([
    ['heap-leak/retained', 'bytes/req'],
    ['heap-leak/live-heap', 'bytes'],
    ['heap-leak/pooled', 'bytes'],
    ['heap-leak/mallocs', 'allocs/req'],
    ['heap-leak/allocated-bytes', 'bytes/req'],
  ]);
});

test('a measurement survives being stored', () => {
  const current = measured({ leaks: [leak('put', 24)], pools: [] });
  expect(heapLeak.measurement.parse(JSON.parse(JSON.stringify(current)))).toEqual(current);
});

test('a baseline keeps figures and leaks, not what pictures are made of', () => {
  const evidence = { calls: [], chains: [] } as unknown as NonNullable<HeapMeasurement['evidence']>;
  const kept = heapLeak.forBaseline!(measured({ leaks: [leak('put', 64)], evidence }));
  expect(kept).toEqual(measured({ leaks: [leak('put', 64)] }));
});
