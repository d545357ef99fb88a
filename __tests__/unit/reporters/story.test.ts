import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model.ts';
import { lineLink, placeLink } from '../../../src/reporters/links.ts';
import { prComment } from '../../../src/reporters/index.ts';
import { shortFunction, storyOf } from '../../../src/reporters/story.ts';
import { told } from '../../../src/reporters/told.ts';
import * as given from './reports.ts';

const heading = (report: Report): string => `${storyOf(told(report)).icon} ${storyOf(told(report)).heading}`;

describe('the heading says the finding', () => {
  test.each<[string, Report, string]>([
    ['two kinds of leak', given.failing, '❌ cmd/api: heap leak and goroutine leak'],
    ['one line', given.oneLeak, '❌ cmd/api: goroutine leak in api.(*Server).subscribe'],
    ['nothing', given.passing, '✅ cmd/api: no leak, load within its gates'],
    ['undecided', given.inconclusive, '⚠️ cmd/api: latency p99 undecided'],
    ['slower', given.storedTimes, '❌ cmd/api: lower throughput'],
    ['stored', given.firstRun, '⚪ cmd/api: no leak, baseline recorded from 4be1a07'],
    ['first pull request', given.firstPullRequest, '⚪ cmd/api: no leak, no baseline yet for main'],
    ['crash', given.crash, '❌ cmd/api: crash under load in main.(*store).add'],
    ['build', given.buildError, "❌ cmd/api: the service doesn't build"],
    ['start', given.neverReady, "❌ cmd/api: the service doesn't start"],
    ['skipped', given.report({ verdict: 'skipped', checks: [] }), '➖ cmd/api: nothing was measured'],
    [
      'leaks come before speed',
      given.hundredFindings,
      '❌ cmd/api: heap leak, higher latency p99 of route 0 and 59 more',
    ],
  ])('%s', (_, report, expected) => {
    expect(heading(report)).toBe(expected);
  });

  test('a failure that may not gate is a warning', () => {
    const demoted = { ...given.goroutineLeak, outcome: 'warn' as const };
    const report = given.report({ checks: [given.goroutineCheck({ findings: [demoted] })] });
    expect(heading(report)).toBe('🔶 cmd/api: passed, with a warning: goroutine leak in api.(*Server).subscribe');
  });
});

test('a dearer request at a line that leaks is no line of its own', () => {
  const { site } = given.heapLeak;
  const dearer = {
    ...given.heapLeak,
    id: 'heap-leak/mallocs',
    kind: 'cost' as const,
    metric: 'Allocations per request',
  };
  const elsewhere = { ...dearer, id: 'heap-leak/bytes', site: { ...site!, line: site!.line + 1 } };
  const check = given.goroutineCheck({ findings: [given.heapLeak, dearer, elsewhere] });
  expect(storyOf(told(given.report({ checks: [check] }))).sites).toEqual([given.heapLeak, elsewhere]);
});

test('functions without the path of their package', () => {
  expect(shortFunction('example.com/shop/v2/internal/session.(*Cache).Put')).toBe('session.(*Cache).Put');
  expect(shortFunction('main.main.func1')).toBe('main.main.func1');
  expect(shortFunction('github.com/go-chi/chi/v5.(*Mux).ServeHTTP')).toBe('chi/v5.(*Mux).ServeHTTP');
  expect(shortFunction('example.com/a/pkg.Map[go.shape.struct { example.com/b/x.T }]')).toBe(
    'pkg.Map[go.shape.struct { example.com/b/x.T }]',
  );
});

test('a misused pool is called by its name', () => {
  const pool = { ...given.heapLeak, id: 'heap-leak/pool/render.buffers', metric: 'sync.Pool misuse' };
  const report = given.report({ verdict: 'fail', checks: [given.heapCheck({ outcome: 'fail', findings: [pool] })] });
  expect(heading(report)).toBe('❌ cmd/api: sync.Pool misuse in session.newEntry');
});

test('lines that gate nothing are folded when others decide', () => {
  const held = {
    ...given.heapLeak,
    outcome: 'warn' as const,
    reason: 'This memory belongs to goroutines that never end.',
  };
  const report = given.report({
    verdict: 'fail',
    checks: [
      given.heapCheck({ findings: [held] }),
      given.goroutineCheck({ outcome: 'fail', findings: [given.goroutineLeak] }),
    ],
  });
  const comment = prComment(report);
  expect(comment).toContain('<summary>1 line that gates nothing</summary>');
  expect(comment.indexOf('never end.')).toBeGreaterThan(comment.indexOf('1 line that gates nothing'));
});

test('a dearer request is a row, and names the lines that cost more', () => {
  const site = given.heapLeak.site!;
  const dearer = given.finding({
    kind: 'cost',
    metric: 'Allocations per request',
    unit: 'allocs/req',
    before: 35,
    after: 437,
    delta: 11.49,
    interval: null,
    threshold: { value: 0.005, of: 'relative' },
    outcome: 'fail',
    reason: '+1148.6 %, more than the allowed 0.5 %.',
    site,
    facts: [{ label: 'allocates more', text: '+402 per request', frame: site.stack[0]! }],
  });
  const comment = prComment(
    given.report({ verdict: 'fail', checks: [given.heapCheck({ outcome: 'fail', findings: [dearer] })] }),
  );
  expect(comment).toMatch(
    /❌ \| Allocations per request \| 35.allocs\/req \| \*\*437.allocs\/req\*\* \| ×12\.5 \| \+0\.5.%/,
  );
  expect(comment).toContain('*allocates more* \\+402 per request [`internal/session/cache.go:23`]');
});

test('what was recorded without being compared has no verdict', () => {
  const recorded = given.finding({ before: null, delta: null, interval: null });
  const comment = prComment(given.report({ checks: [given.qpsCheck({ findings: [recorded] })] }));
  expect(comment).toContain('|  | Latency p99 |');
});

describe('links', () => {
  test('go to the line at that commit, on whatever server the repository lives', () => {
    const report = given.report({ links: { repository: 'https://git.acme.example:3000/acme/shop/', run: null } });
    expect(lineLink(report, 'cmd/a b/(x)#1.go', 7)).toBe(
      'https://git.acme.example:3000/acme/shop/blob/9f31c0e4b7a25d618c3f90ab12de4567f8901234/cmd/a%20b/%28x%29%231.go#L7',
    );
  });

  test('stay out where commit or repository is unknown, or the code is of others', () => {
    const { commit } = given.passing;
    expect(lineLink(given.report({ commit: { ...commit, sha: '' } }), 'a.go', 1)).toBeNull();
    expect(lineLink(given.report({ links: { repository: null, run: null } }), 'a.go', 1)).toBeNull();
    expect(placeLink(given.passing, { file: 'net/http/server.go', line: 2104, own: false })).toBe(
      '`net/http/server.go:2104`',
    );
  });
});

describe('what the comment must say', () => {
  test('failing rows come before undecided ones, passing ones are folded', () => {
    const comment = prComment(given.failing);
    const order = [
      'Retained per request',
      'Latency p99',
      'Where it leaks',
      '3 metrics within their gates',
      'Throughput',
    ];
    const at = order.map((word) => comment.indexOf(word));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  test('stored times are marked, and the mark is explained', () => {
    const comment = prComment(given.storedTimes);
    expect(comment).toContain('Throughput †');
    expect(comment).toContain('† From another time: held against figures stored by the run of 2026-11-21 09:12 UTC');
    expect(prComment(given.failing)).not.toContain('†');
  });

  test('an undecided metric comes with its reason', () => {
    expect(prComment(given.inconclusive)).toContain('- **Latency p99** (undecided): The interval straddles the gate');
  });

  test('what may not be compared with the baseline is said', () => {
    const report = given.report({
      baseline: { ...given.passing.baseline, mismatches: ['Go version: go1.25.5 there, go1.26.8 here'] },
    });
    expect(prComment(report)).toContain('Not comparable with the baseline: Go version: go1.25.5 there');
  });

  test('the marker is the first line, and no key can end it or look like another', () => {
    const first = (key: string): string => prComment(given.report({ key })).split('\n', 1)[0]!;
    expect(first('cmd/api')).toBe('<!-- leakgate:v1 key=cmd/api -->');
    for (const key of ['--><b>', 'a--b---', '-', '\n', 'ü \ud800', '']) {
      expect(first(key)).toMatch(/^<!-- leakgate:v1 key=(?:(?!--)[^\s<>])* -->$/);
    }
    expect(first('api').startsWith(first('ap'))).toBe(false);
  });
});
