import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { filesBelow, hashFiles } from './files.ts';
import { isPair, type Change, type Entry } from './manifest.ts';
import { leakMarks } from './marks.ts';

const run = promisify(execFile);

/** A repository of its own for one entry, as its author would have it. Kept between runs, and made anew when anything in it changes. */
export interface Workspace {
  entry: Entry;
  repository: string;
  /** Where a run's report goes. */
  out: (name: string) => string;
  /** The guilty lines, as `file:line` of the repository. */
  marks: string[];
  /** A pair: still at the base, which has no baseline yet? */
  atBase: boolean;
  /** Commits the entry's change on top of the base. */
  toHead(): Promise<void>;
}

export interface Places {
  /** `__tests__/accuracy/corpus`. */
  corpus: string;
  /** Where workspaces are kept. */
  cache: string;
  /** Hash of the program under test: its baselines aren't those of another. */
  program: string;
}

export async function openWorkspace(entry: Entry, { corpus, cache, program }: Places): Promise<Workspace> {
  const service = entry.service ?? entry.name;
  const folder = join(cache, entry.name);
  const repository = join(folder, 'repository');
  const stamp = join(folder, 'stamp');
  const sources = filesBelow(join(corpus, service)).map((file) => `${service}/${file}`);
  const contents = hashFiles(corpus, ['go.mod', 'go.sum', ...sources], JSON.stringify([entry, program]));
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== contents) {
    rmSync(folder, { recursive: true, force: true });
    await createRepository(entry, service, corpus, repository);
    writeFileSync(stamp, contents);
  }
  return {
    entry,
    repository,
    out: (name) => join(folder, 'out', name),
    marks: leakMarks(join(corpus, service), service),
    atBase: isPair(entry) && (await git(repository, 'rev-list', '--count', 'HEAD')).trim() === '1',
    async toHead() {
      if (!isPair(entry)) return;
      entry.change.forEach((one) => applyChange(join(repository, service), one));
      await commit(repository, 'head');
    },
  };
}

async function createRepository(entry: Entry, service: string, corpus: string, repository: string): Promise<void> {
  mkdirSync(join(repository, '.github'), { recursive: true });
  for (const name of ['go.mod', 'go.sum', service]) {
    cpSync(join(corpus, name), join(repository, name), { recursive: true });
  }
  const { requests, checks = isPair(entry) ? 'qps' : 'heap-leak, goroutine-leak' } = entry;
  const config = { package: `./${service}`, requests, checks, ...entry.config };
  writeFileSync(join(repository, '.github/leakgate.yml'), stringify(config));
  await git(repository, 'init', '--quiet', '--initial-branch=main');
  await commit(repository, 'base');
}

/** Author and date are constants, so that a workspace made again has the same commits. */
async function commit(repository: string, message: string): Promise<void> {
  await git(repository, 'add', '--all');
  await git(repository, 'commit', '--quiet', `--message=${message}`, '--date=2026-01-01T00:00:00Z');
}

/** @throws Error when the text to be replaced isn't there exactly once. */
export function applyChange(folder: string, { file, find, replace }: Change): void {
  const path = join(folder, file);
  const [before, after, ...more] = readFileSync(path, 'utf8').split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} must hold exactly once: ${find}`);
  }
  writeFileSync(path, `${before}${replace}${after}`);
}

async function git(repository: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'Accuracy',
    GIT_AUTHOR_EMAIL: 'accuracy@example.com',
    GIT_COMMITTER_NAME: 'Accuracy',
    GIT_COMMITTER_EMAIL: 'accuracy@example.com',
    GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  };
  return (await run('git', ['-c', 'commit.gpgsign=false', ...args], { cwd: repository, env })).stdout;
}
