import { LeakgateError } from '../errors.ts';
import type { LoadSummary } from '../model.ts';
import { failedRequests } from './load-summary.ts';
import { amountText, counted, listed } from './wording.ts';

/**
 * A load counts as a measurement when at least one request got what the scenario expects. How many may fail is the
 * `qps` check's business; without a single good answer there is nothing to judge, and green would be a lie.
 * @throws LeakgateError `measurement` with the counts.
 */
export function assertMeasured(load: LoadSummary): void {
  if (load.sent > 0 && failedRequests(load) < load.sent) return;
  if (load.sent === 0) throw new LeakgateError('measurement', 'Not a single request was sent to the service.');
  throw new LeakgateError(
    'measurement',
    `None of ${counted(load.sent, 'request')} got the expected answer: ${causes(load)}.`,
    {
      hint: hint(load),
    },
  );
}

function causes({ unexpected, errors, timeouts, lost, statuses }: LoadSummary): string {
  const kinds: [number, string][] = [
    [unexpected, `answered with ${listed(statusCounts(statuses))}`],
    [errors, 'refused, reset or closed without an answer'],
    [timeouts, 'timed out'],
    [lost, 'lost without a trace'],
  ];
  return kinds.flatMap(([n, what]) => (n === 0 ? [] : [`${amountText(n)} ${what}`])).join(', ');
}

/** `500`, or `500 (1,200×)` when there are several, the most frequent first. */
function statusCounts(statuses: Record<string, number>): string[] {
  return Object.entries(statuses)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([status, n], _, { length }) => (length === 1 ? status : `${status} (${amountText(n)}×)`));
}

function hint({ unexpected, errors, timeouts, lost }: LoadSummary): string {
  const most = Math.max(unexpected, timeouts, errors + lost);
  if (most === unexpected)
    return 'Check the paths, headers and bodies of the scenario; if the status is intended, write it: `GET /path -> 404`.';
  if (most === timeouts) return 'A handler waits for something that never comes, such as a database that is not there.';
  return 'The service closed connections without an answer: a handler panicked, or the service went away. Read what it prints.';
}
