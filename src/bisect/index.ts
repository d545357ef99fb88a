import { LeakgateError } from '../errors.ts';
import type { Bisection, Finding, HistoryCommit, TriedCommit } from '../model.ts';
import type { History } from './history.ts';
import { hunksAt } from './hunks.ts';
import { firstBad } from './search.ts';
import type { Suspect } from './suspect.ts';
import type { Laboratory, Trial } from './trial.ts';

export { openHistory, type History } from './history.ts';
export { suspectOf, type Suspect } from './suspect.ts';
export { openLaboratory, type Laboratory } from './trial.ts';

export interface Bisecting {
  suspect: Suspect;
  history: History;
  laboratory: Pick<Laboratory, 'measure'>;
  /** Full SHAs of a commit without the deviation, and of a later one with it. */
  good: string;
  bad: string;
  /** Hears of each commit that was measured. */
  onTried: (tried: TriedCommit) => void;
}

/**
 * Finds the first commit with a deviation: along first parents, and then inside of the merge that brought it.
 * @throws LeakgateError `config` when the good end has it as well or can't be measured, and when the bad end hasn't.
 */
export async function bisect(bisecting: Bisecting): Promise<Bisection> {
  const { history, suspect, good, bad } = bisecting;
  const commits = await history.between(good, bad);
  if (commits.length === 0) throw new LeakgateError('config', 'The good commit and the bad one are the same.');
  const bench = trialsOf(bisecting);
  const reference = await bench.measure({ sha: good, subject: '' }, null);
  assertGood(reference, good);
  let { culprit, lastGood, untested } = await search(commits, good, reference, bench);
  while (culprit.parents.length > 1) {
    const inside = await history.merged(culprit);
    if (inside.length === 0) break;
    const within = await search([...inside, culprit], lastGood, reference, bench);
    if (within.culprit.sha === culprit.sha) break;
    ({ culprit, lastGood, untested } = within);
  }
  const before = bench.figures(lastGood) ?? reference.figures;
  const last = await bench.measure(culprit, before);
  const finding = last.finding ?? bench.finding(culprit.sha);
  if (finding === null)
    throw new LeakgateError(
      'config',
      `${culprit.sha.slice(0, 7)} isn't red any more: ${suspect.finding.metric} is fine there.`,
      {
        hint: 'Run Leakgate again on that commit: is the result from another machine, or from other requests?',
      },
    );
  return {
    check: suspect.check,
    finding,
    culprit,
    lastGood,
    untested,
    confirmed: last.outcome === 'bad' ? 'yes' : finding.kind === 'leak' ? 'unsteady' : 'adds-up',
    tried: bench.tried,
    commits: commits.length,
    patch: await patchOf(history, culprit.sha, finding),
  };
}

/** Measures commits, and remembers what came out. */
interface Trials {
  measure(commit: Pick<HistoryCommit, 'sha' | 'subject'>, against: string | null): Promise<Trial>;
  /** Of a commit that was measured. */
  figures(sha: string): string | null;
  finding(sha: string): Finding | null;
  tried: TriedCommit[];
}

function trialsOf({ laboratory, onTried }: Bisecting): Trials {
  const tried: TriedCommit[] = [];
  const known = new Map<string, Trial>();
  return {
    tried,
    figures: (sha) => known.get(sha)?.figures ?? null,
    finding: (sha) => known.get(sha)?.finding ?? null,
    async measure({ sha, subject }, against) {
      const startedMs = performance.now();
      const trial = await laboratory.measure(sha, against);
      const { outcome, why } = trial;
      if (outcome === 'bad' || !known.has(sha)) known.set(sha, trial);
      const one = { commit: { sha, subject }, outcome, why, durationMs: performance.now() - startedMs };
      tried.push(one);
      onTried(one);
      return trial;
    },
  };
}

function assertGood({ outcome, why, figures }: Trial, sha: string): void {
  const short = sha.slice(0, 7);
  if (outcome === 'bad')
    throw new LeakgateError('config', `${short} is red already, so the cause lies before it.`, {
      hint: 'Name an earlier commit or tag: --since v1.4.0',
    });
  if (outcome === 'untestable' || figures === null)
    throw new LeakgateError('config', `${short} can't be measured, so nothing can be held against it: ${why}`, {
      hint: 'Name another commit or tag that is good: --since v1.4.0',
    });
}

async function search(
  commits: HistoryCommit[],
  good: string,
  reference: Trial,
  bench: Trials,
): Promise<Pick<Bisection, 'culprit' | 'lastGood' | 'untested'>> {
  const found = await firstBad(
    commits.length,
    async (index) => (await bench.measure(commits[index]!, reference.figures)).outcome,
  );
  return {
    culprit: commits[found.first]!,
    lastGood: commits[found.lastGood]?.sha ?? good,
    untested: found.untested.map((index) => commits[index]!),
  };
}

/** At the guilty line where the commit changed its file, else the first Go file that it changed. */
async function patchOf(history: History, sha: string, { site }: Finding): Promise<Bisection['patch']> {
  if (site !== undefined) {
    const patch = await history.patch(sha, site.file);
    if (patch !== '') return { file: site.file, lines: hunksAt(patch, site.line) };
  }
  const whole = await history.patch(sha);
  const [first] = whole.split(/^(?=diff --git )/m).filter((part) => /^\+\+\+ b\/.*\.go$/m.test(part));
  const file = /^\+\+\+ b\/(.+)$/m.exec(first ?? '')?.[1];
  return first === undefined || file === undefined ? null : { file, lines: hunksAt(first, 0) };
}
