import { LeakgateError } from '../errors.ts';
import { runGit } from './git.ts';
import type { StoreOptions } from './store.ts';

/** A line of git configuration. A valueless key has the value null. */
export interface ConfigEntry {
  key: string;
  value: string | null;
}

// What decides how `origin` is reached, from whatever file it comes: includes `includeIf` files, where newer versions of
// actions/checkout keep the credentials.
const relevant = String.raw`^(http|url|credential)\.|^core\.(sshcommand|askpass|gitproxy)$|^remote\.origin\.(url|pushurl|proxy)$`;

/** The part of git's configuration, as seen from `cwd`, that decides how a remote is reached. */
export async function remoteConfig(cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<ConfigEntry[]> {
  const { stdout } = await runGit(['config', '-z', '--get-regexp', relevant], { cwd, env }, signal);
  return stdout
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const end = line.indexOf('\n');
      return end === -1 ? { key: line, value: null } : { key: line.slice(0, end), value: line.slice(end + 1) };
    });
}

/**
 * The configuration with which a scratch repository reaches the user's `origin`: what the user's repository says beyond
 * the machine's own configuration (which git reads there as well; a credential header sent twice is refused), and the token.
 */
export function carriedConfig(repository: ConfigEntry[], machine: ConfigEntry[], options: StoreOptions): ConfigEntry[] {
  const known = new Map<string, number>();
  for (const entry of machine) known.set(identity(entry), (known.get(identity(entry)) ?? 0) + 1);
  const own = repository.filter((entry) => {
    const left = known.get(identity(entry)) ?? 0;
    known.set(identity(entry), left - 1);
    return left <= 0;
  });
  const origin = own.some(({ key }) => key === 'remote.origin.url') ? [] : originOf(options);
  const { token } = options;
  if (token === undefined || token === '') return [...own, ...origin];
  const rivals = [...machine, ...own].some(isCredential);
  return [...own.filter((entry) => !isCredential(entry)), ...origin, ...tokenHeader(token, serverOf(options), rivals)];
}

const identity = ({ key, value }: ConfigEntry): string => `${key}\n${value}`;

const isCredential = ({ key, value }: ConfigEntry): boolean =>
  key.endsWith('.extraheader') && /^authorization:/i.test(value ?? '');

const serverOf = ({ serverUrl }: Pick<StoreOptions, 'serverUrl'>): string =>
  `${new URL(serverUrl ?? 'https://github.com').origin}/`;

/** Where actions/checkout left no repository (it falls back to an archive without git), the environment knows the remote. */
function originOf(options: StoreOptions): ConfigEntry[] {
  const { directory, repository } = options;
  if (repository === undefined || repository === '')
    throw new LeakgateError('config', `${directory} has no git remote \`origin\` to keep baselines in.`, {
      hint: 'Check out the repository with actions/checkout, or use `baseline-store: file`.',
    });
  return [{ key: 'remote.origin.url', value: `${serverOf(options)}${repository}.git` }];
}

/** The environment for a git that reaches the forge with the run's token, whatever credentials the clone keeps. */
export function tokenEnvironment(
  { token, serverUrl }: Required<Pick<StoreOptions, 'token'>> & Pick<StoreOptions, 'serverUrl'>,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const server = serverOf(serverUrl === undefined ? {} : { serverUrl });
  return configEnvironment(tokenHeader(token, server, true), env);
}

/** An empty header clears the list that was collected so far. */
function tokenHeader(token: string, server: string, rivals: boolean): ConfigEntry[] {
  const key = `http.${server}.extraheader`;
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return [...(rivals ? [{ key, value: '' }] : []), { key, value: `AUTHORIZATION: basic ${credentials}` }];
}

/** Hands configuration to git by its environment, after what the environment holds already: never in argv, never on disk. */
export function configEnvironment(entries: readonly ConfigEntry[], env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const first = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  const added: NodeJS.ProcessEnv = { ...env, GIT_CONFIG_COUNT: String(first + entries.length) };
  for (const [index, { key, value }] of entries.entries()) {
    added[`GIT_CONFIG_KEY_${first + index}`] = key;
    // The environment has no form for a valueless key, which means "true".
    added[`GIT_CONFIG_VALUE_${first + index}`] = value ?? 'true';
  }
  return added;
}
