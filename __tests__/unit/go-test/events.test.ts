import { expect, test } from 'vitest';
import { readEvents, type PackageRun } from '../../../src/go-test/events.ts';

function read(events: readonly (object | string)[]): { packages: PackageRun[]; heard: string[]; build: string } {
  const heard: string[] = [];
  const reader = readEvents(({ path, outcome }) => heard.push(`${path} ${outcome}`));
  for (const one of events) reader.line(typeof one === 'string' ? one : JSON.stringify(one));
  return { packages: reader.packages, heard, build: reader.buildOutput() };
}

const output = (Package: string, Output: string, Test?: string) => ({ Action: 'output', Package, Output, Test });

test('a package that passed, with its tests and its time', () => {
  const { packages } = read([
    { Action: 'start', Package: 'x/a' },
    { Action: 'run', Package: 'x/a', Test: 'TestA' },
    output('x/a', '=== RUN   TestA\n', 'TestA'),
    { Action: 'pass', Package: 'x/a', Test: 'TestA/sub', Elapsed: 0 },
    { Action: 'pass', Package: 'x/a', Test: 'TestA', Elapsed: 0 },
    output('x/a', 'ok  \tx/a\t0.123s\n'),
    { Action: 'pass', Package: 'x/a', Elapsed: 0.123 },
  ]);
  expect(packages).toEqual([
    expect.objectContaining({
      path: 'x/a',
      outcome: 'pass',
      durationMs: 123,
      cached: false,
      tests: ['TestA'],
      failed: [],
    }),
  ]);
});

test('an earlier result is told as such', () => {
  const { packages } = read([output('x/a', 'ok  \tx/a\t(cached)\n'), { Action: 'pass', Package: 'x/a', Elapsed: 0 }]);
  expect(packages[0]?.cached).toBe(true);
});

test('failed tests with what they said, subtests too', () => {
  const { packages } = read([
    output('x/a', '    a_test.go:9: bad\n', 'TestA/sub'),
    { Action: 'fail', Package: 'x/a', Test: 'TestA/sub' },
    { Action: 'fail', Package: 'x/a', Test: 'TestA' },
    { Action: 'fail', Package: 'x/a', Elapsed: 1 },
  ]);
  expect(packages[0]).toMatchObject({
    outcome: 'fail',
    tests: ['TestA'],
    failed: [
      { test: 'TestA/sub', output: '    a_test.go:9: bad\n' },
      { test: 'TestA', output: '' },
    ],
  });
});

test('packages in turn, one without tests, one that does not build', () => {
  const { heard, build } = read([
    '# x/b',
    'b/b.go:3:1: syntax error',
    { Action: 'build-output', ImportPath: 'x/b', Output: 'b/b.go:4:1: another\n' },
    output('x/b', 'FAIL\tx/b [build failed]\n'),
    output('x/c', '?   \tx/c\t[no test files]\n'),
    { Action: 'fail', Package: 'x/b', FailedBuild: 'x/b' },
    { Action: 'skip', Package: 'x/c' },
  ]);
  expect(heard).toEqual(['x/b build', 'x/c none']);
  expect(build).toBe('# x/b\nb/b.go:3:1: syntax error\nb/b.go:4:1: another\n');
});

test('a line that begins like an event and is none', () => {
  expect(read(['{broken', '{"Action": 7}']).build).toBe('{broken\n{"Action": 7}\n');
});
