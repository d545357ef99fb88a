import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { GoTarget, ProbeBinary } from '../model.ts';
import { fixHeapDump, isHeapDumpSound } from './heap-dump-fix.ts';
import { isInside } from './modules.ts';
import { probeFileName, probeSource } from './probe-source.ts';

export type Wiring = ProbeBinary['wiring'];

/** What `go build -overlay` reads: where a file seems to lie → where its text is; an empty text deletes it. */
const overlayFile = z.object({ Replace: z.record(z.string(), z.string()).default({}) });

export interface Overlay extends AsyncDisposable {
  /** The JSON file for `-overlay`. */
  path: string;
  /** Can this build's heap be dumped without the danger that the dump kills the service? */
  heapDumpSafe: boolean;
}

/**
 * Which wirings to try, best first. A file in GOROOT's net/http works however the service is built, but a program
 * without net/http doesn't hold it, and the go command refuses to replace files in the module cache, where downloaded
 * toolchains lie until they get another path. A file in the main package works there too, but not with `-cover`.
 */
export function wirings(target: Pick<GoTarget, 'goRoot' | 'goModCache'>): Wiring[] {
  return isInside(target.goRoot, target.goModCache) ? ['main-package'] : ['goroot', 'main-package'];
}

/** Writes the probe, the runtime's fix and the user's own entries as one overlay in a folder of its own below `parent`. Disposing removes it. */
export async function writeOverlay(
  target: GoTarget,
  wiring: Wiring,
  own: string | null,
  parent: string,
): Promise<Overlay> {
  const replace = own === null ? {} : await readOverlay(own);
  const directory = await mkdtemp(join(parent, 'overlay-'));
  const remove = async () => rm(directory, { recursive: true, force: true });
  const put = async (place: string, name: string, text: string) => {
    const path = join(directory, name);
    await writeFile(path, text);
    replace[place] = path;
  };
  try {
    const inGoRoot = wiring === 'goroot';
    const packageDirectory = inGoRoot ? join(target.goRoot, 'src', 'net', 'http') : target.packageDirectory;
    await put(join(packageDirectory, probeFileName), 'probe.go', await probeSource(inGoRoot ? 'http' : 'main'));

    const heapDump = join(target.goRoot, 'src', 'runtime', 'heapdump.go');
    const source = heapDump in replace ? null : await readFile(heapDump, 'utf8').catch(() => null);
    const fixed =
      source === null || isInside(target.goRoot, target.goModCache) ? null : fixHeapDump(source, target.goVersion);
    if (fixed !== null) await put(heapDump, 'heapdump.go', fixed);

    const path = join(directory, 'overlay.json');
    await writeFile(path, JSON.stringify({ Replace: replace }));
    const heapDumpSafe = fixed !== null || (source !== null && isHeapDumpSound(source, target.goVersion));
    return { path, heapDumpSafe, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The entries of an overlay file. @throws LeakgateError `config` when it isn't one. */
export async function readOverlay(path: string): Promise<Record<string, string>> {
  try {
    return overlayFile.parse(JSON.parse(await readFile(path, 'utf8'))).Replace;
  } catch (error) {
    throw new LeakgateError('config', `The overlay file ${path} can't be read as \`{"Replace": {"file": "text"}}\`.`, {
      cause: error,
      hint: 'It is named by build.overlay, or by -overlay in build.flags or GOFLAGS.',
    });
  }
}

/** The user's overlay file as an absolute path: the option, else the flag, else the one of GOFLAGS; null without one. */
export function ownOverlay(option: string | undefined, flagged: string[], cwd: string): string | null {
  const path = option ?? flagged.at(-1) ?? '';
  return path === '' ? null : resolve(cwd, path);
}
