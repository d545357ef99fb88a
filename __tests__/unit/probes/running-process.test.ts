import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { runningProcess } from '../../../src/probes/running-process.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'leakgate-proc-'));
  mkdirSync(join(root, '7'));
  symlinkSync('/srv/api (deleted)', join(root, '7/exe'));
  // The name of a process may hold anything.
  const fields = ['S', ...Array.from({ length: 18 }, () => '0'), '12345', '0'];
  writeFileSync(join(root, '7/stat'), `7 (a) 1 2) ${fields.join(' ')}\n`);
  writeFileSync(join(root, 'stat'), 'cpu 1 2 3\nbtime 1700000000\n');
});
afterAll(() => rmSync(root, { recursive: true }));

test('tells the program, whether its file was replaced, and since when it runs', () => {
  expect(runningProcess(7, root)).toEqual({
    pid: 7,
    binary: join(root, '7/exe'),
    program: '/srv/api',
    replaced: true,
    startedAt: new Date(1_700_000_123_450).toISOString(),
  });
});

test('of this very process', () => {
  const { program, replaced, startedAt } = runningProcess(process.pid);
  expect([program, replaced]).toEqual([process.execPath, false]);
  const age = Date.now() - Date.parse(startedAt!);
  expect(Math.abs(age - performance.now())).toBeLessThan(3_600_000);
});

test('a process that isn’t there is an error of the command line', () => {
  expect(() => runningProcess(8, root)).toThrow(LeakgateError);
  expect(() => runningProcess(8, root)).toThrow('There is no process 8 that runs a program.');
});
