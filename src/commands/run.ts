import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openArchive } from '../archive/kept-runs.ts';
import { inputDescriptions } from '../config/inputs.ts';
import { resolveConfig } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import { repositoryFacts } from '../host/git.ts';
import type { Host } from '../host/host.ts';
import { localHost } from '../host/local.ts';
import type { Report } from '../model.ts';
import { parseReport, renderTerminal } from '../reporters/index.ts';
import { run as runOnce } from '../run.ts';
import type { Command, Terminal } from './command.ts';

const ownOptions = {
  baseline: { type: 'string' },
  'save-baseline': { type: 'boolean', default: false },
  out: { type: 'string', default: 'leakgate-out' },
} as const;

/** Workflow inputs are options of the same name; the folder is an argument, and a laptop has no token and no artifacts. */
const workflowOnly = ['working-directory', 'github-token', 'comment', 'retention-days'];
const shared = inputDescriptions.filter(({ name }) => !workflowOnly.includes(name));
const sharedOptions = Object.fromEntries(shared.map(({ name }) => [name, { type: 'string' } as const]));

export const run: Command = {
  name: 'run',
  summary: 'build, load and judge the service in a folder',
  help: `
leakgate run [DIR] [options] [-- ARGS…]

Builds the service in DIR (this folder if none is named), loads it on this machine, and runs the checks. With a baseline
it compares; leaks are judged even without one. What follows -- goes to the service; {port} is replaced.

  leakgate run --requests 'GET /healthz'
  leakgate run ./services/api --package ./cmd/api --requests requests.txt
  leakgate run --save-baseline                    a passing run becomes the baseline
  leakgate run --checks goroutine-leak -- -listen 127.0.0.1:{port}

Options:
  --baseline FILE                        compare with this file instead of .leakgate/
  --save-baseline                        store a passing run as the branch's baseline
  --out DIR                              where result.json and report.html go (leakgate-out)
${shared.map(({ name, description, default: value }) => row(name, description, value)).join('\n')}`,

  async run(args, { env, cwd, stdout, stderr }, signal) {
    const { values, positionals, serviceArgs } = parse(args);
    const { baseline, out, 'save-baseline': save, ...given } = values;
    const [folder = '.'] = positionals;
    const inputs = { ...(given as Record<string, string>), 'working-directory': folder };
    const config = resolveConfig({ inputs, cwd, env, ...(serviceArgs !== undefined && { serviceArgs }) });
    const last = await lastDurations(resolve(cwd, folder), env, signal);
    const host = localHost({ env, stdout, stderr, expectedMs: (phase) => last.get(phase) });
    const options = {
      env,
      outDir: resolve(cwd, out),
      save: save ? ('always' as const) : ('never' as const),
      ...(baseline !== undefined && { file: resolve(cwd, baseline) }),
    };
    const report = await runOnce(config, options, host, signal);
    host.info(renderTerminal(report, { color: host.color }));
    const kept = await archive(report, { folder: resolve(cwd, folder), outDir: options.outDir, env, host }, signal);
    host.info(`Report: ${join(out, 'report.html')}${kept === null ? '' : ` · again: leakgate open ${kept}`}`);
    return report.exitCode;
  },
};

/** How long each phase of the last run took here. Empty without one: it only tells how much longer this one may take. */
async function lastDurations(
  folder: string,
  env: Terminal['env'],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  try {
    const { root } = await repositoryFacts(folder, env, signal);
    const path = join(await openArchive(root).folderOf('latest'), 'result.json');
    const { phases } = parseReport(await readFile(path, 'utf8'), path);
    return new Map(phases.map(({ name, durationMs }) => [name, durationMs]));
  } catch {
    return new Map();
  }
}

/** Keeps the run for `open` and `compare`. That it can't be kept, as on a disk that is full, is no fault of the run. */
async function archive(
  report: Report,
  { folder, outDir, env, host }: { folder: string; outDir: string; env: Terminal['env']; host: Host },
  signal: AbortSignal,
): Promise<string | null> {
  if (report.error?.code === 'interrupted') return null;
  try {
    const { root } = await repositoryFacts(folder, env, signal);
    return await openArchive(root).keep(outDir, report);
  } catch (error) {
    signal.throwIfAborted();
    host.warning(`The run wasn’t kept for later: ${(error as Error).message}`);
    return null;
  }
}

function row(name: string, description: string, value: string): string {
  const text = description.replaceAll('`', '');
  return `  --${`${name} VALUE`.padEnd(37)} ${text}${value === '' ? '' : ` (${value.replaceAll('\n', ' ')})`}`;
}

/** Inputs that are true or false, which a command line may name alone: `--quick`. */
const flags = new Set(shared.filter(({ default: value }) => value === 'false').map(({ name }) => `--${name}`));

const withFlagValues = (args: readonly string[]): string[] =>
  args.map((arg, index) => (flags.has(arg) && !/^(true|false)$/.test(args[index + 1] ?? '') ? `${arg}=true` : arg));

function parse(args: string[]) {
  const end = args.indexOf('--');
  const own = withFlagValues(end === -1 ? args : args.slice(0, end));
  try {
    const parsed = parseArgs({ args: own, options: { ...sharedOptions, ...ownOptions }, allowPositionals: true });
    if (parsed.positionals.length > 1) {
      throw new LeakgateError('config', `run takes one folder, got ${parsed.positionals.join(' ')}.`);
    }
    return { ...parsed, serviceArgs: end === -1 ? undefined : args.slice(end + 1) };
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    const message = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new LeakgateError('config', `${message}.`, { cause, hint: '`leakgate help run` lists the options.' });
  }
}
