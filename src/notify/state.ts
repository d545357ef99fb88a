import type { Report } from '../model.ts';
import type { Before } from '../reporters/index.ts';

interface Known {
  /** The pull request's comment as it was before this run; undefined when there was none. */
  comment: string | undefined;
  /** The commit that the branch had at the run before: what a push replaced, or the same commit again. Null when not known. */
  lastSha: string | null;
}

/**
 * How the branch or pull request stood before this run, without a record of its own: a branch's run that passed left its
 * commit as the baseline, one that failed didn't; a pull request's last verdict is the heading of its comment.
 */
export function stateBefore({ commit, baseline }: Report, { comment, lastSha }: Known): Before {
  if (commit.pullRequest !== null) {
    const icon = comment === undefined ? undefined : /\n### (\S+)/.exec(comment)?.[1];
    if (icon === undefined) return 'unknown';
    return icon === '❌' ? 'red' : 'green';
  }
  if (lastSha === null || !baseline.found || baseline.branch !== commit.branch) return 'unknown';
  return baseline.sha === lastSha ? 'green' : 'red';
}

/** Does it have to be said? Where nothing is known of the time before, a red run is news and a green one isn't. */
export function isNews(red: boolean, before: Before, when: 'change' | 'failure' | 'always'): boolean {
  if (when === 'always') return true;
  if (when === 'failure') return red;
  return red ? before !== 'red' : before === 'red';
}
