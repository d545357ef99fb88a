import type { CheckReport, GoroutineLives, LeakProneSite } from '../model.ts';
import type { Say, Word } from '../words/say.ts';
import { formatCount, formatShare, formatValue } from './numbers.ts';

/** Titles of the columns behind the place of a `go` statement. */
export const lifecycleHead = (say: Say): string[] => [
  say('New'),
  say('Ended'),
  say('Alive'),
  say('Traced'),
  say('Ready to run'),
  say('Running'),
  say('Blocked'),
  say('Longest wait'),
];

/** The `go` statements that were run, most started first, and their cells; null where no trace tells of any. */
export function lifecycles({
  coverage,
}: Pick<CheckReport, 'coverage'>): { site: LeakProneSite; cells: string[] }[] | null {
  const { started = [] } = coverage ?? {};
  if (!started.some(({ lives }) => lives !== undefined)) return null;
  return started.map((site) => ({ site, cells: cellsOf(site) }));
}

function cellsOf({ runs, alive, lives }: LeakProneSite): string[] {
  const counts = [runs, Math.max(0, runs - (alive?.count ?? 0)), alive?.count ?? 0, lives?.started ?? 0];
  return [...counts.map(formatCount), ...(lives === undefined ? ['–', '–', '–', '–'] : timesOf(lives))];
}

function timesOf({ runnableMs, runningMs, syscallMs, blocked }: GoroutineLives): string[] {
  const blockedMs = blocked.reduce((sum, { ms }) => sum + ms, 0);
  const [ready, running] = [runnableMs, runningMs + syscallMs];
  const all = ready + running + blockedMs;
  const share = (ms: number): string => (all > 0 ? shareText(ms / all) : '–');
  const [longest] = blocked.toSorted((a, b) => b.longestMs - a.longestMs);
  return [
    share(ready),
    share(running),
    share(blockedMs),
    longest === undefined ? '–' : `${formatValue(longest.longestMs, 'ms')} ${longest.reason}`,
  ];
}

/** The least share that is shown as more than nothing. */
const least = 0.0001;

const shareText = (share: number): string =>
  share > 0 && share < least ? `< ${formatShare(least)}` : formatShare(share);

export const lifecycleNote: Word =
  'From its start a goroutine is ready, runs, or is blocked, until it has ended. The shares are of their time in a short trace beside the load, which follows those that start in it, at most to its end.';
