import { expect, test } from 'vitest';
import type { TestedPackage } from '../../../src/model.ts';
import { packageLine } from '../../../src/reporters/package-line.ts';

test('a line for each package', () => {
  const passed: TestedPackage = {
    path: 'x/jobs',
    outcome: 'pass',
    durationMs: 120,
    cached: false,
    tests: 2,
    failed: [],
  };
  const failed: TestedPackage = {
    ...passed,
    path: 'x/api',
    outcome: 'fail',
    failed: [{ test: 'TestGet', output: 'bad' }],
  };
  const lines = [
    packageLine(passed, 0, false),
    packageLine({ ...passed, cached: true }, 1, false),
    packageLine(failed, 0, false),
    packageLine({ ...failed, outcome: 'build' }, 0, false),
    packageLine({ ...passed, outcome: 'none' }, 0, false),
  ];
  expect(lines.map((line) => line.replaceAll(/[ \u00a0\u202f]+/g, ' ').trim())).toEqual([
    '✔ x/jobs 120 ms',
    '✘ x/jobs cached a goroutine left behind',
    '✘ x/api 120 ms failed: TestGet',
    '✘ x/api 120 ms does not build',
    '',
  ]);
});
