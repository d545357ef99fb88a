import type { StoredBaseline } from './schema.ts';
import type { BaselineStore } from './store.ts';

/** What the choice depends on: a part of the run's event, and the input `baseline-branch`. */
export interface ChoiceEvent {
  kind: 'push' | 'pull_request' | 'other' | 'local';
  branch: string;
  baseBranch: string | null;
  defaultBranch: string | null;
  /** The input `baseline-branch`. */
  override?: string | undefined;
}

export interface Candidate {
  branch: string;
  /** `` `main`, the base of this pull request ``: fits after "compared with the baseline of". */
  reason: string;
}

/** Which branches' baselines a run may be held against, best first. */
export function chooseBranches(event: ChoiceEvent): Candidate[] {
  if (event.override !== undefined && event.override !== '')
    return [{ branch: event.override, reason: `\`${event.override}\`, as the input \`baseline-branch\` says` }];
  const first = firstChoice(event);
  const candidates = first === null ? [] : [first];
  const fallback = event.defaultBranch;
  if (fallback !== null && fallback !== first?.branch)
    candidates.push({ branch: fallback, reason: `\`${fallback}\`, the default branch` });
  return candidates;
}

function firstChoice({ kind, branch, baseBranch }: ChoiceEvent): Candidate | null {
  if (kind === 'pull_request' && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, the base of this pull request` };
  // A merge queue's group, or a tag made from a branch.
  if (kind === 'other' && baseBranch !== null)
    return { branch: baseBranch, reason: `\`${baseBranch}\`, which this run is based on` };
  // A pull request of unknown base: its own branch would compare it with itself.
  if (kind === 'pull_request' || branch === '') return null;
  const words = kind === 'push' ? 'the pushed branch' : 'the branch of this run';
  return { branch, reason: `\`${branch}\`, ${words}` };
}

export interface Choice {
  baseline: StoredBaseline | null;
  /** Where it was found, or where it was looked for first. */
  branch: string;
  /** One sentence for the report: which baseline and why, or why there is none. */
  reason: string;
}

/** Reads the candidates in turn until one has a baseline. Errors pass through: a damaged baseline isn't skipped. */
export async function readFirst(
  candidates: readonly Candidate[],
  key: string,
  store: Pick<BaselineStore, 'read'>,
  signal: AbortSignal,
): Promise<Choice> {
  const without: string[] = [];
  for (const { branch, reason } of candidates) {
    const baseline = await store.read(branch, key, signal);
    if (baseline !== null) return { baseline, branch, reason: `Compared with ${reason}${skipped(without)}.` };
    without.push(reason);
  }
  return { baseline: null, branch: candidates[0]?.branch ?? '', reason: none(without) };
}

const skipped = (without: string[]): string =>
  without.length === 0 ? '' : `; there is no baseline yet for ${without.join(', nor for ')}`;

const none = (without: string[]): string =>
  without.length === 0
    ? 'No baseline: the branch to compare with is unknown. Name it with the input `baseline-branch`.'
    : `No baseline yet for ${without.join(', nor for ')}.`;
