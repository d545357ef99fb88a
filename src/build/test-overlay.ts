import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { readOverlay, type Overlay } from './overlay.ts';
import { overlayDirectory } from './probe-source.ts';
import { minorVersion, type GoEnv } from './toolchain.ts';

/**
 * Where the overlay calls into `testing`, on the lines that are there: `M.Run`, which every TestMain calls at last, and `tRunner`,
 * in which every test and subtest begins. Both lines are the same in Go 1.22 to 1.27.
 */
const calls = [
  ['func (m *M) Run() (code int) {', ' defer leakgateRun(m)()'],
  ['func tRunner(t *T, fn func(t *T)) {', ' leakgateTest(t.name, fn)'],
] as const;

/**
 * Puts goleak into the standard library's `testing`, for one `go test`: it serves packages with and without a TestMain, in modules,
 * workspaces and vendored trees alike, and no go.mod has to name it. `go vet`, a part of `go test`, wants every package to have a folder on
 * disk, so goleak takes one that is there and holds no Go file: `testing/internal`. `own` is the user's overlay file. Disposing removes
 * everything.
 */
export async function writeTestOverlay(
  env: Pick<GoEnv, 'GOROOT' | 'GOVERSION'>,
  own: string | null,
  parent: string,
): Promise<Omit<Overlay, 'heapDumpSafe'>> {
  const replace = own === null ? {} : await readOverlay(own);
  const directory = await mkdtemp(join(parent, 'overlay-'));
  const remove = async (): Promise<void> => rm(directory, { recursive: true, force: true });
  const testing = join(env.GOROOT, 'src', 'testing');
  try {
    const original = replace[join(testing, 'testing.go')] ?? join(testing, 'testing.go');
    const files = {
      'testing.go': withCalls(await readFile(original, 'utf8'), env.GOVERSION),
      ...(await ownFiles(env.GOVERSION)),
      ...(await goleakFiles()),
    };
    for (const [name, text] of Object.entries(files)) {
      const path = join(directory, name.replaceAll('/', '-'));
      await writeFile(path, text);
      replace[join(testing, name)] = path;
    }
    const path = join(directory, 'overlay.json');
    await writeFile(path, JSON.stringify({ Replace: replace }));
    return { path, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The source of `testing` with the calls put in, on the same lines. */
export function withCalls(source: string, goVersion: string): string {
  return calls.reduce((text, [line, call]) => {
    const parts = text.split(`\n${line}\n`);
    if (parts.length === 2) return parts.join(`\n${line}${call}\n`);
    throw new LeakgateError('config', `The package testing of ${goVersion} has no line \`${line}\`.`, {
      hint: 'Leakgate knows Go 1.22 to 1.27. Please report it with the output of `go version`.',
    });
  }, source);
}

const readOwn = async (name: string): Promise<string> => readFile(join(overlayDirectory(), '_testing', name), 'utf8');

async function ownFiles(goVersion: string): Promise<Record<string, string>> {
  const oldHooks = minorVersion(goVersion) < 23;
  return {
    'leakgate.go': await readOwn('leakgate.go'),
    'leakgate_exit.go': await readOwn(oldHooks ? 'exit_hook_go122.go' : 'exit_hook.go'),
    // The compiler allows functions without a body only beside assembly.
    ...(oldHooks && { 'leakgate_exit.s': '' }),
  };
}

/** goleak's two packages as one, since there is one folder to hold them. */
async function goleakFiles(): Promise<Record<string, string>> {
  const folder = join(overlayDirectory(), 'goleak');
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.go') && !name.endsWith('_test.go'),
  );
  const texts = names.map(
    async (name) => [`internal/${basename(name)}`, inOnePackage(await readFile(join(folder, name), 'utf8'))] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

const inOnePackage = (source: string): string =>
  source
    .replace(/^package stack$/m, 'package goleak')
    .replace(/(?:import )?"go\.uber\.org\/goleak\/internal\/stack"/, '')
    .replaceAll(/\bstack\.(Stack|All|Current)\b/g, '$1');
