import { buildAll, ServiceCrashed } from '../bench/index.ts';
import { heapSnapshots } from '../bench/heap-snapshots.ts';
import { resolveTarget } from '../build/index.ts';
import { resolveConfig, type Config } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import type { HeapSnapshot } from '../heap/snapshot-file.ts';
import { repositoryFacts } from '../host/git.ts';
import type { Host } from '../host/host.ts';
import { frameResolver } from '../pprof/frames.ts';

/** What the command line says. */
interface Asked {
  package: string;
  folder: string;
  config?: string;
  requests?: string;
  /** Counts of requests, as written. */
  after?: string;
  output: string;
  serviceArgs: string[] | undefined;
}

interface Place {
  env: NodeJS.ProcessEnv;
  cwd: string;
  host: Host;
  keep: (found: HeapSnapshot, name: string) => Promise<void>;
}

/** Builds the service with the probe, starts it, and keeps a snapshot after each of the counts of requests. */
export async function snapshotsOfPackage(
  asked: Asked,
  { env, cwd, host, keep }: Place,
  signal: AbortSignal,
): Promise<void> {
  const after = countsOf(asked.after ?? '1000');
  const config = configOf(asked, cwd, env);
  config.secrets.forEach((secret) => host.secret(secret));
  const { target, root } = await look(config, env, signal);
  const progress = (text: string): void => host.progress(text);
  const wanted = { config, target, repositoryRoot: root, env, progress };
  await using builds = await host.group('Build', async () =>
    buildAll({ ...wanted, builds: new Set(['probe']), base: { unavailable: 'a snapshot needs none' } }, signal),
  );
  const secret = (value: string): void => host.secret(value);
  const plan = { secret, config, binary: builds.probe!, frames: frameResolver(target, root), env, after, progress };
  try {
    let taken = 0;
    for await (const found of heapSnapshots(plan, signal)) {
      await keep(found, after.length === 1 ? asked.output : numbered(asked.output, after[taken]!));
      taken += 1;
    }
  } catch (error) {
    if (!(error instanceof ServiceCrashed)) throw error;
    throw new LeakgateError('service', `The service went down: ${error.message}.`, {
      cause: error,
      output: error.output.join('\n'),
    });
  }
}

function configOf(
  { package: wanted, config, requests, folder, serviceArgs }: Asked,
  cwd: string,
  env: Place['env'],
): Config {
  const inputs = {
    package: wanted,
    'working-directory': folder,
    ...(config !== undefined && { config }),
    ...(requests !== undefined && { requests }),
  };
  return resolveConfig({ inputs, cwd, env, ...(serviceArgs !== undefined && { serviceArgs }) });
}

async function look(config: Config, env: NodeJS.ProcessEnv, signal: AbortSignal) {
  const { workingDirectory, package: wanted } = config;
  const [target, { root }] = await Promise.all([
    resolveTarget({ workingDirectory, env, ...(wanted !== undefined && { package: wanted }) }, signal),
    repositoryFacts(workingDirectory, env, signal),
  ]);
  return { target, root };
}

/** `1000,3000` → [1000, 3000]. Zero is the service as it started. */
function countsOf(given: string): number[] {
  const counts = given.split(',').map((text) => (/^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN));
  if (counts.every((one, k) => one > (counts[k - 1] ?? -1))) return counts;
  throw new LeakgateError(
    'config',
    `--after: got ${JSON.stringify(given)}; write growing counts such as 1000 or 1000,3000.`,
  );
}

/** `a.heap` → `a-1000.heap`. */
function numbered(name: string, count: number): string {
  const [, stem = name, ending = ''] = /^(.*[^/])(\.[^./]+)$/.exec(name) ?? [];
  return `${stem}-${count}${ending}`;
}
