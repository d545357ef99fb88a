import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { discover, discoveredConfig, workflowText, type Discovery } from '../discover/index.ts';
import { LeakgateError } from '../errors.ts';
import { repositoryFacts, type RepositoryFacts } from '../host/git.ts';
import { localHost } from '../host/local.ts';
import type { Terminal } from './command.ts';
import { run } from './run.ts';

export interface ServiceTarget {
  package: string | undefined;
  /** Config file; `-` prints it, and writes nothing. */
  output: string;
  force: boolean;
  /** Measure once when the files are written? */
  run: boolean;
  serviceArgs: string[] | undefined;
}

/** Finds out about the service in the folder, writes config and workflow, runs once; answers the exit code. */
export async function initService(target: ServiceTarget, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const { cwd, env, stdout } = terminal;
  const host = localHost(terminal);
  const repository = await repositoryFacts(cwd, env, signal);
  const config = target.output === '-' ? null : resolve(cwd, target.output);
  if (config !== null) refuseToReplace(config, target);
  const found = await discover(
    {
      workingDirectory: cwd,
      package: target.package,
      serviceArgs: target.serviceArgs,
      repositoryRoot: repository.root,
      env,
      progress: (text) => host.progress(text),
    },
    signal,
  );
  const text = discoveredConfig(found, ({ source }) =>
    source === null ? null : `${relative(cwd, source.file)}:${source.line}`,
  );
  host.info(told(found));
  if (config === null) {
    stdout.write(text);
    return 0;
  }
  await put(config, text, target.output);
  host.info(`Wrote ${target.output}${await workflow(found, { repository, cwd, force: target.force })}.`);
  return target.run ? run.run(['.'], terminal, signal) : 0;
}

function refuseToReplace(path: string, { output, force }: ServiceTarget): void {
  if (force || !existsSync(path)) return;
  throw new LeakgateError('config', `--output: ${output} is there already.`, {
    hint: '--force replaces it; --output - prints a new one. `leakgate run` runs with it.',
  });
}

async function put(path: string, text: string, name: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (cause) {
    throw new LeakgateError('config', `--output: ${name} can't be written.`, { cause });
  }
}

/** Writes the workflow where there is a repository and none yet; answers how the sentence goes on. */
async function workflow(
  { target }: Discovery,
  { repository, cwd, force }: { repository: RepositoryFacts; cwd: string; force: boolean },
): Promise<string> {
  const { root, branch, defaultBranch, sha } = repository;
  if (sha === '' && branch === null) return '';
  const path = join(root, '.github/workflows/leakgate.yml');
  if (existsSync(path) && !force) return `; ${relative(cwd, path)} stays as it is`;
  const text = workflowText({
    branch: defaultBranch ?? branch ?? 'main',
    folder: relative(root, cwd),
    goMod: relative(root, join(target.moduleDirectory, 'go.mod')),
  });
  await put(path, text, relative(cwd, path));
  return ` and ${relative(cwd, path)}`;
}

function told({ target, frameworks, routes, requests, tookPort, left }: Discovery): string {
  const [framework = 'no framework that is known'] = frameworks;
  return [
    `${target.packagePath}: ${framework}, ${routes} ${routes === 1 ? 'route' : 'routes'} in the source, ${requests.length} of them asked for in a run.`,
    ...(tookPort
      ? []
      : ['It listens at a port of its own wherever it is told to, so its speed can’t be compared side by side.']),
    ...(left.length > 0 ? [`${left.length} left out; the config file says which and why.`] : []),
  ].join('\n');
}
