import { resolve } from 'node:path';
import { openStore, storeNames, type BaselineStore } from '../baseline/index.ts';
import { resolveStores } from '../config/stores.ts';
import { repositoryFacts, repositoryName } from '../host/git.ts';
import { choice } from './arguments.ts';
import type { Terminal } from './command.ts';

/** The store that `--store` or another option names; addresses of stores come from the config file. */
export async function openNamedStore(
  { option, name }: { option: string; name: string },
  values: { file?: string | undefined; config?: string | undefined },
  { env, cwd }: Terminal,
  signal: AbortSignal,
): Promise<BaselineStore> {
  const chosen = choice(option, name, storeNames);
  const { root, remoteUrl } = await repositoryFacts(cwd, env, signal);
  const repository = repositoryName(remoteUrl);
  const addressed = chosen === 'postgres' || chosen === 's3';
  return openStore(chosen, {
    directory: root,
    env,
    ...(values.file !== undefined && { file: resolve(cwd, values.file) }),
    ...(repository !== null && { repository }),
    ...(addressed && resolveStores(values.config, cwd, env)),
  });
}
