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
  const result = await scratch.attempt(['fetch', ...fetchOptions, 'origin', `+${prefix}*:${prefix}*`], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  const listed = await scratch.git(['for-each-ref', '--format=%(objectname) %(refname)', prefix], signal);
  return lines(listed).map((line) => {
    const [commit, ref] = line.split(' ');
    return { ref: ref!, commit: commit! };
  });
}

/** The commit that a remote ref points at right now. Null when there is no such ref. @throws GitRefused */
export async function remoteTip(scratch: Scratch, ref: string, signal: AbortSignal): Promise<string | null> {
  const result = await scratch.attempt(['ls-remote', '--quiet', 'origin', ref], signal);
  if (result.exitCode !== 0) throw refusalOf(result);
  const line = lines(result.stdout).find((text) => text.endsWith(`\t${ref}`));
  return line?.split('\t')[0] ?? null;
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

/** The texts of objects, in their order, by one git. */
export async function textsOf(scratch: Scratch, objects: string[], signal: AbortSignal): Promise<string[]> {
  if (objects.length === 0) return [];
  const input = objects.map((object) => `${object}\n`).join('');
  const output = await scratch.git(['cat-file', '--batch'], signal, { input, encoding: 'latin1' });
  let at = 0;
  return objects.map(() => {
    // `<object> <type> <size>`, a line feed, `size` bytes, a line feed.
    const start = output.indexOf('\n', at) + 1;
    const end = start + Number(output.slice(at, start).trim().split(' ')[2]);
    at = end + 1;
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

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
