import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  displayName,
  formatBaseline,
  newestFirst,
  openStore,
  parseBaseline,
  type BaselineStore,
  type StoreName,
} from '../baseline/index.ts';
import { LeakgateError } from '../errors.ts';
import { repositoryFacts } from '../host/git.ts';
import type { Command, Terminal } from './command.ts';

const options = {
  store: { type: 'string', default: 'file' },
  file: { type: 'string' },
  branch: { type: 'string' },
  key: { type: 'string' },
  from: { type: 'string', default: 'leakgate-out/baseline.json' },
  reason: { type: 'string' },
} as const;

export const baseline: Command = {
  name: 'baseline',
  summary: 'show the stored baselines, or accept a run as the new one',
  help: `
leakgate baseline show   [--store file|git-ref] [--branch B] [--key K]
leakgate baseline accept [--from leakgate-out/baseline.json] --reason TEXT [--store file|git-ref]

show lists the baselines of a store, or prints one when branch and key are named.
accept makes the figures of a run the baseline of its branch, also when the run failed: the leak or the slow-down is
intended, or has to wait. Who accepted it and why is kept with it.

  leakgate baseline show
  leakgate baseline show --branch main --key cmd/api
  leakgate baseline accept --reason 'the cache is meant to fill, see #812'
  leakgate baseline accept --from baseline.json --store git-ref --reason …`,

  async run(args, terminal, signal) {
    const [verb, ...rest] = args;
    const { values } = parse(rest);
    if (verb !== 'show' && verb !== 'accept') {
      throw new LeakgateError('config', `baseline: got ${JSON.stringify(verb ?? '')}; allowed: show, accept.`);
    }
    const store = await open(values, terminal, signal);
    return verb === 'show' ? show(store, values, terminal, signal) : accept(store, values, terminal, signal);
  },
};

type Values = ReturnType<typeof parse>['values'];

function parse(args: string[]) {
  try {
    return parseArgs({ args, options });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new LeakgateError('config', `${message}.`, { cause, hint: '`leakgate help baseline` lists the options.' });
  }
}

async function open(values: Values, { env, cwd }: Terminal, signal: AbortSignal): Promise<BaselineStore> {
  if (values.store !== 'file' && values.store !== 'git-ref') {
    throw new LeakgateError('config', `--store: got ${JSON.stringify(values.store)}; allowed: file, git-ref.`);
  }
  const { root } = await repositoryFacts(cwd, env, signal);
  const file = values.file === undefined ? {} : { file: resolve(cwd, values.file) };
  return openStore(values.store satisfies StoreName, { directory: root, env, ...file });
}

async function show(store: BaselineStore, values: Values, { stdout }: Terminal, signal: AbortSignal): Promise<number> {
  const { branch, key } = values;
  const listed = (await store.list({ ...(key !== undefined && { key }) }, signal))
    .filter((entry) => branch === undefined || entry.branch === displayName(branch))
    .toSorted(newestFirst);
  if (branch !== undefined && key !== undefined) {
    const newest = listed[0] === undefined ? null : await store.read(listed[0], signal);
    if (newest === null) throw new LeakgateError('config', `There is no baseline of ${branch} for ${key}.`);
    stdout.write(formatBaseline(newest));
    return 0;
  }
  for (const entry of listed) stdout.write(`${entry.branch}  ${entry.key}  ${entry.sha.slice(0, 7)}  ${entry.at}\n`);
  if (listed.length === 0) stdout.write('No baseline is stored.\n');
  return 0;
}

async function accept(store: BaselineStore, values: Values, terminal: Terminal, signal: AbortSignal): Promise<number> {
  if (values.reason === undefined || values.reason.trim() === '') {
    throw new LeakgateError('config', 'baseline accept needs --reason: it is shown to those who come later.');
  }
  const { env, cwd, stdout } = terminal;
  const text = await readFile(resolve(cwd, values.from), 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `--from: ${values.from} can't be read.`, {
      cause,
      hint: '`leakgate run` leaves baseline.json beside result.json; a workflow run has it in its artifact.',
    });
  });
  const figures = parseBaseline(text, { name: values.from, removal: 'run Leakgate again' });
  const by = env['GITHUB_ACTOR'] ?? env['USER'] ?? 'unknown';
  const at = new Date().toISOString();
  const accepted = [{ checks: ['all'], by, reason: values.reason, how: 'leakgate baseline accept', at }];
  const outcome = await store.write({ ...figures, accepted }, signal);
  if (!outcome.stored) throw new LeakgateError('config', `The baseline wasn't stored: ${outcome.reason}`);
  stdout.write(`${figures.branch}  ${figures.key}  ${figures.sha.slice(0, 7)} is the baseline now.\n`);
  return 0;
}
