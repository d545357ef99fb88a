import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { gitEnvironment, runGit } from '../baseline/git.ts';
import { go, goFailed, parseJsonStream } from '../build/index.ts';

const listed = z.object({
  ImportPath: z.string(),
  Name: z.string().default(''),
  Dir: z.string().default(''),
  Standard: z.boolean().default(false),
  Incomplete: z.boolean().default(false),
  Deps: z.array(z.string()).nullish(),
  EmbedPatterns: z.array(z.string()).nullish(),
  CgoCFLAGS: z.array(z.string()).nullish(),
  CgoCPPFLAGS: z.array(z.string()).nullish(),
  CgoCXXFLAGS: z.array(z.string()).nullish(),
  Module: z
    .object({
      Path: z.string(),
      Dir: z.string().default(''),
      Main: z.boolean().default(false),
      Replace: z.object({ Path: z.string() }).optional(),
    })
    .nullish(),
});

/** A package of some program, as the go command sees it. Folders are absolute. */
export interface GraphPackage {
  importPath: string;
  isProgram: boolean;
  directory: string;
  /** Could not be looked at whole: something that it needs is missing. */
  incomplete: boolean;
  /** Import paths of all that is linked in. */
  deps: string[];
  embedPatterns: string[];
  /** Folders that C code includes from. */
  includeDirectories: string[];
  module: { path: string; directory: string; replacedBy: string | null } | null;
}

/** Folders of all modules in the repository, the root's first; none of test data and vendored code. */
async function moduleFolders(root: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string[]> {
  const asked = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', 'go.mod', '*/go.mod'];
  const { stdout } = await runGit(asked, { cwd: root, env: gitEnvironment(env) }, signal);
  const folders = stdout.split('\0').filter(Boolean).map(dirname);
  const ignored = /(?:^|\/)(?:[._][^/]+|testdata|vendor|node_modules)(?:\/|$)/;
  return [...new Set(folders)].filter((folder) => !ignored.test(folder)).toSorted();
}

/** Every package of every module, with what it depends on: one `go list` a module. */
export async function packageGraph(root: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<GraphPackage[]> {
  const packages = new Map<string, GraphPackage>();
  for (const folder of await moduleFolders(root, env, signal)) {
    const directory = await realpath(join(root, folder)).catch(() => null);
    if (directory === null) continue;
    for (const found of await listModule(directory, env, signal))
      packages.set(found.directory + found.importPath, found);
  }
  return [...packages.values()];
}

async function listModule(cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<GraphPackage[]> {
  const fields = `-json=${Object.keys(listed.shape).join(',')}`;
  const list = async (more: NodeJS.ProcessEnv) =>
    go(['list', '-e', '-deps', fields, './...'], { cwd, env: { ...env, ...more } }, signal);
  const inWorkspace = await list({});
  // A module that the workspace around it doesn't use stands alone.
  const result = inWorkspace.exitCode === 0 ? inWorkspace : await list({ GOWORK: 'off' });
  if (result.exitCode !== 0) throw goFailed('go list', cwd, result);
  return z
    .array(listed)
    .parse(parseJsonStream(result.stdout))
    .filter((found) => !found.Standard)
    .map(toPackage);
}

function toPackage(found: z.output<typeof listed>): GraphPackage {
  const flags = [found.CgoCFLAGS, found.CgoCPPFLAGS, found.CgoCXXFLAGS].flatMap((list) => list ?? []);
  return {
    importPath: found.ImportPath,
    isProgram: found.Name === 'main' && found.Module?.Main === true,
    directory: found.Dir,
    incomplete: found.Incomplete,
    deps: found.Deps ?? [],
    embedPatterns: found.EmbedPatterns ?? [],
    includeDirectories: flags.filter((flag) => flag.startsWith('-I/')).map((flag) => flag.slice(2)),
    module: found.Module
      ? {
          path: found.Module.Path,
          directory: found.Module.Dir,
          replacedBy: found.Module.Replace?.Path ?? null,
        }
      : null,
  };
}
