import { abandoned, DamagedBaseline, displayName, formatBaseline, type BaselineEntry } from '../baseline/index.ts';
import type { StoredBaseline } from '../baseline/index.ts';
import { exitCodes, LeakgateError } from '../errors.ts';
import { repositoryFacts } from '../host/git.ts';
import { plain } from '../reporters/escape.ts';
import { countOption } from './arguments.ts';
import { lineOf, wanted, type BaselineVerb } from './baseline-verb.ts';

export const list: BaselineVerb = async (given, signal) => {
  const entries = await wanted(given, signal);
  for (const entry of entries) given.terminal.stdout.write(`${lineOf(entry)}\n`);
  if (entries.length === 0) given.terminal.stdout.write('No baseline is stored.\n');
  return 0;
};

export const show: BaselineVerb = async (given, signal) => {
  const { store, values, terminal } = given;
  const entries = await wanted(given, signal);
  const one = values.commit !== undefined || (values.branch !== undefined && values.key !== undefined);
  if (entries.length === 0 && one) throw new LeakgateError('config', 'There is no such baseline.');
  if (entries.length === 0) terminal.stdout.write('No baseline is stored.\n');
  let damaged = 0;
  for (const entry of one ? entries.slice(0, 1) : entries) {
    const found = await readable(async () => store.read(entry, signal));
    if (typeof found === 'string') damaged += 1;
    if (typeof found === 'string') terminal.stderr.write(`${plain(found)}\n`);
    else if (found !== null) terminal.stdout.write(one ? formatBaseline(found) : described(entry, found));
  }
  return damaged === 0 ? 0 : exitCodes.config;
};

/** What it holds, or why it can't be read: one damaged baseline must not hide the others. */
async function readable(read: () => Promise<StoredBaseline | null>): Promise<StoredBaseline | string | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LeakgateError && error.code === 'config') return `${error.message} ${error.hint ?? ''}`.trim();
    throw error;
  }
}

function described(entry: BaselineEntry, { leakgate, measurements, accepted = [] }: StoredBaseline): string {
  const checks = Object.keys(measurements).join(', ');
  const words = accepted.map(
    ({ checks: which, by, reason, how, at, until }) =>
      `accepted for ${which.join(', ')} by ${by} (${how}) on ${at.slice(0, 10)}${until === undefined ? '' : ` until ${until}`}: ${reason}`,
  );
  const head = `${lineOf(entry)}  ${plain(`${checks} by Leakgate ${leakgate}`)}`;
  return [head, ...words.map((text) => `  ${plain(text)}`)].map((text) => `${text}\n`).join('');
}

const dayMs = 24 * 3_600_000;

export const prune: BaselineVerb = async (given, signal) => {
  const { store, values, terminal } = given;
  const entries = await wanted(given, signal);
  const days = countOption('older-than', values['older-than']) ?? 180;
  const { defaultBranch } = await repositoryFacts(terminal.cwd, terminal.env, signal);
  const kept = [defaultBranch ?? 'main'].map(displayName);
  const byAge = values.branch === undefined && !values.damaged;
  const doomed = values.damaged
    ? await damagedOf(entries, async (entry) => store.read(entry, signal))
    : byAge
      ? abandoned(entries, kept, { nowMs: Date.now(), afterMs: days * dayMs })
      : entries;
  for (const entry of doomed) terminal.stdout.write(`${lineOf(entry)}\n`);
  if (!values['dry-run']) await store.remove(doomed, signal);
  terminal.stdout.write(`${doomed.length} of ${entries.length} ${values['dry-run'] ? 'would be' : 'were'} removed.\n`);
  return 0;
};

async function damagedOf(
  entries: readonly BaselineEntry[],
  read: (entry: BaselineEntry) => Promise<unknown>,
): Promise<BaselineEntry[]> {
  const damaged: BaselineEntry[] = [];
  for (const entry of entries)
    await read(entry).catch((error: unknown) => {
      if (!(error instanceof DamagedBaseline)) throw error;
      damaged.push(entry);
    });
  return damaged;
}
