import { expect, test } from 'vitest';
import { accuracySummary } from '../../accuracy/summary.ts';
import { finished, sample } from './records.ts';

test('the few lines of the README count right and wrong by kind', () => {
  const records = [
    finished('small', 'found'),
    finished('large', 'misnamed'),
    finished('stuck', 'missed'),
    finished('calm', 'quiet'),
    finished('calm', 'false-alarm', { run: 2 }),
    finished('slower', 'undecided'),
  ];
  expect(accuracySummary(sample, records)).toMatchInlineSnapshot(`
    "- 1 of 2 (1–99 %) heap leaks named at their line.
    - 0 of 1 (0–98 %) goroutine leaks named at their line.
    - 1 of 2 (1–99 %) healthy look-alikes left alone.
    - 0 of 1 (0–98 %) slow-downs found.
    - False alarms: 1 in 2 runs of services in order; with 95 % confidence fewer than 98.7 %.
    - Smallest that was found in 95 % of its runs or more: 16 B with one request in 2."
  `);
});

test('kinds that weren’t run aren’t spoken of', () => {
  expect(accuracySummary(sample, [finished('stuck', 'found')])).not.toMatch(/heap|look-alikes|slow-downs/);
  expect(accuracySummary(sample, [])).toBe('Nothing was run yet.');
});
