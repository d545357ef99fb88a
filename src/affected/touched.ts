import { basename, dirname, extname, join } from 'node:path';
import type { GraphPackage } from './graph.ts';
import type { ModuleChanges } from './module-changes.ts';

/** A program, and why it has to be measured: a changed file or module, as shown to people. */
export interface Affected {
  program: GraphPackage;
  because: string;
}

/** Files that are compiled or linked into a package; tests aren't. */
const compiled = /^\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/;

interface Touching {
  root: string;
  /** Relative to the root. */
  paths: string[];
  modules: ModuleChanges;
  /** Files and folders, relative to the root, that every program depends on. */
  watched: string[];
}

/** The programs whose packages, modules, embedded files or settings a change touches. In doubt a program is affected. */
export function affectedPrograms(packages: GraphPackage[], touching: Touching): Affected[] {
  const reasons = new Map<string, string>();
  for (const one of packages) {
    const reason = whyTouched(one, touching);
    if (reason !== null) reasons.set(one.importPath, reason);
  }
  return packages
    .filter(({ isProgram }) => isProgram)
    .flatMap((program) => {
      const because = whyMeasured(program, reasons, touching);
      return because === null ? [] : [{ program, because }];
    });
}

function whyMeasured(program: GraphPackage, reasons: Map<string, string>, touching: Touching): string | null {
  const watched = touching.paths.find((path) => touching.watched.some((one) => isAt(path, plainFolder(one))));
  if (watched !== undefined) return watched;
  const settings = touching.paths.find((path) => isSettingsOf(program, path, touching.root));
  if (settings !== undefined) return settings;
  if (program.incomplete) return 'a dependency is missing';
  const own = reasons.get(program.importPath);
  if (own !== undefined) return own;
  const dep = program.deps.find((path) => reasons.has(path));
  return dep === undefined ? null : reasons.get(dep)!;
}

const plainFolder = (path: string): string => path.replace(/^(?:\.\/)+|\/+$/g, '');

const isAt = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** `.github/leakgate.yml` at the root, or in a folder around the program. */
function isSettingsOf({ directory }: GraphPackage, path: string, root: string): boolean {
  if (!/(?:^|\/)\.github\/leakgate\.ya?ml$/.test(path)) return false;
  return isAt(directory, dirname(dirname(join(root, path))));
}

function whyTouched(one: GraphPackage, { root, paths, modules }: Touching): string | null {
  const path = paths.find((changed) => belongsTo(one, join(root, changed)));
  if (path !== undefined) return path;
  const { module } = one;
  if (module === null) return null;
  const folder = modules.folders.find((changed) => module.directory === join(root, changed));
  if (folder !== undefined) return join(folder, 'go.mod');
  const workspace = modules.workspaces.find((changed) => isAt(module.directory, join(root, changed)));
  if (workspace !== undefined) return join(workspace, 'go.work');
  return [module.path, module.replacedBy].find((name) => name !== null && modules.modules.has(name)) ?? null;
}

function belongsTo({ directory, embedPatterns, includeDirectories }: GraphPackage, path: string): boolean {
  if (directory === '') return false;
  // A changed submodule is one path, above all packages in it.
  if (isAt(directory, path)) return true;
  if (dirname(path) === directory && isCompiled(path)) return true;
  if (includeDirectories.some((folder) => isAt(path, folder))) return true;
  return isAt(path, directory) && embedPatterns.some((pattern) => mayEmbed(pattern, path.slice(directory.length + 1)));
}

const isCompiled = (path: string): boolean => compiled.test(extname(path)) && !basename(path).endsWith('_test.go');

/** By what stands before the first wildcard: a deleted file can't be matched otherwise, and too much is better than too little. */
function mayEmbed(pattern: string, path: string): boolean {
  const fixed = pattern.replace(/^all:/, '').replace(/[*?[\\].*$/, '');
  return fixed.endsWith('/') || pattern.includes('*') || pattern.includes('?') || pattern.includes('[')
    ? path.startsWith(fixed)
    : isAt(path, fixed) || fixed === '.';
}
