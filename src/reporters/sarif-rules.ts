import type { Finding } from '../model.ts';

/** A kind of result, with the texts that code scanning asks for. None of them may be empty. */
interface Rule {
  id: string;
  name: string;
  short: string;
  full: string;
  help: string;
  level: 'error' | 'warning';
  matches: (finding: Finding) => boolean;
}

/** The first that matches names a result; the last matches all. */
export const rules: readonly Rule[] = [
  {
    id: 'leakgate/crash',
    name: 'CrashUnderLoad',
    short: 'The service crashes under load',
    full: 'The service went down, or a handler panicked, while it answered the requests of the scenario.',
    help: 'The flow shows the calls that lead to the line. A crash under load is often a race: shared state without a lock.',
    level: 'error',
    matches: ({ kind }) => kind === 'crash',
  },
  {
    id: 'leakgate/descriptor-leak',
    name: 'DescriptorLeak',
    short: 'Files or sockets are never closed',
    full: 'File descriptors that are opened here stay open after their requests have been answered. Their number grows with the requests.',
    help: 'Close response bodies, rows, files and connections on every path, errors included.',
    level: 'error',
    matches: ({ id }) => id.startsWith('goroutine-leak/descriptors/'),
  },
  {
    id: 'leakgate/goroutine-leak',
    name: 'GoroutineLeak',
    short: 'Goroutines never end',
    full: 'Goroutines that are started here are still there after their requests have been answered and the service has come to rest. Their number grows with the requests.',
    help: 'Give each goroutine a way to end: select on the context’s Done beside every send and receive, give a channel room for its one value, stop timers and tickers, close what is ranged over.',
    level: 'error',
    matches: ({ kind, unit, id }) => kind === 'leak' && (unit === 'goroutines' || id.startsWith('goroutine-leak/')),
  },
  {
    id: 'leakgate/pool-misuse',
    name: 'PoolMisuse',
    short: 'A sync.Pool doesn’t reuse its objects',
    full: 'What is taken out of this pool is never put back, or what is put in is never taken out, or it keeps objects that have grown large.',
    help: 'Put back on every path what was taken, and drop objects that have grown large instead of putting them back.',
    level: 'error',
    matches: ({ id }) => id.startsWith('heap-leak/pool/'),
  },
  {
    id: 'leakgate/heap-leak',
    name: 'HeapLeak',
    short: 'Memory stays with each request',
    full: 'What is allocated here is still reachable after the requests have been answered, the garbage collector has run and the service has rested. It grows with the number of requests.',
    help: 'Bound maps, slices and caches, delete entries that are no longer needed, and let go of large values that closures or small slices keep. The message says what keeps the memory alive where that is known.',
    level: 'error',
    matches: ({ kind }) => kind === 'leak',
  },
  {
    id: 'leakgate/cost',
    name: 'CostIncrease',
    short: 'A request costs more than on the base branch',
    full: 'A request allocates or computes more than before, and this line contributes most to it.',
    help: 'Compare what the line allocates with what it did before the change.',
    level: 'warning',
    matches: () => true,
  },
];

export function ruleOf(finding: Finding): Rule {
  return rules.find(({ matches }) => matches(finding))!;
}
