import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { recordOf, today } from '../policy/acceptance-record.ts';
import { displayName, newestFirst, parseBaseline, type BaselineStore, type StoredBaseline } from '../baseline/index.ts';
import { LeakgateError } from '../errors.ts';
import { plain } from '../reporters/escape.ts';
import type { BaselineVerb } from './baseline-verb.ts';
import type { Terminal } from './command.ts';

/** The figures of a run become a baseline of its branch on a person's word. */
export const accept: BaselineVerb = async ({ store, values, terminal }, signal) => {
  const { reason = '', until, from = 'leakgate-out/baseline.json' } = values;
  if (reason.trim() === '')
    throw new LeakgateError('config', 'baseline accept needs --reason: it is shown to those who come later.');
  if (until !== undefined) assertDay(until);
  const figures = await readFigures(from, terminal);
  const word = {
    checks: Object.keys(figures.measurements),
    by: terminal.env['GITHUB_ACTOR'] ?? terminal.env['USER'] ?? 'unknown',
    reason,
    how: 'leakgate baseline accept',
    ...(until !== undefined && { until }),
  };
  const before = until === undefined ? null : await newestBefore(store, figures, signal);
  const accepted = [...(figures.accepted ?? []), recordOf(word, before)];
  const outcome = await store.write({ ...figures, accepted, ...markedTrail(figures, word.checks) }, signal);
  if (!outcome.stored) throw new LeakgateError('config', `The baseline wasn't stored: ${outcome.reason}`);
  const { branch, key, sha } = figures;
  terminal.stdout.write(`${plain(`${sha.slice(0, 10)} is a baseline of ${branch} for ${key} now.`)}\n`);
  return 0;
};

/** Drift is counted from an accepted commit on. */
function markedTrail({ trail = [] }: StoredBaseline, checks: string[]): Pick<StoredBaseline, 'trail'> {
  const last = trail.at(-1);
  return last === undefined ? {} : { trail: [...trail.slice(0, -1), { ...last, accepted: checks }] };
}

function assertDay(until: string): void {
  if (/^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until)) && until >= today()) return;
  throw new LeakgateError('config', `--until: got ${JSON.stringify(until)}; write a day to come, such as 2030-03-31.`);
}

async function readFigures(from: string, { cwd }: Terminal): Promise<StoredBaseline> {
  const text = await readFile(resolve(cwd, from), 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `--from: ${from} can't be read.`, {
      cause,
      hint: '`leakgate run` leaves baseline.json beside result.json; a workflow run has it in its artifact.',
    });
  });
  return parseBaseline(text, { name: from, removal: 'run Leakgate again' });
}

/** What the accepted figures take the place of: the newest of the branch that is of another commit. */
async function newestBefore(
  store: BaselineStore,
  { key, branch, sha }: StoredBaseline,
  signal: AbortSignal,
): Promise<StoredBaseline | null> {
  const entries = await store.list({ key }, signal);
  const [newest] = entries
    .filter((entry) => entry.branch === displayName(branch) && entry.sha !== sha)
    .toSorted(newestFirst);
  return newest === undefined ? null : store.read(newest, signal);
}
