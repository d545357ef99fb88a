import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** A small file of `testing` that every version has. What is added stands below it. */
const host = 'allocs.go';

/**
 * Puts goleak into the standard library's `testing`, for one `go test`: it serves packages with and without a TestMain, in modules,
 * workspaces and vendored trees alike, and no go.mod has to name it. Only files that are there are replaced: up to Go 1.25 the go
 * command knows no package of the standard library, and `go vet` no file, that isn't on disk. `own` is the user's overlay file.
 * Disposing removes everything.
 */
export async function writeTestOverlay(
  env: Pick<GoEnv, 'GOROOT' | 'GOVERSION'>,
  own: string | null,
  parent: string,
): Promise<Omit<Overlay, 'heapDumpSafe'>> {
  const replace = own === null ? {} : await readOverlay(own);
  const directory = await mkdtemp(join(parent, 'overlay-'));
  const remove = async (): Promise<void> => rm(directory, { recursive: true, force: true });
  const place = (name: string): string => join(env.GOROOT, 'src', 'testing', name);
  const original = async (name: string): Promise<string> => readFile(replace[place(name)] ?? place(name), 'utf8');
  try {
    const files = {
      'testing.go': withCalls(await original('testing.go'), env.GOVERSION),
      [host]: inOneFile('testing', [
        await original(host),
        ...(await ownSources(env.GOVERSION)),
        ...(await goleakSources()),
      ]),
      // Where the hook has no body: the compiler allows that only beside assembly.
      ...(hookOf(env.GOVERSION) === oldHook && { 'leakgate_exit.s': '' }),
    };
    for (const [name, text] of Object.entries(files)) {
      const path = join(directory, name);
      await writeFile(path, text);
      replace[place(name)] = path;
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

const oldHook = 'exit_hook_go122.go';
const hookOf = (goVersion: string): string => (minorVersion(goVersion) < 23 ? oldHook : 'exit_hook.go');

const ownSources = async (goVersion: string): Promise<string[]> =>
  Promise.all(
    ['leakgate.go', hookOf(goVersion)].map(async (name) =>
      readFile(join(overlayDirectory(), '_testing', name), 'utf8'),
    ),
  );

async function goleakSources(): Promise<string[]> {
  const folder = join(overlayDirectory(), 'goleak');
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.go') && !name.endsWith('_test.go'),
  );
  return Promise.all(names.toSorted().map(async (name) => readFile(join(folder, name), 'utf8')));
}

/** How these sources call each other's packages, which become one. */
const packages = /\b(?:goleak\.(?=[A-Z])|stack\.(?=(?:Stack|All|Current)\b))/g;

/** Sources of several packages as one file: all their imports, then what follows those in each, in that order. */
export function inOneFile(name: string, sources: readonly string[]): string {
  const imports = new Set<string>();
  const bodies = sources.map((source) =>
    source
      .replace(/^package \w+$/m, '')
      .replaceAll(/^\/\/go:build .*$/gm, '')
      .replaceAll(/^import (?:\(([^)]*)\)|(.+))$/gm, (_, many?: string, one?: string) => {
        const specs = (many ?? one ?? '').split('\n').map((spec) => spec.trim());
        specs
          .filter((spec) => spec !== '' && !spec.includes('"go.uber.org/goleak'))
          .forEach((spec) => imports.add(spec));
        return '';
      })
      .replaceAll(packages, ''),
  );
  return [`package ${name}`, `import (\n\t${[...imports].join('\n\t')}\n)`, ...bodies].join('\n\n');
}
