import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GoTarget } from '../model.ts';
import { frameResolver, type FrameResolver } from '../pprof/frames.ts';

/** What a program says of its own source. Empty where nothing is known. */
interface Origin {
  modulePath: string;
  packagePath: string;
}

/**
 * Resolves frames of a program that wasn't built here. Own code is what lies in its module; files get paths of a checkout when
 * `directory` lies in one of that module. A program of an unknown module is taken for the checkout's.
 */
export function programFrames(origin: Origin, directory: string): FrameResolver {
  const target = checkoutTarget(origin, directory);
  return frameResolver(target, target.moduleDirectory);
}

/** What can be known of such a program: what only its build told is empty, and its folders are those of the checkout. */
export function checkoutTarget(origin: Origin, directory: string): GoTarget {
  const checkout = checkoutOf(origin.modulePath, directory);
  const modulePath = origin.modulePath || checkout?.modulePath || 'main';
  const folder = checkout?.directory ?? '';
  return {
    workingDirectory: folder,
    moduleDirectory: folder,
    modulePath,
    ownModules: [{ path: modulePath, directory: folder }],
    packagePath: origin.packagePath || modulePath,
    packageDirectory: folder,
    goVersion: '',
    // Unknown, so nothing may lie there; packages tell what is the standard library's.
    goRoot: '\0',
    goModCache: '\0',
    goArch: '',
  };
}

/** The nearest folder at or above `directory` with a go.mod, if it is of that module or none is known. */
function checkoutOf(modulePath: string, directory: string): { directory: string; modulePath: string } | undefined {
  const file = join(directory, 'go.mod');
  if (existsSync(file)) {
    const found = /^module\s+"?([^\s"]+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    return found !== '' && (modulePath === '' || found === modulePath) ? { directory, modulePath: found } : undefined;
  }
  return dirname(directory) === directory ? undefined : checkoutOf(modulePath, dirname(directory));
}
