import { createHash } from 'node:crypto';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { basename, relative } from 'node:path';
import { deployedSenders, senders } from './bench/index.ts';
import { resolveTarget } from './build/index.ts';
import { redactor, redactTree } from './config/redact.ts';
import { legOf } from './config/leg.ts';
import type { Deployed } from './config/deployed.ts';
import type { Config } from './config/resolve.ts';
import { readEvent, type RunEvent } from './host/event.ts';
import { repositoryFacts, type RepositoryFacts } from './host/git.ts';
import type { Environment, GoTarget } from './model.ts';
import { checkoutTarget } from './probes/program-frames.ts';

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
  const [{ target, service, conditions }, repository] = await Promise.all([
    config.deployed === null ? buildable(config, env, signal) : running(config, config.deployed, env, signal),
    repositoryFacts(config.workingDirectory, env, signal),
  ]);
  const event = await readEvent(env, repository);
  const named = service(repository.root);
  return {
    target,
    repository,
    event,
    key: config.commentKey ?? `${named}${legOf(env['LEAKGATE_MATRIX'], named)}`,
    environment: environmentOf(target, event),
    comparability: {
      ...conditions,
      connections: String(config.connections),
      requests: scenarioHash(config),
      ...(config.traffic !== null && { traffic: digest(JSON.stringify(config.traffic)) }),
      doses: dosesOf(config),
    },
  };
}

/** What is measured, and under which conditions. */
interface Subject {
  target: GoTarget;
  /** Names it, from the root of the repository. */
  service: (root: string) => string;
  conditions: Record<string, string>;
}

async function buildable(config: Config, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Subject> {
  const asked = {
    workingDirectory: config.workingDirectory,
    flags: config.build.flags,
    env,
    ...(config.package !== undefined && { package: config.package }),
  };
  const [target, sentBy] = await Promise.all([resolveTarget(asked, signal), senders(config, env, signal)]);
  return {
    target,
    service: (root) => serviceKey(target, root),
    conditions: {
      'Go version': target.goVersion,
      GOARCH: target.goArch,
      GOMAXPROCS: config.env['GOMAXPROCS'] ?? env['GOMAXPROCS'] ?? String(availableParallelism()),
      GOGC: config.env['GOGC'] ?? env['GOGC'] ?? 'default',
      GOMEMLIMIT: config.env['GOMEMLIMIT'] ?? env['GOMEMLIMIT'] ?? 'default',
      ...sentBy,
    },
  };
}

/** How a deployed service was built, and on what it runs, is nobody's to know here. The checkout only lends its source lines. */
async function running(
  config: Config,
  deployed: Deployed,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Subject> {
  return {
    target: checkoutTarget({ modulePath: '', packagePath: '' }, config.workingDirectory),
    service: () => new URL(deployed.origin).host.replace(':', '-'),
    conditions: await deployedSenders(config, deployed, env, signal),
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
    goVersion: target.goVersion || 'unknown',
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
