import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { git } from './git.ts';

/** What a commit changes: new contents by path (`null` deletes), or literal replacements in existing files. */
export interface Change {
  files?: Record<string, string | null>;
  replace?: { file: string; find: string; with: string }[];
}

/** The bare repository on the forge, and the developer's clone of it. */
export interface Origin {
  bare: string;
  commit: (message: string, change: Change) => Promise<string>;
  /** Moves the developer to `branch`, starting it at `from` when it is new. */
  checkout: (branch: string, from?: string) => Promise<void>;
  /** Writes the commits of `branch` anew on top of `onto`, and stays there. */
  rebase: (branch: string, onto: string) => Promise<void>;
  /** Also when the branch was rebased. */
  push: (branch: string) => Promise<{ before: string; after: string }>;
  /** Tags the commit that is checked out, as `npm version` does, and pushes the tag: also when there is one of that name. */
  pushTag: (tag: string) => Promise<{ before: string; after: string }>;
  /** What GitHub offers as `refs/pull/N/merge`: base and head merged. Returns the merge commit. */
  mergePullRequest: (number: number, base: string, head: string) => Promise<string>;
  /** Merges `head` into the commit `base`, as the branch `branch` of its own. Returns the merge commit. */
  queueMerge: (branch: string, base: string, head: string) => Promise<string>;
  sha: (ref: string) => Promise<string>;
  /** SHA by full name. */
  refs: () => Promise<Record<string, string>>;
  show: (ref: string, file: string) => Promise<string>;
  /** The names of the files in a folder. */
  list: (ref: string, folder: string) => Promise<string[]>;
  /** The commits that `ref` leads to, newest first. */
  history: (ref: string) => Promise<string[]>;
}

const zero = '0'.repeat(40);

async function apply(root: string, change: Change): Promise<void> {
  for (const [file, text] of Object.entries(change.files ?? {})) {
    const target = path.join(root, file);
    if (text === null) {
      await rm(target);
    } else {
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
  for (const edit of change.replace ?? []) {
    const target = path.join(root, edit.file);
    const text = await readFile(target, 'utf8');
    if (!text.includes(edit.find)) throw new Error(`${edit.file} doesn't contain ${JSON.stringify(edit.find)}`);
    await writeFile(
      target,
      text.replace(edit.find, () => edit.with),
    );
  }
}

async function listRefs(bare: string): Promise<Record<string, string>> {
  const lines = await git(bare, 'for-each-ref', '--format=%(refname) %(objectname)');
  return Object.fromEntries(
    lines
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ') as [string, string]),
  );
}

async function mergeCommit(clone: string, base: string, head: string): Promise<string> {
  const tree = await git(clone, 'merge-tree', '--write-tree', base, head);
  return git(clone, 'commit-tree', tree, '-p', base, '-p', head, '-m', `Merge ${head} into ${base}`);
}

async function initialise(bare: string, clone: string): Promise<void> {
  await git('.', 'init', '-q', '--bare', '-b', 'main', bare);
  // GitHub serves any commit it has by its SHA, and partial clones.
  await git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await git(bare, 'config', 'uploadpack.allowFilter', 'true');
  await git('.', 'init', '-q', '-b', 'main', clone);
  await git(clone, 'remote', 'add', 'origin', bare);
}

/** Makes both repositories. The folder `template` and `files` are the first commit of `main`, not pushed yet. */
export async function createOrigin(
  bare: string,
  clone: string,
  content: { template: string; files: Record<string, string> },
): Promise<Origin> {
  await initialise(bare, clone);
  await cp(content.template, clone, { recursive: true });
  const origin: Origin = {
    bare,
    commit: async (message, change) => {
      await apply(clone, change);
      await git(clone, 'add', '-A');
      await git(clone, 'commit', '-qm', message);
      return git(clone, 'rev-parse', 'HEAD');
    },
    checkout: async (branch, from) => {
      await git(clone, 'checkout', '-q', ...(from === undefined ? [branch] : ['-b', branch, from]));
    },
    rebase: async (branch, onto) => {
      await git(clone, 'rebase', '-q', onto, branch);
    },
    push: async (branch) => {
      const before = (await listRefs(bare))[`refs/heads/${branch}`] ?? zero;
      await git(clone, 'push', '-q', '--force-with-lease', 'origin', branch);
      return { before, after: await git(clone, 'rev-parse', branch) };
    },
    pushTag: async (tag) => {
      const before = (await listRefs(bare))[`refs/tags/${tag}`] ?? zero;
      await git(clone, 'tag', '--force', '--annotate', '--message', tag, tag);
      await git(clone, 'push', '-q', '--force', 'origin', `refs/tags/${tag}`);
      return { before, after: await git(clone, 'rev-parse', `refs/tags/${tag}`) };
    },
    mergePullRequest: async (number, base, head) => {
      const merge = await mergeCommit(clone, base, head);
      await git(
        clone,
        'push',
        '-qf',
        'origin',
        `${head}:refs/pull/${number}/head`,
        `${merge}:refs/pull/${number}/merge`,
      );
      return merge;
    },
    queueMerge: async (branch, base, head) => {
      const merge = await mergeCommit(clone, base, head);
      await git(clone, 'push', '-q', 'origin', `${merge}:refs/heads/${branch}`);
      return merge;
    },
    sha: async (ref) => git(bare, 'rev-parse', `${ref}^{commit}`),
    refs: async () => listRefs(bare),
    show: async (ref, file) => git(bare, 'show', `${ref}:${file}`),
    list: async (ref, folder) => (await git(bare, 'ls-tree', '--name-only', `${ref}:${folder}`)).split('\n'),
    history: async (ref) => (await git(bare, 'rev-list', ref)).split('\n'),
  };
  await origin.commit('Start the service', { files: content.files });
  return origin;
}
