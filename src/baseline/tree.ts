import { refusalOf } from './refusal.ts';
import type { Scratch } from './scratch.ts';

/** An entry of a commit's root tree, as `git ls-tree` and `git mktree` write it. */
interface TreeEntry {
  mode: string;
  type: string;
  object: string;
}

const fetchOptions = ['--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules'];

/** The commit of one remote ref, fetched without its history. Null when there is no such ref. @throws GitRefused */
export async function fetchRef(scratch: Scratch, ref: string, signal: AbortSignal): Promise<string | null> {
  const here = 'refs/fetched/one';
  const result = await scratch.attempt(['fetch', ...fetchOptions, 'origin', `+${ref}:${here}`], signal);
  if (result.exitCode === 0) return (await scratch.git(['rev-parse', '--verify', here], signal)).trim();
  const refusal = refusalOf(result);
  if (refusal.kind === 'no-ref') return null;
  throw refusal;
}

/** Every remote ref below `prefix` with its commit. @throws GitRefused */
export async function fetchAll(
  scratch: Scratch,
  prefix: string,
  signal: AbortSignal,
): Promise<{ ref: string; commit: string }[]> {
  // Asked first, because a shallow fetch that matches nothing fails without a word.
  const there = await remoteRefs(scratch, `${prefix}*`, signal);
  if (there.size === 0) return [];
  const result = await scratch.attempt(['fetch', ...fetchOptions, 'origin', `+${prefix}*:${prefix}*`], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  const listed = await scratch.git(['for-each-ref', '--format=%(objectname)\t%(refname)', prefix], signal);
  return [...refsIn(listed)].map(([ref, commit]) => ({ ref, commit }));
}

/** The commit that a remote ref points at right now. Null when there is no such ref. @throws GitRefused */
export async function remoteTip(scratch: Scratch, ref: string, signal: AbortSignal): Promise<string | null> {
  // Git matches the ends of names; the exact one is picked here.
  return (await remoteRefs(scratch, ref, signal)).get(ref) ?? null;
}

async function remoteRefs(scratch: Scratch, pattern: string, signal: AbortSignal): Promise<Map<string, string>> {
  const result = await scratch.attempt(['ls-remote', '--quiet', 'origin', pattern], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  return refsIn(result.stdout);
}

/** Lines of a commit, a tab and a ref, as a map from ref to commit. */
function refsIn(listed: string): Map<string, string> {
  const lines = listed.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]));
}

/** The entries of a commit's root folder by name. */
export async function filesOf(scratch: Scratch, commit: string, signal: AbortSignal): Promise<Map<string, TreeEntry>> {
  const listed = await scratch.git(['ls-tree', '-z', commit], signal);
  return new Map(
    listed
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => {
        const [entry, name] = [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)];
        const [mode, type, object] = entry.split(' ');
        return [name, { mode: mode!, type: type!, object: object! }];
      }),
  );
}

/** The contents of objects, named by hash or as `<commit>:<file>`, in their order. Null for those that aren't there. */
export async function textsOf(scratch: Scratch, names: string[], signal: AbortSignal): Promise<(string | null)[]> {
  if (names.length === 0) return [];
  const input = names.map((name) => `${name}\n`).join('');
  const output = await scratch.git(['cat-file', '--batch'], signal, { input, encoding: 'latin1' });
  let at = 0;
  return names.map(() => {
    // `<name> missing`, or `<hash> <type> <size>`, `size` bytes and a line feed.
    const start = output.indexOf('\n', at) + 1;
    const size = / (\d+)\n$/.exec(output.slice(at, start))?.[1];
    const end = size === undefined ? start - 1 : start + Number(size);
    at = end + 1;
    if (size === undefined) return null;
    return Buffer.from(output.slice(start, end), 'latin1').toString('utf8');
  });
}

/** A commit without parents that holds `files`, with `text` as `file`. */
export async function commitTree(
  scratch: Scratch,
  content: { files: Map<string, TreeEntry>; file: string; text: string; message: string },
  signal: AbortSignal,
): Promise<string> {
  const { file, text, message } = content;
  const object = (await scratch.git(['hash-object', '-w', '--no-filters', '--stdin'], signal, { input: text })).trim();
  const files = new Map(content.files).set(file, { mode: '100644', type: 'blob', object });
  const input = [...files].map(([name, entry]) => `${entry.mode} ${entry.type} ${entry.object}\t${name}\0`).join('');
  const tree = (await scratch.git(['mktree', '-z'], signal, { input })).trim();
  return (await scratch.git(['commit-tree', tree], signal, { input: message })).trim();
}

/** Swaps a remote ref from `old` (null: it must not be there yet) to `commit`, or not at all. @throws GitRefused */
export async function pushRef(
  scratch: Scratch,
  { ref, old, commit }: { ref: string; old: string | null; commit: string },
  signal: AbortSignal,
): Promise<void> {
  const lease = `--force-with-lease=${ref}:${old ?? ''}`;
  const options = ['--porcelain', '--no-verify', '--recurse-submodules=no', '--no-follow-tags', lease];
  const result = await scratch.attempt(['push', ...options, 'origin', `${commit}:${ref}`], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
}
