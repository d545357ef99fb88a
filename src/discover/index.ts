import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStock, mainPackages, resolveTarget } from '../build/index.ts';
import { LeakgateError } from '../errors.ts';
import type { GoTarget } from '../model.ts';
import { serviceEnvironment } from '../service/index.ts';
import { askAll } from './asking.ts';
import { candidatesOf, healthPaths } from './candidates.ts';
import type { Discovered } from './config-text.ts';
import { chooseProgram, packageName, readPrograms, type ReadProgram } from './program.ts';
import { openReader } from './reader.ts';
import { withService } from './try-out.ts';

export { discoveredConfig, type Discovered } from './config-text.ts';
export { workflowText } from './workflow-text.ts';

export interface DiscoverOptions {
  workingDirectory: string;
  /** As `package` names it. */
  package: string | undefined;
  /** Arguments of the service, where its owner gave any. */
  serviceArgs: string[] | undefined;
  repositoryRoot: string;
  env: NodeJS.ProcessEnv;
  progress: (text: string) => void;
}

export interface Discovery extends Discovered {
  target: GoTarget;
  frameworks: string[];
  routes: number;
}

/**
 * Reads a service's source, builds it, starts it, and asks it for what it has.
 * @throws LeakgateError `config` when no program stands out, `service` when it doesn't build or start, or answers nothing.
 */
export async function discover(options: DiscoverOptions, signal: AbortSignal): Promise<Discovery> {
  const { workingDirectory, env, progress } = options;
  const { program, several } = await findProgram(options, signal);
  const target = await resolveTarget({ workingDirectory, package: program.directory, env }, signal);
  const { facts } = program;
  progress(`${facts.routes.length} routes in the source of ${target.packagePath}`);
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-build-'));
  try {
    progress('building it');
    const build = { outDir: directory, flags: [], env, repositoryRoot: options.repositoryRoot };
    const binary = await buildStock(target, build, signal);
    const tryOut = {
      binary: binary.path,
      cwd: workingDirectory,
      env: serviceEnvironment(env),
      facts,
      given: options.serviceArgs,
      progress,
    };
    return await withService(
      tryOut,
      async (service, { start, tookPort }) => {
        progress('asking it for its routes');
        const { candidates, left } = candidatesOf(facts.routes);
        const root = { path: '/', madeUp: [], source: null };
        const all = candidates.some(({ path }) => path === '/') ? candidates : [...candidates, root];
        const asked = await askAll(service.origin, { candidates: all, health: healthPaths }, signal);
        const requests = asked.answered.length > 0 ? asked.answered : healthOnly(asked.health);
        if (requests.length === 0) throw nothingAnswers([...asked.left, ...left], service.origin);
        return {
          target,
          frameworks: facts.frameworks,
          routes: facts.routes.length,
          package: several || options.package !== undefined ? packageName(program, workingDirectory) : null,
          start,
          tookPort,
          health: asked.health,
          requests,
          left: [...asked.left, ...left],
        };
      },
      signal,
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function findProgram(
  { workingDirectory, package: named, env }: DiscoverOptions,
  signal: AbortSignal,
): Promise<{ program: ReadProgram; several: boolean }> {
  await using reader = await openReader(env, signal);
  const asked = { workingDirectory, env };
  const mains =
    named === undefined
      ? await mainPackages(asked, signal)
      : [await resolveTarget({ ...asked, package: named }, signal)].map((target) => ({
          importPath: target.packagePath,
          directory: target.packageDirectory,
        }));
  const programs = await readPrograms(mains, { reader, env }, signal);
  const program = chooseProgram(programs, workingDirectory);
  return { program, several: mains.length > 1 };
}

const healthOnly = (path: string | null) => (path === null ? [] : [{ path, madeUp: [], source: null }]);

function nothingAnswers(left: string[], origin: string): LeakgateError {
  return new LeakgateError(
    'service',
    `The service listens at ${origin}, and nothing that was asked answered with success.`,
    {
      output: left.slice(0, 20).join('\n'),
      hint: 'Write the requests by hand, or take them from a description: `leakgate init --from openapi.yaml`.',
    },
  );
}
