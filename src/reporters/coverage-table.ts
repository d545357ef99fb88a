import type { AliveGoroutines, CheckReport, GoroutineLives, LeakKind, LeakProneSite } from '../model.ts';
import type { Say, Word } from '../words/say.ts';
import { formatCount, formatShare } from './numbers.ts';

const nouns: Readonly<Record<LeakKind, Word>> = {
  go: 'go statements',
  context: 'contexts',
  timer: 'timers',
  channel: 'channel operations',
  response: 'HTTP responses',
  pool: 'uses of pools',
  growing: 'collections that grow',
};

/** Titles of the columns. */
export const coverageHead = (say: Say): string[] => [say('What can leak'), say('Lines'), say('Run'), say('Share')];

/** A row for each kind; null without such a check, or without such lines. */
export function coverageCells({ coverage }: Pick<CheckReport, 'coverage'>, say: Say): string[][] | null {
  if (coverage === undefined || coverage.kinds.length === 0) return null;
  return coverage.kinds.map(({ kind, sites, reached }) => [
    say(nouns[kind]),
    formatCount(sites),
    formatCount(reached),
    formatShare(reached / sites),
  ]);
}

/** What is known of the routes that lead to a line which wasn't run; empty where nothing is. */
export const waysTo = ({ routes = [] }: LeakProneSite, say: Say): string[] =>
  routes.map(({ method, path, may, ran }) => {
    const route = `${method} ${path}`.trim();
    if (ran === null) return may ? say('{route} may lead here', { route }) : say('{route} leads here', { route });
    if (ran)
      return may
        ? say('{route} may lead here, by a branch that no request took', { route })
        : say('{route} leads here, by a branch that no request took', { route });
    return may
      ? say('{route} may lead here, and no request ran it', { route })
      : say('{route} leads here, and no request ran it', { route });
  });

/** `1,009 started, 1,006 ended, 3 wait in chan receive`, with what is known of the others. */
export function lifeOf({ runs, alive, lives }: LeakProneSite, say: Say): string {
  if (alive === undefined) return say('{n} times', { n: formatCount(runs) });
  const ended = Math.max(0, runs - alive.count);
  const states = Object.entries(alive.states).map(([state, n]) => say('{n} in {state}', { n: formatCount(n), state }));
  const waits = alive.minutes > 0 ? [say('the longest for {n} min', { n: formatCount(alive.minutes) })] : [];
  return [
    say('{started} started, {ended} ended', { started: formatCount(runs), ended: formatCount(ended) }),
    ...states,
    ...waits,
    ...wakersOf(alive, say),
    ...(lives === undefined ? [] : blockedShares(lives, say)),
  ].join(', ');
}

/** Reasons that took less of the goroutines' time than this aren't told. */
const leastToldShare = 0.01;

function blockedShares({ runnableMs, runningMs, syscallMs, blocked }: GoroutineLives, say: Say): string[] {
  const all = blocked.reduce((sum, { ms }) => sum + ms, runnableMs + runningMs + syscallMs);
  return blocked
    .filter(({ ms }) => ms >= all * leastToldShare)
    .map(({ reason, ms }) => say('{share} of the time in {state}', { share: formatShare(ms / all), state: reason }));
}

/** Results from before it was told who wakes the others hold what was proven. */
function wakersOf({ wakers, proven }: AliveGoroutines, say: Say): string[] {
  const { nobody, referenced, runtime, unknown } = wakers ?? { nobody: proven, referenced: 0, runtime: 0, unknown: 0 };
  return [
    nobody > 0 && say('nothing is left to wake {n} of them', { n: formatCount(nobody) }),
    referenced > 0 && say('something could still wake {n} of them', { n: formatCount(referenced) }),
    runtime > 0 && say('a timer or the system wakes {n} of them', { n: formatCount(runtime) }),
    unknown > 0 && say('it isn’t known what could wake {n} of them', { n: formatCount(unknown) }),
  ].filter((one) => one !== false);
}

export const coverageNote: Word =
  'Lines of the service’s own code that can leak, and whether the load ran them. What it doesn’t run, no check can see.';
