import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { go } from '../build/index.ts';
import type { Changes } from './changes.ts';

/** What changed in the files that choose modules and their versions. */
export interface ModuleChanges {
  /** Folders of modules, relative to the root, of which every package is touched: the Go version, a `replace`. */
  folders: string[];
  /** Folders of workspaces, relative to the root: every module below is touched. */
  workspaces: string[];
  /** Modules of which another version, or other content, is used now. */
  modules: Set<string>;
}

/** Reads what became of every changed go.mod, go.sum and go.work. */
export async function moduleChanges(
  changes: Changes,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ModuleChanges> {
  const found: ModuleChanges = { folders: [], workspaces: [], modules: new Set() };
  for (const path of changes.paths) {
    const name = basename(path);
    if (name === 'go.work') found.workspaces.push(dirname(path));
    if (!['go.mod', 'go.sum', 'go.work.sum'].includes(name)) continue;
    const [before, after] = await Promise.all([changes.before(path), changes.after(path)]);
    if (name !== 'go.mod') changedSums(before, after).forEach((module) => found.modules.add(module));
    else {
      const required = await changedRequirements(before, after, env, signal);
      if (required === null) found.folders.push(dirname(path));
      else required.forEach((module) => found.modules.add(module));
    }
  }
  return found;
}

/** Every line is `module version hash`. A new line alone may be a version that became used. */
function changedSums(before: string | null, after: string | null): string[] {
  const [old, current] = [linesOf(before), linesOf(after)];
  const differing = [...old, ...current].filter((line) => !(old.has(line) && current.has(line)));
  return differing.map((line) => line.split(' ')[0] ?? '').filter((module) => module !== '');
}

const linesOf = (text: string | null): Set<string> => new Set((text ?? '').split('\n').map((line) => line.trim()));

const moduleFile = z.looseObject({
  Go: z.string().optional(),
  Require: z.array(z.object({ Path: z.string(), Version: z.string() })).nullish(),
});
type ModuleFile = z.output<typeof moduleFile>;

/** From Go 1.17 on, a go.mod lists every module that the packages need; an older one doesn't. */
const listsAll = ({ Go: version = '1.16' }: ModuleFile): boolean => Number(version.split('.')[1] ?? '0') >= 17;

/** Modules required in another version; null when something else changed, or when that doesn't tell all. */
async function changedRequirements(
  before: string | null,
  after: string | null,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string[] | null> {
  const [old, current] = [await parsed(before, env, signal), await parsed(after, env, signal)];
  if (old === null || current === null || !listsAll(current)) return null;
  if (otherThanRequired(old) !== otherThanRequired(current)) return null;
  const [was, is] = [versionsOf(old), versionsOf(current)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
}

const otherThanRequired = ({ Require: _required, ...other }: ModuleFile): string => JSON.stringify(other);

const versionsOf = (file: ModuleFile): Map<string, string> =>
  new Map((file.Require ?? []).map(({ Path, Version }) => [Path, Version]));

/** What the go command makes of a go.mod; null for none, and for one that it can't read. */
async function parsed(text: string | null, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<ModuleFile | null> {
  if (text === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-mod-'));
  try {
    await writeFile(join(folder, 'go.mod'), text);
    const place = { cwd: folder, env: { ...env, GOWORK: 'off', GOTOOLCHAIN: 'local', GOFLAGS: '' } };
    const result = await go(['mod', 'edit', '-json', 'go.mod'], place, signal);
    return result.exitCode === 0 ? moduleFile.parse(JSON.parse(result.stdout)) : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
