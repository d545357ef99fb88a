import type { Frame, GoTarget } from '../model.ts';

/** Turns what a profile or stack dump says about a frame into a `Frame`. */
export type FrameResolver = (functionName: string, file: string, line: number) => Frame;

type Place = Pick<Frame, 'file' | 'own'>;

/**
 * Resolves frames of a build of `target`, made with or without `-trimpath`. Own code is what lies in one of the target's own
 * modules (not in their `vendor` folder); its files become relative to `repositoryRoot`. All else is named in module form.
 */
export function frameResolver(target: GoTarget, repositoryRoot: string): FrameResolver {
  const places = new Map<string, Place>();
  return (functionName, file, line) => {
    const packageName = packageOf(functionName);
    const key = `${file}\0${packageName}`;
    let place = places.get(key);
    if (place === undefined) {
      const find = file.startsWith('/') ? absolutePlace : trimmedPlace;
      place = find(target, repositoryRoot, packageName, file);
      places.set(key, place);
    }
    return { function: readableName(functionName), file: place.file, line, own: place.own };
  };
}

function absolutePlace(target: GoTarget, root: string, packageName: string, file: string): Place {
  // A downloaded toolchain's GOROOT lies inside the module cache, so it's asked first.
  const standard = below(`${target.goRoot}/src`, file);
  if (standard !== undefined) return { file: standard, own: false };
  const cached = below(target.goModCache, file);
  if (cached !== undefined) return { file: unescapeModulePath(cached), own: false };
  for (const { directory } of deepestFirst(target.ownModules)) {
    const inside = below(directory, file);
    if (inside !== undefined) return ownOrVendored(inside, below(root, file) ?? inside);
  }
  return placeByPackage(target, root, packageName, file);
}

function trimmedPlace(target: GoTarget, root: string, packageName: string, file: string): Place {
  for (const { path, directory } of target.ownModules) {
    const inside = below(path, file);
    if (inside !== undefined) return ownOrVendored(inside, joined(below(root, directory), inside) ?? file);
  }
  // `go build -trimpath main.go` names files relative to the folder of the build.
  if (packageName === 'main' && file.startsWith('./')) return placeByPackage(target, root, packageName, file);
  return { file, own: false };
}

const ownOrVendored = (inside: string, file: string): Place => {
  const vendored = /(?:^|\/)vendor\/(.+)$/.exec(inside)?.[1];
  return vendored === undefined ? { file, own: true } : { file: vendored, own: false };
};

/** For a path that matches nothing: a symbolic link on the way, or a module replaced by a folder. The function's package decides. */
function placeByPackage(target: GoTarget, root: string, packageName: string, file: string): Place {
  const path = packageName === 'main' ? target.packagePath : packageName;
  const base = file.slice(file.lastIndexOf('/') + 1);
  for (const own of target.ownModules) {
    const inside = path === own.path ? '' : below(own.path, path);
    if (inside === undefined) continue;
    const folder = joined(below(root, own.directory), inside);
    return { file: folder === undefined ? `${path}/${base}` : joinPath(folder, base), own: true };
  }
  return { file: `${path}/${base}`, own: false };
}

/** `path` relative to `directory`: `''` when equal, undefined when it isn't inside. */
function below(directory: string, path: string): string | undefined {
  const base = directory.endsWith('/') ? directory.slice(0, -1) : directory;
  if (base === '' && !directory.startsWith('/')) return undefined;
  if (path === base) return '';
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : undefined;
}

const joinPath = (folder: string, rest: string): string =>
  folder === '' ? rest : rest === '' ? folder : `${folder}/${rest}`;

const joined = (folder: string | undefined, rest: string): string | undefined =>
  folder === undefined ? undefined : joinPath(folder, rest);

const deepestFirst = (modules: GoTarget['ownModules']): GoTarget['ownModules'] =>
  modules.toSorted((a, b) => b.directory.length - a.directory.length);

/** The module cache writes `A` as `!a`, for file systems that don't tell them apart. */
const unescapeModulePath = (path: string): string =>
  path.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Symbols write a dot in the last element of an import path as `%2e`: `gopkg.in/yaml%2ev3.Node`. */
const readableName = (symbol: string): string => symbol.replaceAll('%2e', '.');

/** The import path in a symbol: `example.com/mod/pkg` of `example.com/mod/pkg.(*T).Method[...]`. */
export function packageOf(symbol: string): string {
  const plain = symbol.split('[', 1)[0] ?? '';
  const dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
  return readableName(dot === -1 ? plain : plain.slice(0, dot));
}

/** Frames of Go's scheduler and allocator, which stand above the code that caused them. */
export const isRuntime = (frame: Frame): boolean => /^(?:runtime|internal\/runtime\/[^.]+)\./.test(frame.function);

/**
 * Did the runtime allocate this for itself? Besides stacks without any other frame, that's what its functions under a foreign name
 * (`sync.runtime_notifyListWait`) allocate: bookkeeping that is kept for later goroutines.
 */
export const isRuntimeOwned = (stack: readonly Frame[]): boolean =>
  stack.every(isRuntime) || (stack[0] !== undefined && /\.runtime_/.test(stack[0].function));

/** Import paths of the standard library have no dot in their first element. */
export const isStandard = (frame: Frame): boolean => !frame.own && !/^[^/]*\.[^/]*\//.test(frame.file);

/** Everything in Leakgate's probe carries the prefix `leakgate`, in whichever package it was linked. */
export const isProbe = (frame: Frame): boolean => /(?:^|\/)[^/.]+\.leakgate[A-Z]/.test(frame.function);
