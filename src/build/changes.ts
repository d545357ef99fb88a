import { runCommand } from './command.ts';

interface Since {
  repositoryRoot: string;
  /** A commit that is there. */
  sha: string;
  env: NodeJS.ProcessEnv;
}

/** Files that differ between a commit and the work tree, new ones included, relative to the root. Null when git can't tell. */
export async function changedFiles({ repositoryRoot, sha, env }: Since, signal: AbortSignal): Promise<string[] | null> {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  const place = { cwd: repositoryRoot, env: rest };
  const [changed, untracked] = await Promise.all([
    runCommand('git', ['diff', '--name-only', '--no-renames', '-z', sha, '--'], place, signal),
    runCommand('git', ['ls-files', '--others', '--exclude-standard', '-z'], place, signal),
  ]);
  if (changed.exitCode !== 0 || untracked.exitCode !== 0) return null;
  return [changed, untracked].flatMap(({ stdout }) => stdout.split('\0').filter((path) => path !== ''));
}

const prose = /\.(?:md|mdx|markdown|rst|adoc)$|(?:^|\/)(?:LICEN[CS]E|NOTICE|AUTHORS|CODEOWNERS|CHANGELOG)(?:\.txt)?$/i;
const ofEditorsAndGit = /(?:^|\/)\.(?:gitignore|gitattributes|editorconfig)$/;
const goSource = /\.go$|(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/;

/**
 * Can a change of this file alter a service only through its binary? Go sources do so, and prose not even that. Any other file may be
 * read while the service runs, or decide how it is started.
 */
export const onlyThroughBinary = (path: string): boolean =>
  prose.test(path) || ofEditorsAndGit.test(path) || goSource.test(path);
