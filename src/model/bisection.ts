import type { Finding } from '../model.ts';

/** A commit of the repository's history. */
export interface HistoryCommit {
  sha: string;
  parents: string[];
  author: string;
  /** ISO 8601. */
  authoredAt: string;
  subject: string;
}

/** One commit that was measured. */
export interface TriedCommit {
  commit: Pick<HistoryCommit, 'sha' | 'subject'>;
  outcome: 'good' | 'bad' | 'untestable';
  /** Why it is untestable, in a sentence; empty otherwise. */
  why: string;
  durationMs: number;
}

/** Where a deviation came in. */
export interface Bisection {
  check: string;
  /** In the first bad commit, with its lines there. */
  finding: Finding;
  culprit: HistoryCommit;
  /** The last commit before it that is good. */
  lastGood: string;
  /** Commits between the two that can't be measured: any of them may be the first as well. */
  untested: HistoryCommit[];
  /**
   * Measured once more, against the last good commit alone. `adds-up`: the step between these two is below the gate; it took several.
   * `unsteady`: it wasn't there this time.
   */
  confirmed: 'yes' | 'adds-up' | 'unsteady';
  /** In the order in which they were measured, the good end first and the confirmation last. */
  tried: TriedCommit[];
  /** How many commits there were to search. */
  commits: number;
  /** What the culprit changed at the guilty line, as lines of a patch; else in the files it touched. */
  patch: { file: string; lines: string[] } | null;
}
