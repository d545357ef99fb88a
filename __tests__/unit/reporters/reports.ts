import type { CheckReport, Finding, Frame, Report } from '../../../src/model.ts';

/** Reports of a small service, one for each way in which a run can end. Golden files are rendered from these. */

const headSha = '9f31c0e4b7a25d618c3f90ab12de4567f8901234';
const baseSha = '4be1a07c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f40';

const frame = (fn: string, file: string, line: number, own = true): Frame => ({ function: fn, file, line, own });

export function report(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    leakgate: '0.1.0',
    createdAt: '2026-11-24T22:41:07.120Z',
    verdict: 'pass',
    summary: 'No heap growth after 14 000 requests. No goroutine outlives its request. Load stays within its gates.',
    exitCode: 0,
    key: 'cmd/api',
    service: { package: 'example.com/shop/cmd/api', module: 'example.com/shop' },
    commit: { sha: headSha, branch: 'feat/session-cache', baseBranch: 'main', pullRequest: 812 },
    links: { repository: 'https://github.com/acme/shop', run: 'https://github.com/acme/shop/actions/runs/11894673021' },
    checks: [qpsCheck(), heapCheck(), goroutineCheck()],
    error: null,
    baseline: {
      found: true,
      branch: 'main',
      store: 'git-ref',
      sha: baseSha,
      createdAt: '2026-11-21T09:12:44.000Z',
      reason: 'The baseline of the merge base 4be1a07 on main.',
      mismatches: [],
      stored: false,
    },
    environment: {
      os: 'linux',
      arch: 'x64',
      cpus: 4,
      cpuModel: 'AMD EPYC 7763 64-Core Processor',
      memoryBytes: 16_773_750_784,
      goVersion: 'go1.26.8',
      nodeVersion: 'v20.20.2',
      runner: 'github',
    },
    phases: [
      { name: 'Build', startedAt: '2026-11-24T22:37:25.000Z', durationMs: 8_040 },
      { name: 'Speed and cost', startedAt: '2026-11-24T22:37:33.040Z', durationMs: 92_310 },
      { name: 'Heap leaks', startedAt: '2026-11-24T22:39:05.350Z', durationMs: 81_200 },
      { name: 'Goroutine leaks', startedAt: '2026-11-24T22:40:26.550Z', durationMs: 40_570 },
    ],
    notes: ['This run could have seen changes of the latency of 4.1 % and more.'],
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'qps/p99',
    kind: 'speed',
    metric: 'Latency p99',
    unit: 'ms',
    before: 12.31,
    after: 12.12,
    delta: -0.0158,
    interval: [-0.05, 0.0181],
    threshold: { value: 0.15, of: 'relative' },
    outcome: 'pass',
    reason: 'The whole interval lies below the gate.',
    ...changes,
  };
}

const throughput = finding({
  id: 'qps/throughput',
  metric: 'Throughput',
  unit: 'req/s',
  before: 18_420.4,
  after: 18_510.9,
  delta: 0.0049,
  interval: [-0.009, 0.019],
});
const cpu = finding({
  id: 'qps/cpu',
  kind: 'cost',
  metric: 'CPU per request',
  unit: 'us/req',
  before: 84.21,
  after: 85.07,
  delta: 0.0102,
  interval: [-0.002, 0.022],
});
const failed = finding({
  id: 'qps/failed',
  kind: 'errors',
  metric: 'Failed requests',
  unit: 'ratio',
  before: 0,
  after: 0,
  delta: 0,
  interval: null,
  threshold: { value: 0.001, of: 'absolute' },
});

export function qpsCheck(changes: Partial<CheckReport> = {}): CheckReport {
  const latency = { mean: 2110, p50: 1890, p95: 5230, p99: 12_120, max: 41_300 };
  return {
    name: 'qps',
    title: 'Speed and cost',
    outcome: 'pass',
    summary: 'Load stays within its gates.',
    findings: [throughput, finding(), cpu, failed],
    metrics: [
      { id: 'qps/throughput', title: 'Throughput', unit: 'req/s', better: 'higher', value: 18_510.9 },
      { id: 'qps/p50', title: 'Latency p50', unit: 'ms', better: 'lower', value: 1.89 },
      { id: 'qps/p99', title: 'Latency p99', unit: 'ms', better: 'lower', value: 12.12 },
      { id: 'qps/stability', title: 'Spread of requests per second', unit: 'ratio', better: 'lower', value: 0.0431 },
    ],
    routes: [
      { label: 'GET /healthz', requests: 92_554, failed: 0, latencyUs: latency },
      { label: 'POST /login', requests: 92_553, failed: 0, latencyUs: { ...latency, p99: 14_800 } },
    ],
    ...changes,
  };
}

const retained = finding({
  id: 'heap-leak/retained',
  kind: 'leak',
  metric: 'Retained per request',
  unit: 'bytes/req',
  before: 11.2,
  after: 9.4,
  delta: -1.8,
  interval: null,
  threshold: { value: 64, of: 'absolute' },
});

export function heapCheck(changes: Partial<CheckReport> = {}): CheckReport {
  return {
    name: 'heap-leak',
    title: 'Heap leaks',
    outcome: 'pass',
    summary: 'No heap growth after 14 000 requests.',
    findings: [retained],
    metrics: [
      { id: 'heap-leak/retained', title: 'Retained per request', unit: 'bytes/req', better: 'lower', value: 9.4 },
      { id: 'heap-leak/mallocs', title: 'Allocations per request', unit: 'allocs/req', better: 'lower', value: 35.21 },
      { id: 'heap-leak/heap', title: 'Live heap', unit: 'bytes', better: 'lower', value: 13_001_728 },
    ],
    routes: [],
    ...changes,
  };
}

export function goroutineCheck(changes: Partial<CheckReport> = {}): CheckReport {
  return {
    name: 'goroutine-leak',
    title: 'Goroutine leaks',
    outcome: 'pass',
    summary: 'No goroutine outlives its request.',
    findings: [
      finding({
        id: 'goroutine-leak/leaked',
        kind: 'leak',
        metric: 'Leaked goroutines',
        unit: 'goroutines',
        before: 0,
        after: 0,
        delta: 0,
        interval: null,
        threshold: { value: 0, of: 'absolute' },
      }),
    ],
    metrics: [],
    routes: [],
    ...changes,
  };
}

const newEntryStack = [
  frame('example.com/shop/internal/session.newEntry', 'internal/session/cache.go', 23),
  frame('example.com/shop/internal/session.(*Cache).Put', 'internal/session/cache.go', 31),
  frame('example.com/shop/internal/api.(*Server).login', 'internal/api/login.go', 58),
  frame('net/http.HandlerFunc.ServeHTTP', 'net/http/server.go', 2322, false),
  frame('net/http.(*conn).serve', 'net/http/server.go', 2104, false),
];

export const heapLeak = finding({
  id: 'heap-leak/site/session.newEntry/return &Entry{…}',
  kind: 'leak',
  metric: 'Heap growth',
  unit: 'bytes/req',
  before: null,
  after: 1054.3,
  delta: null,
  interval: null,
  threshold: { value: 64, of: 'absolute' },
  outcome: 'fail',
  reason:
    'Each request leaves 1 object here that is never freed, 1.03 KiB per request. The baseline doesn’t leak here.',
  site: {
    function: 'example.com/shop/internal/session.newEntry',
    file: 'internal/session/cache.go',
    line: 23,
    source: 'return &Entry{id: id, payload: make([]byte, 1024)}',
    stack: newEntryStack,
  },
  facts: [
    { label: 'kept alive by', text: 'global main.cache → Cache.m → map[string]*session.Entry (20 334 entries)' },
    { label: 'driven by', text: 'POST /login: 1 054 B per request; GET /healthz: nothing' },
    { label: 'usual cure', text: 'bound the map, or delete entries when a session ends' },
  ],
});

export const secondHeapLeak = finding({
  ...heapLeak,
  id: 'heap-leak/site/audit.Record/pending = append(…)',
  after: 643.2,
  reason: 'Each request leaves 1 object here that is never freed, 643 B per request. The baseline doesn’t leak here.',
  site: {
    function: 'example.com/shop/internal/audit.Record',
    file: 'internal/audit/log.go',
    line: 11,
    source: 'pending = append(pending, func() { flush(e) })',
    stack: [
      frame('example.com/shop/internal/audit.Record', 'internal/audit/log.go', 11),
      frame('example.com/shop/internal/api.(*Server).login', 'internal/api/login.go', 61),
    ],
  },
  facts: [
    { label: 'kept alive by', text: 'global audit.pending → []func() → closure audit.Record.func1' },
    { label: 'driven by', text: 'POST /login' },
  ],
});

export const goroutineLeak = finding({
  id: 'goroutine-leak/(*Server).subscribe/chan receive',
  kind: 'leak',
  metric: 'Goroutines left by 1,000 requests',
  unit: 'goroutines',
  before: 0,
  after: 100,
  delta: 100,
  interval: null,
  threshold: { value: 0, of: 'absolute' },
  outcome: 'fail',
  reason:
    'Each 1,000 requests leave 100 goroutines behind, started here. Proven: the garbage collector finds nothing that could wake them. The baseline doesn’t leak here.',
  site: {
    function: 'example.com/shop/internal/api.(*Server).subscribe',
    file: 'internal/api/stream.go',
    line: 41,
    source: 'go func() { events <- s.next() }()',
    stack: [
      frame('example.com/shop/internal/api.(*Server).subscribe.func1', 'internal/api/stream.go', 41),
      frame('example.com/shop/internal/api.(*Server).subscribe', 'internal/api/stream.go', 41),
    ],
  },
  facts: [
    {
      label: 'blocked in',
      text: 'chan send (internal/api/stream.go:41)',
      frame: frame('example.com/shop/internal/api.(*Server).subscribe.func1', 'internal/api/stream.go', 41),
    },
    {
      label: 'created by',
      text: 'example.com/shop/internal/api.(*Server).subscribe',
      frame: frame('example.com/shop/internal/api.(*Server).subscribe', 'internal/api/stream.go', 41),
    },
    { label: 'usual cure', text: 'select on ctx.Done() beside the send, or give the channel room for the one value' },
  ],
});

const slowP99 = finding({
  after: 13.61,
  delta: 0.106,
  interval: [0.041, 0.172],
  outcome: 'inconclusive',
  reason:
    'The interval straddles the gate: the change may be as small as +4.1 % or as large as +17.2 %. Six more windows did not narrow it.',
});

export const failing = report({
  verdict: 'fail',
  exitCode: 1,
  summary: 'Two lines keep 1 697 B of heap per request. 100 goroutines never end.',
  checks: [
    qpsCheck({
      outcome: 'inconclusive',
      summary: 'Latency p99 is undecided.',
      findings: [slowP99, throughput, cpu, failed],
    }),
    heapCheck({
      outcome: 'fail',
      summary: 'Two lines keep 1 697 B of heap per request.',
      findings: [
        { ...retained, after: 1968, delta: 1956.8, outcome: 'fail', reason: 'Above the gate in every dose.' },
        heapLeak,
        secondHeapLeak,
      ],
    }),
    goroutineCheck({ outcome: 'fail', summary: '100 goroutines never end.', findings: [goroutineLeak] }),
  ],
});

export const oneLeak = report({
  verdict: 'fail',
  exitCode: 1,
  summary: '100 goroutines never end.',
  checks: [goroutineCheck({ outcome: 'fail', summary: '100 goroutines never end.', findings: [goroutineLeak] })],
});

export const passing = report();

export const inconclusive = report({
  verdict: 'inconclusive',
  summary: 'Latency p99 is undecided.',
  checks: [
    qpsCheck({
      outcome: 'inconclusive',
      summary: 'Latency p99 is undecided.',
      findings: [slowP99, throughput, cpu, failed],
    }),
    heapCheck(),
    goroutineCheck(),
  ],
});

const unheld = (check: CheckReport): CheckReport => ({
  ...check,
  findings: check.findings.map((one) => ({
    ...one,
    before: null,
    delta: null,
    interval: null,
    threshold: one.kind === 'speed' || one.kind === 'cost' ? null : one.threshold,
    reason: 'Recorded; there is nothing to hold it against yet.',
  })),
});

const noBaseline = {
  found: false,
  branch: 'main',
  store: 'git-ref',
  sha: null,
  createdAt: null,
  mismatches: [],
};

export const firstRun = report({
  commit: { sha: baseSha, branch: 'main', baseBranch: null, pullRequest: null },
  checks: [unheld(qpsCheck()), unheld(heapCheck()), unheld(goroutineCheck())],
  baseline: { ...noBaseline, reason: 'There was no baseline of main for cmd/api yet.', stored: true },
});

export const firstPullRequest = report({
  ...firstRun,
  commit: passing.commit,
  baseline: {
    ...noBaseline,
    reason:
      'There is no baseline of main for cmd/api yet: speed and cost are recorded and gate nothing. The next push to main stores one.',
    stored: false,
  },
});

export const storedTimes = report({
  verdict: 'fail',
  exitCode: 1,
  summary: 'Throughput fell by 31.2 %.',
  checks: [
    qpsCheck({
      outcome: 'fail',
      summary: 'Throughput fell by 31.2 %.',
      findings: [
        {
          ...throughput,
          after: 12_673,
          delta: -0.312,
          interval: null,
          outcome: 'fail',
          reason: 'More than 15 % below the stored figure.',
        },
        finding({ interval: null }),
        finding({ ...cpu, interval: null }),
        failed,
      ],
    }),
  ],
});

export const crash = report({
  verdict: 'fail',
  exitCode: 1,
  summary: 'The service crashed under load.',
  checks: [
    {
      name: 'service',
      title: 'Service',
      outcome: 'fail',
      summary: 'The service crashed under load.',
      findings: [
        finding({
          id: 'service/crash/main.(*store).add',
          kind: 'crash',
          metric: 'Crash under load',
          unit: 'count',
          before: null,
          after: 1,
          delta: null,
          interval: null,
          threshold: { value: 0, of: 'absolute' },
          outcome: 'fail',
          reason: 'The service went down: fatal error: concurrent map writes',
          site: {
            function: 'main.(*store).add',
            file: 'cmd/api/store.go',
            line: 37,
            source: 's.items[key] = value',
            stack: [
              frame('internal/runtime/maps.fatal', 'runtime/panic.go', 1181, false),
              frame('main.(*store).add', 'cmd/api/store.go', 37),
              frame('main.(*store).ServeHTTP', 'cmd/api/store.go', 21),
              frame('net/http.serverHandler.ServeHTTP', 'net/http/server.go', 3340, false),
            ],
          },
          facts: [],
        }),
      ],
      metrics: [],
      routes: [],
    },
  ],
});

export const buildError = report({
  verdict: 'fail',
  exitCode: 3,
  summary: '`go build` of example.com/shop/cmd/api failed: the compiler found 2 errors.',
  checks: [],
  error: {
    code: 'service',
    message: '`go build` of example.com/shop/cmd/api failed: the compiler found 2 errors.',
    hint: 'The same command on your machine shows the same: go build ./cmd/api',
    locations: [
      { file: 'internal/session/cache.go', line: 23, message: 'undefined: Entri' },
      {
        file: 'internal/session/cache.go',
        line: 31,
        message: 'too many arguments in call to newEntry\n\thave (string, int)\n\twant (string)',
      },
    ],
    output:
      '# example.com/shop/internal/session\ninternal/session/cache.go:23:10: undefined: Entri\ninternal/session/cache.go:31:22: too many arguments in call to newEntry\n\thave (string, int)\n\twant (string)\n',
  },
  baseline: {
    ...noBaseline,
    branch: '',
    store: '',
    reason: 'The run ended before a baseline was looked for.',
    stored: false,
  },
  phases: [{ name: 'Build', startedAt: '2026-11-24T22:37:25.000Z', durationMs: 4_120 }],
  notes: [],
});

export const neverReady = report({
  ...buildError,
  summary: 'The service (head) was not ready after 30 s: nothing answered on 127.0.0.1:41231.',
  error: {
    code: 'service',
    message: 'The service (head) was not ready after 30 s: nothing answered on 127.0.0.1:41231.',
    hint: 'Does it listen on $PORT? Pass {port} in args or env, or name a ready path.',
    locations: [],
    output: Array.from(
      { length: 60 },
      (_, at) => `2026/11/24 22:37:${at} connecting to postgres://db:5432 … refused (attempt ${at + 1})`,
    ).join('\n'),
  },
});

/** What a hostile pull request can put into names, routes, branches and log lines. */
export const hostileTexts = [
  '](https://evil.example/)<img src=x onerror=alert(1)>',
  '| a | b |\n|---|---|\n| <script>alert(1)</script> |',
  '@octocat please look at #12, GH-13, acme/shop#14 and https://evil.example www.evil.example a@b.example',
  '`` ` `` \\`\\| `code` \\',
  '--> <!-- --> </details></summary></td></table>',
  '\u202Egnp.exe\u202C \u0007\u001b[31mred\u001b[0m \u200Bzero\u2066',
  '# heading\n\n- list\n> quote\n\n1. one\n```\nfence\n```\n~~~\n',
  '$\\unicode{x}$ :tada: **bold** _it_ ~~no~~ [^1] ![x](y) &lt;b&gt; <a href="javascript:1">',
  '::error file=x::pwned\r::add-mask::a\n##[error]pwned',
  'مرحبا שלום 你好 🧨',
  'x'.repeat(300),
];

const at = (index: number): string => hostileTexts[index % hostileTexts.length]!;

export const hostile = report({
  verdict: 'fail',
  exitCode: 1,
  key: `${at(4)}${at(0)}`,
  summary: `${at(1)} ${at(2)}`,
  service: { package: at(3), module: at(7) },
  commit: { sha: headSha, branch: at(2), baseBranch: at(1), pullRequest: 812 },
  checks: [
    qpsCheck({
      title: at(6),
      outcome: 'fail',
      summary: at(8),
      findings: hostileTexts.map((text, index) =>
        finding({ id: text, metric: text, outcome: index % 2 ? 'fail' : 'pass', reason: at(index + 3) }),
      ),
      routes: hostileTexts.map((label) => ({
        label,
        requests: 10,
        failed: 1,
        latencyUs: { mean: 1, p50: 1, p95: 1, p99: 1, max: 1 },
      })),
    }),
    heapCheck({
      outcome: 'fail',
      findings: hostileTexts.map((text, index) => ({
        ...heapLeak,
        id: text,
        reason: at(index + 1),
        site: {
          function: text,
          file: at(index + 2),
          line: 1,
          source: at(index + 3),
          stack: [frame(text, at(index + 2), 1), frame(at(index + 4), at(index + 5), 2)],
        },
        facts: [{ label: at(index + 6), text: at(index + 7), frame: frame(text, at(index + 8), 3) }],
      })),
    }),
  ],
  baseline: { ...passing.baseline, branch: at(1), store: at(4), reason: at(5), mismatches: hostileTexts },
  environment: { ...passing.environment, cpuModel: at(0), goVersion: at(3) },
  phases: [{ name: at(1), startedAt: 'no time', durationMs: 1 }],
  notes: hostileTexts,
});

export const hostileError = report({
  ...buildError,
  error: {
    code: 'service',
    message: at(2),
    hint: at(0),
    locations: hostileTexts.map((text, index) => ({ file: at(index + 1), line: 7, message: text })),
    output: hostileTexts.join('\n'),
  },
});

export const hundredFindings = report({
  verdict: 'fail',
  exitCode: 1,
  summary: '100 lines keep heap.',
  checks: [
    qpsCheck({
      findings: Array.from({ length: 60 }, (_, index) =>
        finding({ id: `qps/${index}`, metric: `Latency p99 of route ${index}`, outcome: 'fail' }),
      ),
    }),
    heapCheck({
      outcome: 'fail',
      summary: '100 lines keep heap.',
      findings: Array.from({ length: 100 }, (_, index) => ({
        ...heapLeak,
        id: `heap-leak/site/${index}`,
        after: 2000 - index,
        site: { ...heapLeak.site!, line: 23 + index, function: `example.com/shop/internal/session.entry${index}` },
      })),
    }),
  ],
});

export const reports = {
  failing,
  'one-leak': oneLeak,
  passing,
  inconclusive,
  'first-run': firstRun,
  'first-pull-request': firstPullRequest,
  'stored-times': storedTimes,
  crash,
  'build-error': buildError,
  'never-ready': neverReady,
  hostile,
  'hostile-error': hostileError,
  'hundred-findings': hundredFindings,
} satisfies Record<string, Report>;
