import { buildStock, resolveTarget } from '../build/index.ts';
import type { PairBench } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import { owned } from '../owned.ts';
import { runSetup, serviceEnvironment } from '../service/index.ts';
import { startProgram, type Program } from './program.ts';
import { pairBench } from './speed.ts';

interface Around {
  /** For the binary; the caller removes it. */
  directory: string;
  env: NodeJS.ProcessEnv;
  progress: (text: string) => void;
}

/** The service beside itself: what differs is the machine's doing. */
export async function sameTwice(
  config: Config,
  { directory, env, progress }: Around,
  signal: AbortSignal,
): Promise<PairBench & AsyncDisposable> {
  await using stack = owned();
  const { workingDirectory, build } = config;
  const named = config.package === undefined ? {} : { package: config.package };
  const target = await resolveTarget({ workingDirectory, flags: build.flags, env, ...named }, signal);
  progress('building the service');
  const place = { cwd: workingDirectory, env: serviceEnvironment(env), timeoutMs: config.setupTimeoutMs };
  stack.own(await runSetup(config.setup, place, signal));
  const overlay = build.overlay === undefined ? {} : { overlay: build.overlay };
  const binary = await buildStock(
    target,
    { outDir: directory, flags: build.flags, env, repositoryRoot: target.moduleDirectory, ...overlay },
    signal,
  );
  const start = async (side: string): Promise<Program> =>
    startProgram(config, { env, secret: () => undefined }, { side, binary: binary.path }, signal);
  const sides = { baseSha: '', identical: false, base: async () => start('base'), head: async () => start('head') };
  return { ...pairBench(config, sides, signal), ...stack.release() };
}
