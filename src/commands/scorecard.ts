import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { duration } from '../config/values.ts';
import { LeakgateError } from '../errors.ts';
import { hostOf } from '../host/index.ts';
import { measureField, parseSpec, type Spec } from '../scorecard/measure.ts';
import { scorecardCsv, scorecardHtml, scorecardMarkdown } from '../scorecard/render.ts';
import { defaultWeights, scored } from '../scorecard/score.ts';
import { criteria, parseScorecard, type Scorecard, type Scores } from '../scorecard/scorecard.ts';
import { validated } from '../scorecard/validate.ts';
import { currentVersions } from '../scorecard/versions.ts';
import { version } from '../version.ts';
import { countOption, parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';

const options = {
  requests: { type: 'string' },
  connections: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  round: { type: 'string', default: '3s' },
  'leak-requests': { type: 'string', default: '8000' },
  weights: { type: 'string', default: criteria.map((name) => defaultWeights[name]).join(',') },
  out: { type: 'string' },
} as const;

export const scorecard: Command = {
  name: 'scorecard',
  summary: 'measure several services, commits or frameworks side by side and score them',
  help: `
leakgate scorecard [NAME=]DIR[@COMMIT]… [--requests R] [--weights 30,25,25,20] [--rounds 5] [--round 3s] [--out DIR]
leakgate scorecard validate DIR/scorecard.json [--out DIR/validated]

Builds and starts all of them, loads them in turn on this machine, and writes scorecard.json, .md, .csv and .html: QPS,
p99, goroutines and heap before and after --leak-requests (8000), each scored from 0 to 100 and weighted in the order
throughput, latency, memory, goroutines. The formulas stand below the table. Each folder's own config file holds;
--requests and --connections are the same for all.

  leakgate scorecard gin=bench/gin chi=bench/chi --requests 'GET /items'
  leakgate scorecard before=.@v1.4.0 after=.

validate looks whether Go's release or the major version of a required module changed since, and if so measures again,
commits as they were then, keeps the new scores and holds them against the old: exit code 1 when they contradict each other.`,

  async run(args, terminal, signal) {
    const { values, positionals } = parseCommand('scorecard', { args, options, allowPositionals: true });
    if (positionals[0] === 'validate') return validate(positionals[1], values.out, terminal, signal);
    if (positionals.length < 2) throw new LeakgateError('config', 'scorecard needs at least two folders to compare.');
    const plan = {
      rounds: countOption('rounds', values.rounds)!,
      roundMs: durationOf(values.round),
      leakRequests: countOption('leak-requests', values['leak-requests'])!,
    };
    const { requests, connections } = values;
    const inputs = { ...(requests !== undefined && { requests }), ...(connections !== undefined && { connections }) };
    const specs = distinct(positionals.map(parseSpec));
    const card = await measured({ specs, plan, inputs, weights: weightsOf(values.weights) }, terminal, signal);
    await writeAll(card, resolve(terminal.cwd, values.out ?? 'leakgate-scorecard'));
    terminal.stdout.write(scorecardMarkdown(card));
    return 0;
  },
};

interface Asked {
  specs: Spec[];
  plan: Scorecard['plan'];
  inputs: Record<string, string>;
  weights: Scores;
}

async function measured(
  { specs, plan, inputs, weights }: Asked,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Scorecard> {
  const { cwd, env } = terminal;
  const host = hostOf(terminal);
  const around = {
    cwd,
    env,
    inputs,
    plan,
    progress: (text: string) => host.progress(text),
    secret: (value: string) => host.secret(value),
  };
  const field = await measureField(specs, around, signal);
  return {
    schemaVersion: 1,
    leakgate: version,
    createdAt: new Date().toISOString(),
    machine: { cpus: availableParallelism(), cpuModel: cpus()[0]?.model.trim() ?? 'unknown' },
    plan,
    inputs,
    weights,
    entries: scored(field, weights),
  };
}

async function writeAll(card: Scorecard, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, 'scorecard.json'), `${JSON.stringify(card, null, 2)}\n`),
    writeFile(join(folder, 'scorecard.md'), scorecardMarkdown(card)),
    writeFile(join(folder, 'scorecard.csv'), scorecardCsv(card)),
    writeFile(join(folder, 'scorecard.html'), scorecardHtml(card)),
  ]);
}

async function validate(
  file: string | undefined,
  out: string | undefined,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  if (file === undefined) throw new LeakgateError('config', 'scorecard validate needs a scorecard.json.');
  const { cwd, env, stdout } = terminal;
  const path = resolve(cwd, file);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `${file} can't be read.`, { cause });
  });
  const old = parseScorecard(text, file);
  const { changes, again, wrong } = await validated(
    old,
    async (entry) => currentVersions(entry, { cwd, env }, signal),
    async (specs) => measured({ ...old, specs }, terminal, signal),
  );
  if (again === null) {
    stdout.write(`The scores of ${file} hold: Go and the major versions are those that they were measured with.\n`);
    return 0;
  }
  const folder = resolve(cwd, out ?? join(dirname(path), 'validated'));
  await writeAll(again, folder);
  const verdict = wrong.length === 0 ? 'The old scores hold.' : `${wrong.join('\n')}\nThe old scores don’t hold.`;
  const kept = `The new ones are in ${relative(cwd, folder)}: let them take the place of the old ones.`;
  stdout.write(`${changes.join('\n')}\n\n${scorecardMarkdown(again)}\n${verdict} ${kept}\n`);
  return Number(wrong.length > 0);
}

function distinct(specs: Spec[]): Spec[] {
  const names = specs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return specs;
  throw new LeakgateError('config', `scorecard: two contestants are called ${twice}; write NAME=DIR.`);
}

function weightsOf(given: string): Scores {
  const numbers = given.split(',').map(Number);
  if (numbers.length !== criteria.length || numbers.some((one) => !(one >= 0)) || numbers.every((one) => one === 0))
    throw new LeakgateError(
      'config',
      `--weights: got ${JSON.stringify(given)}; write four numbers: ${criteria.join(', ')}.`,
    );
  const [throughput = 0, latency = 0, memory = 0, goroutines = 0] = numbers;
  return { throughput, latency, memory, goroutines };
}

function durationOf(given: string): number {
  const parsed = duration.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new LeakgateError('config', `--round: got ${JSON.stringify(given)}; ${parsed.error.issues[0]?.message ?? ''}.`);
}
