import type { Entry } from './manifest.ts';
import type { RunRecord } from './record.ts';
import { ofKind, runsOf, scores, sumOf, type Score } from './score.ts';
import { rate, table } from './table.ts';

/** The counting checks with other versions of Go, a row for each set of results. Speed is compared within a run, of whichever version. */
export const toolchainTable = (entries: readonly Entry[], results: readonly RunRecord[][]): string =>
  table(
    ['Go', 'heap leaks', 'goroutine leaks', 'file descriptor leaks', 'healthy look-alikes', 'not right'],
    results
      .filter((records) => records.length > 0)
      .map((records) => {
        const all = scores(entries, records);
        const wrong = all.filter(({ counts, records: runs }) => counts.found + counts.quiet < runs.length);
        return [
          records[0]!.go.replace(/^go/, ''),
          found(ofKind(all, 'heap')),
          found(ofKind(all, 'goroutine')),
          found(ofKind(all, 'fd')),
          share(ofKind(all, 'healthy'), 'quiet'),
          wrong.map(({ entry }) => `\`${entry.name}\``).join(', '),
        ];
      }),
  );

const share = (some: readonly Score[], outcome: 'found' | 'quiet'): string =>
  some.length === 0 ? '' : rate(sumOf(some, outcome), runsOf(some));
const found = (some: readonly Score[]): string => share(some, 'found');
