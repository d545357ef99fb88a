import { expect, test } from 'vitest';
import { crashReport } from '../../../src/checks/crash.ts';

const frame = { function: 'main.put', file: 'cache.go', line: 27, own: true };
const crash = { message: 'panic: assignment to entry in nil map', frames: [frame], count: 1, fatal: true };

test('a panic is red, at its own line, with its first lines', () => {
  const output = ['listening', 'panic: assignment to entry in nil map', '', 'goroutine 7 [running]:', 'main.put(...)'];
  const report = crashReport([crash], output);
  expect(report).toMatchObject({
    outcome: 'fail',
    findings: [{ kind: 'crash', site: { file: 'cache.go', line: 27 } }],
  });
  expect(report.findings[0]?.facts?.map(({ text }) => text)).toEqual([output[1], output[3], output[4]]);
});

test('a service that goes without a panic is shown by its last words', () => {
  const report = crashReport([{ ...crash, message: 'the service exited', frames: [] }], ['a', 'b']);
  expect(report.findings[0]?.facts?.map(({ text }) => text)).toEqual(['a', 'b']);
});
