import type {
  Frame,
  GroupCounts,
  HeapEvidence,
  HeapStep,
  LatencyComparison,
  Report,
  Timeline,
} from '../../../src/model.ts';
import { heapLeak, reports } from './reports.ts';

/** What the heap check saw beside the findings of the failing report. */

const frame = (fn: string, file: string, line: number, own = true): Frame => ({ function: fn, file, line, own });

const module = 'example.com/shop';
const calls = {
  serve: frame('net/http.(*conn).serve', 'net/http/server.go', 2104, false),
  handler: frame('net/http.HandlerFunc.ServeHTTP', 'net/http/server.go', 2322, false),
  login: frame(`${module}/internal/api.(*Server).login`, 'internal/api/login.go', 58),
  put: frame(`${module}/internal/session.(*Cache).Put`, 'internal/session/cache.go', 31),
  newEntry: frame(`${module}/internal/session.newEntry`, 'internal/session/cache.go', 23),
  tags: frame(`${module}/internal/session.tags`, 'internal/session/cache.go', 27),
  record: frame(`${module}/internal/audit.Record`, 'internal/audit/log.go', 11),
  main: frame('main.main', 'cmd/api/main.go', 28),
  seed: frame(`${module}/internal/store.Seed`, 'internal/store/seed.go', 40),
  warm: frame(`${module}/internal/render.Warm`, 'internal/render/render.go', 18),
};

const frames = Object.values(calls);
const node = (parent: number, call: Frame | null, liveBytes: number, growthBytes: number) => ({
  parent,
  frame: call === null ? -1 : frames.indexOf(call),
  liveBytes,
  growthBytes,
});

const step = (parent: number, text: string, frame: Frame | null, bytes: number, grownBytes: number, more = {}) => ({
  parent,
  text,
  frame,
  objects: 1,
  grownObjects: 0,
  bytes,
  grownBytes,
  ...more,
});

const heapOfRun: HeapStep[] = [
  step(-1, '', null, 71_723_000, 54_300_000, { left: { steps: 41, bytes: 900_000, grownBytes: 0 } }),
  step(0, 'main.cache', null, 37_200_000, 36_500_000),
  step(1, '*session.Cache .m', null, 37_200_000, 36_500_000),
  step(2, 'map[string]*session.Entry', calls.put, 37_100_000, 36_400_000, { objects: 20_700, grownObjects: 20_334 }),
  step(3, '*session.Entry', calls.newEntry, 35_800_000, 35_100_000, { objects: 20_700, grownObjects: 20_334 }),
  step(4, '[]byte', calls.newEntry, 22_700_000, 22_300_000, { objects: 20_700, grownObjects: 20_334 }),
  step(4, '[]string', calls.tags, 6_200_000, 6_100_000, { objects: 20_700, grownObjects: 20_334 }),
  step(0, 'audit.pending', null, 19_700_000, 19_400_000),
  step(7, '[]func()', calls.record, 19_700_000, 19_400_000, { objects: 4, grownObjects: 4 }),
  step(0, 'store.catalogue', null, 10_100_000, 0),
  step(9, 'map[int]store.Item', calls.seed, 10_100_000, 0, { objects: 42_000 }),
  step(0, 'render.templates', null, 2_700_000, -1_700_000),
];

export const evidence: HeapEvidence = {
  requests: 28_252,
  frames,
  nodes: [
    node(-1, null, 71_723_000, 54_300_000),
    node(0, calls.serve, 58_400_000, 56_000_000),
    node(1, calls.handler, 58_100_000, 55_900_000),
    node(2, calls.login, 57_900_000, 55_900_000),
    node(3, calls.put, 37_200_000, 36_500_000),
    node(4, calls.newEntry, 30_500_000, 30_100_000),
    node(4, calls.tags, 6_200_000, 6_100_000),
    node(3, calls.record, 19_700_000, 19_400_000),
    node(0, calls.main, 12_900_000, -1_700_000),
    node(8, calls.seed, 10_100_000, 0),
    node(8, calls.warm, 2_700_000, -1_700_000),
  ],
  chains: [
    {
      root: 'main.cache',
      steps: [
        { text: 'main.cache', objects: 0, retainedBytes: 36_500_000, frame: null },
        { text: '*session.Cache .m', objects: 0, retainedBytes: 36_500_000, frame: null },
        { text: 'map[string]*session.Entry', objects: 20_334, retainedBytes: 36_400_000, frame: calls.put },
        { text: '*session.Entry', objects: 20_334, retainedBytes: 35_100_000, frame: calls.newEntry },
        { text: '[]byte', objects: 20_334, retainedBytes: 22_300_000, frame: calls.newEntry },
      ],
      retainedBytes: 36_500_000,
      sites: [calls.newEntry, calls.tags, calls.put],
      requests: 20_334,
      exact: true,
      known: true,
    },
    {
      root: 'audit.pending',
      steps: [
        { text: 'audit.pending', objects: 0, retainedBytes: 19_400_000, frame: null },
        { text: '[]func()', objects: 4, retainedBytes: 19_400_000, frame: calls.record },
        { text: 'closure audit.Record.func1', objects: 30_140, retainedBytes: 18_100_000, frame: calls.record },
      ],
      retainedBytes: 19_400_000,
      sites: [calls.record],
      requests: 20_334,
      exact: false,
      known: false,
      heldBy: [
        ['audit.pending', 'closure audit.Record.func1'],
        ['goroutine [select] audit.flush', 'audit.queue', 'closure audit.Record.func1'],
      ],
    },
    {
      root: 'goroutine [chan send] api.(*Server).subscribe.func1',
      steps: [
        {
          text: 'goroutine [chan send] api.(*Server).subscribe.func1',
          objects: 100,
          retainedBytes: 410_000,
          frame: null,
        },
        { text: '*api.event', objects: 100, retainedBytes: 51_200, frame: null },
      ],
      retainedBytes: 410_000,
      sites: [],
    },
  ],
  counted: {
    before: { reachableBytes: 4_825_528, heapAllocBytes: 4_826_288 },
    after: { reachableBytes: 61_135_528, heapAllocBytes: 61_136_288 },
  },
  heap: heapOfRun,
};

const groups: GroupCounts[] = [
  {
    createdBy: frame(`${module}/internal/api.(*Server).subscribe`, 'internal/api/stream.go', 41),
    entry: frame(`${module}/internal/api.(*Server).subscribe.func1`, 'internal/api/stream.go', 41),
    waitsAt: frame(`${module}/internal/api.(*Server).subscribe.func1`, 'internal/api/stream.go', 41),
    state: 'chan send',
    counts: [0, 101, 303, 707, 707],
    proven: 707,
    lasting: 0,
    ended: 0,
    minutes: 2,
    stack: [
      frame('runtime.chansend1', 'runtime/chan.go', 161, false),
      frame(`${module}/internal/api.(*Server).publish`, 'internal/api/stream.go', 58),
      frame(`${module}/internal/api.(*Server).subscribe.func1`, 'internal/api/stream.go', 41),
    ],
  },
  {
    createdBy: null,
    entry: frame('runtime.bgsweep', 'runtime/mgcsweep.go', 273, false),
    waitsAt: null,
    state: 'GC sweep wait',
    counts: [1, 1, 1, 1, 1],
    proven: 0,
    lasting: 1,
    ended: 0,
  },
];

const moments = (count: number, value: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => value(index));

const timeline: Timeline = {
  durationMs: 10_000,
  load: {
    bucketMs: 200,
    requestsPerSecond: moments(50, (at) => 18_400 - (at % 7) * 90),
    p50Us: moments(50, (at) => 1850 + (at % 5) * 40),
    p99Us: moments(50, (at) => (at % 9 === 4 ? 24_000 : 11_800 + (at % 4) * 400)),
    maxUs: moments(50, () => 41_300),
  },
  heap: {
    atMs: moments(50, (at) => at * 200),
    liveBytes: moments(50, (at) => 13_000_000 + at * 1_150_000),
    goalBytes: moments(50, (at) => 26_000_000 + at * 2_300_000),
    goroutines: moments(50, (at) => 12 + at * 2),
  },
  collections: {
    count: 24,
    endedMs: moments(24, (at) => 180 + at * 405),
    pauseMs: moments(24, (at) => 0.12 + (at % 6) * 0.05),
    durationMs: moments(24, (at) => 4 + at),
    assistMs: moments(24, () => 0.4),
  },
  trace: {
    fromMs: 8000,
    toMs: 10_000,
    stops: { count: 3, totalMs: 0.61, fromMs: [8070, 8480, 9291], toMs: [8070.2, 8480.2, 9291.21] },
    marks: { count: 2, totalMs: 47, fromMs: [8050, 8460], toMs: [8071, 8486] },
    assists: { count: 1, totalMs: 3.2, fromMs: [8466], toMs: [8469.2] },
  },
  worst: [
    {
      endedMs: 2205,
      pauseMs: 0.37,
      durationMs: 9,
      fromMs: 2005,
      toMs: 2405,
      lines: [
        { frame: calls.newEntry, bytes: 8_400_000 },
        { frame: calls.record, bytes: 2_100_000 },
      ],
    },
  ],
};

/** Two humps: pages from a cache, and those that had to be made. */
const humps = (fast: number, slow: number): number[] =>
  moments(36, (at) =>
    Math.round(9000 * Math.exp(-(((at - fast) / 3) ** 2)) + 2500 * Math.exp(-(((at - slow) / 2.5) ** 2))),
  );

const latencies: LatencyComparison = {
  how: 'paired',
  base: { perDecade: 20, first: 58, counts: humps(7, 20) },
  head: { perDecade: 20, first: 58, counts: humps(8, 24) },
};

const [speed, heap, goroutines] = reports.failing.checks;

/** The failing run with all that a page can show. */
export const evident: Report = {
  ...reports.failing,
  checks: [
    { ...speed!, latencies, timeline },
    { ...heap!, evidence },
    { ...goroutines!, groups },
  ],
  changes: { since: reports.failing.baseline.sha!, files: [{ file: 'internal/api/login.go', lines: [[55, 58]] }] },
};

/** As many steps as a run leaves: 20 roots with 15 steps below each. */
const largeHeap: HeapStep[] = [
  step(-1, '', null, 70e6, 50e6),
  ...Array.from({ length: 300 }, (_, at): HeapStep => {
    const depth = at % 15;
    const file = `internal/package${at % 40}/handler.go`;
    const call = frame(`example.com/shop/internal/package${at % 40}.(*Handler${at}).serve`, file, at + 10);
    return step(
      depth === 0 ? 0 : at,
      `map[string]*package${at % 40}.Entry${at}`,
      call,
      3e6 / (depth + 1),
      2e6 / (depth + 1),
    );
  }),
];

function largeRun(): Report {
  const frames = Array.from({ length: 500 }, (_, index): Frame => {
    const name = `example.com/shop/internal/package${index % 40}.(*Handler${index}).serveRequest`;
    return { function: name, file: `internal/package${index % 40}/handler.go`, line: index + 10, own: index % 3 === 0 };
  });
  const nodes = Array.from({ length: 2000 }, (_, index) => ({
    parent: index === 0 ? -1 : Math.floor((index - 1) / 3),
    frame: index === 0 ? -1 : index % 500,
    liveBytes: Math.round(70e6 / 3.1 ** Math.floor(Math.log(index * 2 + 1) / Math.log(3))),
    growthBytes: Math.round(50e6 / 3.1 ** Math.floor(Math.log(index * 2 + 1) / Math.log(3))),
  }));
  const findings = Array.from({ length: 20 }, (_, index) => ({
    ...heapLeak,
    id: `heap-leak/site/${index}`,
    after: 2000 - index * 90,
    site: { ...heapLeak.site!, line: 23 + index, stack: frames.slice(index * 12, index * 12 + 18) },
  }));
  const [speed, heap, goroutines] = evident.checks;
  return {
    ...evident,
    checks: [speed!, { ...heap!, findings, evidence: { ...evidence, frames, nodes, heap: largeHeap } }, goroutines!],
  };
}

/** 20 lines, and a tree of 2,000 calls with names of usual length. */
export const large: Report = largeRun();
