import { createHash } from 'node:crypto';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { basename, relative } from 'node:path';
import { senders } from './bench/index.ts';
import { resolveTarget } from './build/index.ts';
import { redactor, redactTree } from './config/redact.ts';
import { legOf } from './config/leg.ts';
import type { Config } from './config/resolve.ts';
import { readEvent, type RunEvent } from './host/event.ts';
import { repositoryFacts, type RepositoryFacts } from './host/git.ts';
import type { Environment, GoTarget } from './model.ts';

/** What a run stands on before anything is built. */
export interface Survey {
  target: GoTarget;
  repository: RepositoryFacts;
  event: RunEvent;
  /** Names the service apart in comments and baselines. */
  key: string;
  environment: Environment;
  /** What must be equal for machine-independent counts of two runs to be comparable. */
  comparability: Record<string, string>;
}

/** Looks at the module, the repository, the event and the machine. */
export async function survey(config: Config, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Survey> {
  const asked = {
    workingDirectory: config.workingDirectory,
    flags: config.build.flags,
    env,
    ...(config.package !== undefined && { package: config.package }),
  };
  const [target, repository, sentBy] = await Promise.all([
    resolveTarget(asked, signal),
    repositoryFacts(config.workingDirectory, env, signal),
    senders(config, env, signal),
  ]);
  const event = await readEvent(env, repository);
  const service = serviceKey(target, repository.root);
  return {
    target,
    repository,
    event,
    key: config.commentKey ?? `${service}${legOf(env['LEAKGATE_MATRIX'], service)}`,
    environment: environmentOf(target, event),
    comparability: {
      'Go version': target.goVersion,
      GOARCH: target.goArch,
      GOMAXPROCS: config.env['GOMAXPROCS'] ?? env['GOMAXPROCS'] ?? String(availableParallelism()),
      GOGC: config.env['GOGC'] ?? env['GOGC'] ?? 'default',
      GOMEMLIMIT: config.env['GOMEMLIMIT'] ?? env['GOMEMLIMIT'] ?? 'default',
      ...sentBy,
      connections: String(config.connections),
      requests: scenarioHash(config),
      ...(config.traffic !== null && { traffic: digest(JSON.stringify(config.traffic)) }),
      doses: dosesOf(config),
    },
  };
}

/** The main package's folder in the repository, or the module's last path element when that is the root. */
export function serviceKey(target: Pick<GoTarget, 'packageDirectory' | 'modulePath'>, root: string): string {
  const folder = relative(root, target.packageDirectory).replaceAll('\\', '/');
  return folder === '' || folder.startsWith('..') ? basename(target.modulePath) : folder;
}

function environmentOf(target: GoTarget, event: RunEvent): Environment {
  return {
    os: platform(),
    arch: arch(),
    cpus: availableParallelism(),
    cpuModel: cpus()[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    goVersion: target.goVersion,
    nodeVersion: process.version,
    runner: event.kind === 'local' ? 'local' : 'github',
  };
}

/** What is sent, secrets left out: a token of each run's own changes nothing about the service. */
function scenarioHash({ routes, secrets, auth, cookies, leaks }: Config): string {
  const redact = redactor(secrets);
  const parts = routes.map(({ body, ...route }) => [
    redactTree(route, redact),
    body === undefined ? '' : redact(Buffer.from(body).toString('latin1')),
  ]);
  // What was there before these settings keeps the hash that it was stored with.
  const more = [
    ...(auth === null ? [] : [`auth in ${auth.header}`]),
    ...(cookies ? ['cookies'] : []),
    ...(leaks.keys === 'fresh' ? ['fresh keys'] : []),
  ];
  return digest(JSON.stringify(more.length === 0 ? parts : [...parts, more]));
}

/** The plan of the leak rounds; limits don't change what is measured. */
function dosesOf({ leaks }: Config): string {
  return `${leaks.firstDose} in ${leaks.budgetMs / 1000} s`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
