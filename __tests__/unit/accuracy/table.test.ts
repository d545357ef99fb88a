import { describe, expect, test } from 'vitest';
import { parseRecords, type RunRecord } from '../../accuracy/record.ts';
import { bytesPerRequest, ofKind, scores, smallestFound } from '../../accuracy/score.ts';
import { accuracyReport, rate } from '../../accuracy/table.ts';
import { finished, sample } from './records.ts';

describe('the published table', () => {
  test('counts right and wrong, names every exception, says how noisy it was', () => {
    const cpu = (delta: number) => ({
      effects: { 'qps/cpu': [delta, delta - 0.02, delta + 0.02] as [number, number, number] },
    });
    const records = [
      finished('small', 'found', { astray: [{ id: 'heap-leak/site/other', at: 'small/main.go:3' }] }),
      finished('large', 'misnamed', { measuredSeconds: 55 }),
      finished('stuck', 'missed'),
      finished('calm', 'quiet', { load: 9 }),
      finished('calm', 'false-alarm', { run: 2 }),
      finished('slower', 'found', cpu(0.09)),
      finished('slower', 'undecided', { run: 2, ...cpu(0.11) }),
      finished('alike', 'quiet', cpu(0.001)),
    ];
    expect(accuracyReport(sample, records)).toMatchInlineSnapshot(`
      "| services | kinds | runs | right: named at its line, or quiet | otherwise |
      | --- | --: | --: | --: | --: |
      | Heap leaks | 2 | 2 | 1 of 2 (1–99 %) | 1 red elsewhere |
      | Goroutine leaks | 1 | 1 | 0 of 1 (0–98 %) | 1 missed |
      | Healthy look-alikes | 1 | 2 | 1 of 2 (1–99 %) | 1 false alarm |

      | injected | runs | right: red, or quiet | otherwise | read as (median) |
      | --- | --: | --: | --: | --: |
      | +10 % CPU | 2 | 1 of 2 (1–99 %) | 1 can’t tell | +10.0 % |
      | nothing: a comment | 1 | 1 of 1 (3–100 %) |  | n/a |

      - Smallest that was found in 95 % of its runs or more: 16 B with one request in 2.
      - False alarms: 1 in 3 runs of services in order; with 95 % confidence fewer than 90.6 %.
      - Other lines than the guilty one were red as well in 1 of the 1 runs that found a leak.
      - Measuring took, builds apart: leaky 30 s (at most 55 s), healthy 30 s (at most 30 s), pairs 30 s (at most 30 s).
      - Load average before the runs: median 1.5, at most 9.0. CPU per request was known to ±2.0 %.
      - CPU × 2 cores, go1.26.8, one build of Leakgate, 2026-11-25.

      Not right in every run:

      - \`large\` (chi; a large one): 1 red elsewhere
      - \`stuck\` (net/http; a stuck one): 1 missed
      - \`calm\` (echo; a cache): 1 false alarm
      - \`slower\` (net/http; more work): 1 can’t tell"
    `);
  });

  test('is one sentence before the first run', () => expect(accuracyReport(sample, [])).toBe('Nothing was run yet.'));

  test('never adds up runs of two programs', () => {
    const records = [
      finished('small', 'missed', { program: 'older', at: '2026-11-24T20:00:00.000Z' }),
      finished('small', 'found', { program: 'newer' }),
    ];
    expect(scores(sample, records)[0]!.counts).toMatchObject({ found: 1, missed: 0 });
    expect(accuracyReport(sample, records)).toContain(
      'earlier builds, not counted above: 0 of 1 right (not `small` missed)',
    );
  });

  test('leaves out what the manifest no longer has', () => {
    expect(scores(sample, [finished('gone', 'missed')])).toEqual([]);
  });
});

test('a share carries its interval', () => expect(rate(19, 20)).toBe('19 of 20 (75–100 %)'));

describe('the results file', () => {
  test('is one run a line', () => {
    const record = finished('small', 'found', {
      failed: [{ id: 'a', at: null }],
      effects: { 'qps/cpu': [0, -0.1, 0.1] },
    });
    expect(parseRecords(`${JSON.stringify(record)}\n\n`, 'x.jsonl')).toEqual([record]);
  });
  test('names the line that is none', () => {
    expect(() => parseRecords(`${JSON.stringify(finished('small', 'found'))}\n{"entry":"b"}\n`, 'x.jsonl')).toThrow(
      'x.jsonl:2',
    );
  });
});

test('the smallest that counts as found needs 19 of 20 runs', () => {
  const runs = (entry: string, found: number): RunRecord[] =>
    Array.from({ length: 20 }, (_, index) => finished(entry, index < found ? 'found' : 'missed', { run: index + 1 }));
  const size = (some: RunRecord[]) => smallestFound(ofKind(scores(sample, some), 'heap'), bytesPerRequest)?.name;
  expect(size([...runs('small', 19), ...runs('large', 20)])).toBe('small');
  expect(size([...runs('small', 18), ...runs('large', 20)])).toBe('large');
  expect(size(runs('small', 18))).toBeUndefined();
});
