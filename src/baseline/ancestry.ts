import type { Ancestry } from './choose.ts';
import { runGit, type GitResult } from './git.ts';
import { refusalOf } from './refusal.ts';
import { openScratch } from './scratch.ts';
import type { StoreOptions } from './store.ts';

/** Enough for a branch that is months behind; a commit without its files is some 200 bytes on the wire. */
const fetchedGenerations = 300;
const localCommits = 20_000;

/** A commit whose message accepts something by a `Leakgate-Accept` line. */
export interface AcceptingCommit {
  sha: string;
  author: string;
  message: string;
}

export interface KnownAncestry extends Ancestry {
  accepting: AcceptingCommit[];
}

/**
 * The commits that `sha` builds on, itself included. The local repository is asked first; where it is shallow, as
 * actions/checkout leaves it, and knows none of the `wanted` commits, their names (no files) are fetched beside it.
 * Never throws for a history that can't be had: the answer says what is missing.
 */
export async function ancestryOf(
  sha: string,
  wanted: ReadonlySet<string>,
  options: StoreOptions,
  signal: AbortSignal,
): Promise<KnownAncestry> {
  if (sha === '') return unknown('this folder is no git repository with a commit');
  const here = async (args: readonly string[]): Promise<GitResult> =>
    runGit(['--no-optional-locks', ...args], { cwd: options.directory, env: options.env }, signal);
  const local = await historyOf(sha, here);
  const { stdout } = await here(['rev-parse', '--is-shallow-repository']);
  if (stdout.trim() !== 'true' || local.commits.some((commit) => wanted.has(commit))) return local;
  return fetchedHistory(sha, options, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    return { ...local, missing: `the checkout is shallow, and ${reasonOf(error)}` };
  });
}

const unknown = (missing: string): KnownAncestry => ({ commits: [], accepting: [], missing });

type Ask = (args: readonly string[]) => Promise<GitResult>;

async function historyOf(sha: string, ask: Ask): Promise<KnownAncestry> {
  const listed = await ask(['rev-list', '--topo-order', `--max-count=${localCommits}`, sha, '--']);
  if (listed.exitCode !== 0) return unknown(`git doesn’t know the commit ${sha.slice(0, 7)}`);
  const format = '--format=%H%x00%an%x00%B%x00';
  const accepting = await ask(['log', '-i', '--grep=^Leakgate-Accept:', '--max-count=200', format, sha, '--']);
  return { commits: lines(listed.stdout), accepting: acceptingIn(accepting.stdout), missing: null };
}

/** In a repository of its own, so that the user's stays as shallow as it was. */
async function fetchedHistory(sha: string, options: StoreOptions, signal: AbortSignal): Promise<KnownAncestry> {
  await using scratch = await openScratch(options, signal);
  const depth = `--depth=${fetchedGenerations}`;
  const what = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--filter=tree:0', depth, 'origin', sha];
  const result = await scratch.attempt(what, signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  const history = await historyOf(sha, async (args) => scratch.attempt(args, signal));
  const cut = (await scratch.attempt(['rev-parse', '--is-shallow-repository'], signal)).stdout.trim() === 'true';
  return { ...history, missing: cut ? `only ${fetchedGenerations} generations back were looked at` : null };
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function acceptingIn(stdout: string): AcceptingCommit[] {
  const fields = stdout.split('\0');
  const commits: AcceptingCommit[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3)
    commits.push({ sha: fields[at]!.trim(), author: fields[at + 1]!, message: fields[at + 2]! });
  return commits;
}

const reasonOf = (error: unknown): string =>
  `its commits couldn’t be fetched (${error instanceof Error ? error.message.replace(/\.$/, '') : String(error)})`;
