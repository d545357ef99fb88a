import type { GitResult } from './git.ts';
import { refusalOf } from './refusal.ts';
import type { Scratch } from './scratch.ts';

const fetchOptions = ['--quiet', '--no-tags', '--no-recurse-submodules'];

/** The commit of one remote ref, fetched without its history. Null when there is no such ref. @throws GitRefused */
export async function fetchRef(scratch: Scratch, ref: string, signal: AbortSignal): Promise<string | null> {
  const here = 'refs/fetched/one';
  const result = await scratch.attempt(['fetch', ...fetchOptions, '--depth=1', 'origin', `+${ref}:${here}`], signal);
  if (result.exitCode === 0) return (await scratch.git(['rev-parse', '--verify', here], signal)).trim();
  const refusal = refusalOf(result);
  if (refusal.kind === 'no-ref') return null;
  throw refusal;
}

/**
 * Every remote ref below `prefix`, in any order. A fetch, not `git ls-remote`: that asks for every ref of the repository,
 * which on a forge includes two for each pull request, and this asks for those below the prefix. The filter leaves out
 * contents where the server can. Such a scratch repository is good for nothing else: others have a hole in its place.
 * @throws GitRefused
 */
export async function fetchRefNames(scratch: Scratch, prefix: string, signal: AbortSignal): Promise<string[]> {
  const refspec = `+${prefix}*:${prefix}*`;
  const result = await scratch.attempt(['fetch', ...fetchOptions, '--filter=tree:0', 'origin', refspec], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  const listed = await scratch.git(['for-each-ref', '--format=%(refname)', prefix], signal);
  return listed.split('\n').filter((line) => line !== '');
}

/** The text of a file in a commit's root folder. Null when it isn't there or isn't a file. */
export async function fileAt(
  scratch: Scratch,
  commit: string,
  name: string,
  signal: AbortSignal,
): Promise<string | null> {
  const listed = await scratch.git(['ls-tree', '-z', commit, '--', name], signal);
  const object = /^\d+ blob (\w+)\t/.exec(listed)?.[1];
  return object === undefined ? null : scratch.git(['cat-file', 'blob', object], signal);
}

/** A commit without parents that holds one file. */
export async function commitFile(
  scratch: Scratch,
  { name, text, message }: { name: string; text: string; message: string },
  signal: AbortSignal,
): Promise<string> {
  const object = (await scratch.git(['hash-object', '-w', '--no-filters', '--stdin'], signal, { input: text })).trim();
  const tree = (await scratch.git(['mktree'], signal, { input: `100644 blob ${object}\t${name}\n` })).trim();
  return (await scratch.git(['commit-tree', tree], signal, { input: message })).trim();
}

interface RefChanges {
  /** Also replaces what the ref pointed at. */
  add?: { ref: string; commit: string };
  remove: string[];
}

/**
 * Sets and deletes remote refs in one push. What can't be deleted beside an addition stays for the next one.
 * @throws GitRefused when the addition, or a deletion without one, was refused.
 */
export async function pushRefs(scratch: Scratch, { add, remove }: RefChanges, signal: AbortSignal): Promise<void> {
  const options = ['--porcelain', '--no-verify', '--recurse-submodules=no', '--no-follow-tags'];
  const refspecs = [...(add === undefined ? [] : [`+${add.commit}:${add.ref}`]), ...remove.map((ref) => `:${ref}`)];
  const result = await scratch.attempt(['push', ...options, 'origin', ...refspecs], signal);
  if (result.exitCode === 0 || (add !== undefined && wasSet(add.ref, result))) return;
  throw refusalOf(add === undefined ? result : only(add.ref, result));
}

/** A line for each ref: a sign, `from:to` and a summary, tabs between them; `!` is a refusal. */
const linesOf = (ref: string, { stdout }: GitResult): string[] =>
  stdout.split('\n').filter((line) => line.split('\t')[1]?.endsWith(`:${ref}`));

const wasSet = (ref: string, result: GitResult): boolean => linesOf(ref, result).some((line) => !line.startsWith('!'));

/** Without the lines of other refs, so that the reason is that of the one that matters. */
function only(ref: string, result: GitResult): GitResult {
  const own = linesOf(ref, result);
  return own.length === 0 ? result : { ...result, stdout: own.join('\n') };
}
