import { resolveConfig } from '../config/resolve.ts';
import type { Advice } from './advice.ts';
import { clock, descriptors, disk, load, loopback, memory, processors, readText } from './machine.ts';
import { noise } from './noise.ts';
import { history, settings, token } from './repository.ts';
import { browser, git, go, node } from './tools.ts';

export type { Advice } from './advice.ts';

export interface DoctorOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  token: string | undefined;
  /** Of an installed Chrome; null without one. */
  chrome: string | null;
  /** Measure the service beside itself? */
  noise: boolean;
  progress: (text: string) => void;
}

/** Looks at everything that runs stand on. Each answer comes as soon as it is there. */
export async function* examine(options: DoctorOptions, signal: AbortSignal): AsyncGenerator<Advice, void, void> {
  const { cwd, env, progress } = options;
  yield node();
  yield await go(cwd, env, signal);
  yield await git(env, signal);
  yield await history(cwd, env, signal);
  const asked = settings(cwd, env);
  yield asked;
  yield await token(env, options.token);
  yield await processors(readText);
  yield load();
  yield memory(env);
  yield await clock(readText);
  yield await disk();
  yield await descriptors(readText);
  yield await loopback(env);
  yield browser(options.chrome);
  if (!options.noise || asked.state === 'bad') return;
  const config = resolveConfig({ inputs: {}, cwd, env });
  // One that is deployed runs once, and not here.
  if (config.deployed !== null) return;
  progress('measuring the service beside itself');
  yield await noise(config, { env, progress }, signal);
}
