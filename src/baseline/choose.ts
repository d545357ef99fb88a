import { displayName } from './names.ts';
import { newestFirst } from './retention.ts';
import type { BaselineEntry } from './store.ts';

/** What the choice depends on: a part of the run's event, and the input `baseline-branch`. */
export interface ChoiceEvent {
  kind: 'push' | 'pull_request' | 'merge_group' | 'other' | 'local';
  branch: string;
  baseBranch: string | null;
  defaultBranch: string | null;
  /** The input `baseline-branch`. */
  override?: string | undefined;
  /** Commits that the run measures itself: held against their own baseline they would always pass. */
  own: readonly string[];
  /** Of the commit that is measured, ISO 8601. */
  committedAt: string | null;
}

/** The commits that the run's code builds on. */
export interface Ancestry {
  /** Newest first: no commit stands before one that builds on it. */
  commits: readonly string[];
  /** Why older ones, or all, aren't known; null when nothing is missing. */
  missing: string | null;
}

export interface Candidate {
  branch: string;
  /** `` `main`, the base of this pull request``: fits after "compared with". */
  reason: string;
}

/** Which branches' baselines a run may be held against, best first. */
export function chooseBranches(event: Omit<ChoiceEvent, 'own' | 'committedAt'>): Candidate[] {
  if (event.override !== undefined && event.override !== '')
    return [{ branch: event.override, reason: `\`${event.override}\`, as the input \`baseline-branch\` says` }];
  const first = firstChoice(event);
  const candidates = first === null ? [] : [first];
  const fallback = event.defaultBranch;
  if (fallback !== null && fallback !== first?.branch)
    candidates.push({ branch: fallback, reason: `\`${fallback}\`, the default branch` });
  return candidates;
}

function firstChoice({ kind, branch, baseBranch }: Omit<ChoiceEvent, 'own' | 'committedAt'>): Candidate | null {
  if (kind === 'pull_request' && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, the base of this pull request` };
  if (kind === 'merge_group' && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, which this merge group is for` };
  // A tag made from a branch.
  if (kind === 'other' && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, which this run is based on` };
  // A pull request of unknown base: its own branch would compare it with itself.
  if (kind === 'pull_request' || kind === 'merge_group' || branch === '') return null;
  const words = kind === 'push' ? 'the pushed branch' : 'the branch of this run';
  return { branch, reason: `\`${branch}\`, ${words}` };
}

export interface Choice {
  entry: BaselineEntry | null;
  /** Where it was found, or where it was looked for first. */
  branch: string;
  /** One sentence for the report: which baseline and why, or why there is none. */
  reason: string;
}

/**
 * Picks the baseline of the nearest commit that the run's code builds on: of the candidates in turn, then of any branch
 * (one that was renamed, or is gone). Where there is none, the newest of the best candidate.
 */
export function chooseBaseline(entries: readonly BaselineEntry[], event: ChoiceEvent, ancestry: Ancestry): Choice {
  const usable = entries.filter(({ sha }) => sha === '' || !event.own.includes(sha)).toSorted(newestFirst);
  const candidates = chooseBranches(event).map((candidate) => ({ ...candidate, entries: of(candidate, usable) }));
  const without = candidates.filter((candidate) => candidate.entries.length === 0).map(({ reason }) => reason);
  for (const candidate of candidates) {
    const entry = nearest(candidate.entries, ancestry);
    if (entry !== null) return found(candidate, entry, candidate.entries, without);
  }
  const anywhere = event.override ? null : nearest(usable, ancestry);
  if (anywhere !== null) {
    const { branch } = anywhere;
    return found({ branch, reason: `\`${branch}\`, a branch with the same history` }, anywhere, [], without);
  }
  const fallback = candidates.find((candidate) => candidate.entries.length > 0);
  if (fallback !== undefined) return newest(fallback, event, ancestry);
  return { entry: null, branch: candidates[0]?.branch ?? '', reason: none(without) };
}

const of = ({ branch }: Candidate, entries: readonly BaselineEntry[]): BaselineEntry[] =>
  entries.filter((entry) => displayName(entry.branch) === displayName(branch));

function nearest(entries: readonly BaselineEntry[], { commits }: Ancestry): BaselineEntry | null {
  const bySha = new Map(entries.map((entry) => [entry.sha, entry]));
  const sha = commits.find((commit) => bySha.has(commit));
  return sha === undefined ? null : bySha.get(sha)!;
}

function found(
  { branch, reason }: Candidate,
  entry: BaselineEntry,
  all: readonly BaselineEntry[],
  without: readonly string[],
): Choice {
  const newer = all.indexOf(entry);
  const beyond = newer <= 0 ? '' : ` (${newer} newer ${newer === 1 ? 'one isn’t' : 'ones aren’t'} part of it)`;
  const which = `at ${short(entry)}: the nearest commit with a baseline that this run builds on`;
  return { entry, branch, reason: `Compared with ${reason}, ${which}${beyond}${skipped(without, branch)}.` };
}

/** Not later than the commit if there is such a one, so that the re-run of an old commit isn't held against newer ones. */
function newest(
  { branch, reason, entries }: Candidate & { entries: readonly BaselineEntry[] },
  { committedAt }: ChoiceEvent,
  { missing }: Ancestry,
): Choice {
  const untilMs = committedAt === null ? Infinity : Date.parse(committedAt);
  const entry = entries.find(({ at }) => Date.parse(at) <= untilMs) ?? entries[0]!;
  const why =
    missing === null ? 'none is of a commit that this run builds on' : `the history isn’t known far enough: ${missing}`;
  return { entry, branch, reason: `Compared with the newest baseline of ${reason}, at ${short(entry)}; ${why}.` };
}

const short = ({ sha }: BaselineEntry): string => (sha === '' ? 'no commit' : sha.slice(0, 7));

const skipped = (without: readonly string[], branch: string): string => {
  const others = without.filter((reason) => !reason.startsWith(`\`${branch}\``));
  return others.length === 0 ? '' : `; there is no baseline yet for ${others.join(', nor for ')}`;
};

const none = (without: readonly string[]): string =>
  without.length === 0
    ? 'No baseline: the branch to compare with is unknown. Name it with the input `baseline-branch`.'
    : `No baseline yet for ${without.join(', nor for ')}.`;
