import type { Entry } from './manifest.ts';
import type { RunRecord } from './record.ts';
import { ofKind, runsOf, scores, sumOf, type Score } from './score.ts';
import { falseAlarms, rate, smallest } from './table.ts';

/** The README's few lines about how often the verdict is right: a pure function of the manifest and the results. */
export function accuracySummary(entries: readonly Entry[], records: readonly RunRecord[]): string {
  const all = scores(entries, records);
  if (all.length === 0) return 'Nothing was run yet.';
  const counts = [
    right(ofKind(all, 'heap'), 'found', 'heap leaks named at their line'),
    right(ofKind(all, 'goroutine'), 'found', 'goroutine leaks named at their line'),
    right(ofKind(all, 'fd'), 'found', 'file descriptor leaks named at their line'),
    right(ofKind(all, 'healthy'), 'quiet', 'healthy look-alikes left alone'),
    right(ofKind(all, 'speed'), 'found', 'slow-downs found'),
    right(ofKind(all, 'same'), 'quiet', 'changes of nothing left alone'),
  ];
  return [...counts, falseAlarms(all), smallest(all)]
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n');
}

function right(some: readonly Score[], outcome: 'found' | 'quiet', what: string): string {
  return some.length === 0 ? '' : `${rate(sumOf(some, outcome), runsOf(some))} ${what}.`;
}
