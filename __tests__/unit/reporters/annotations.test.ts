import { expect, test } from 'vitest';
import { annotations } from '../../../src/reporters/index.ts';
import * as given from './reports.ts';

test('errors stand at the leaking lines, with the source and the cure', () => {
  const [first] = annotations(given.failing);
  expect(first).toMatchObject({
    level: 'error',
    title: 'Heap growth in session.newEntry',
    file: 'internal/session/cache.go',
    line: 23,
  });
  expect(first!.message).toContain('internal/session/cache.go:23: return &Entry{');
  expect(first!.message).toContain('usual cure: bound the map');
});

test('on a change they stand at its line that leads to the leak, and name the leak', () => {
  const changes = { since: 'abc', files: [{ file: 'internal/api/login.go', lines: [[50, 60]] as [number, number][] }] };
  const [first] = annotations({ ...given.failing, changes });
  expect(first).toMatchObject({ title: 'Heap growth in session.newEntry', file: 'internal/api/login.go', line: 58 });
  expect(first!.message).toContain('internal/session/cache.go:23: return &Entry{');
});

test('undecided metrics are warnings, passing runs say nothing', () => {
  expect(annotations(given.inconclusive)).toMatchObject([{ level: 'warning', title: 'Latency p99 (undecided)' }]);
  expect(annotations(given.passing)).toEqual([]);
});

test('at most eight of each level, worst first, and a notice about the rest', () => {
  const warned = given.heapCheck({
    findings: Array.from({ length: 20 }, () => ({ ...given.heapLeak, outcome: 'warn' as const })),
  });
  const shown = annotations({ ...given.hundredFindings, checks: [warned, ...given.hundredFindings.checks] });
  expect(shown.map(({ level }) => level)).toEqual([
    ...Array.from({ length: 8 }, () => 'error'),
    ...Array.from({ length: 8 }, () => 'warning'),
    'notice',
  ]);
  expect(shown.at(-1)!.message).toBe('164 more findings are in the report.');
});

test('code of others has no file in the repository to point at', () => {
  const stack = [{ function: 'net/http.(*conn).serve', file: 'net/http/server.go', line: 2104, own: false }];
  const site = { function: 'net/http.(*conn).serve', file: 'net/http/server.go', line: 2104, stack };
  const check = given.goroutineCheck({ outcome: 'fail', findings: [{ ...given.goroutineLeak, site }] });
  const [only] = annotations(given.report({ verdict: 'fail', checks: [check] }));
  expect(only).not.toHaveProperty('file');
  expect(only!.title).toBe('Goroutines left by 1,000 requests in http.(*conn).serve');
});

test("a failed build marks the compiler's lines", () => {
  expect(annotations(given.buildError)).toMatchObject([
    { level: 'error', title: 'Leakgate' },
    { file: 'internal/session/cache.go', line: 23, message: 'undefined: Entri' },
    { file: 'internal/session/cache.go', line: 31 },
  ]);
});
