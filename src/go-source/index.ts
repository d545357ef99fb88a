import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { go, goFailed, type CommandPlace } from '../build/index.ts';
import { LeakgateError } from '../errors.ts';

/** `discover` reads folders that nobody built; `inventory` packages with the types of their build. */
export type SourceProgram = 'discover' | 'inventory';

export interface BuiltSourceProgram {
  /** Of the binary. */
  path: string;
  /** Where it is built and run. */
  place: CommandPlace;
}

/**
 * Builds one of the programs that read Go source with Go's own parser, into `directory`, with the toolchain at hand.
 * @throws LeakgateError `config` without one.
 */
export async function buildSourceProgram(
  program: SourceProgram,
  { directory, env }: { directory: string; env: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<BuiltSourceProgram> {
  const path = join(directory, program);
  // Flags and workspace of the user are about their module.
  const place = { cwd: sourceDirectory(), env: { ...env, GOFLAGS: '', GOWORK: 'off', GOTMPDIR: directory } };
  const built = await go(['build', '-o', path, `./${program}`], place, signal);
  if (built.exitCode !== 0) throw goFailed('go build', place.cwd, built);
  return { path, place };
}

/** This folder, and beside the bundle one of its name. */
function sourceDirectory(): string {
  const found = ['./', './go-source/'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const path = found.find((one) => existsSync(join(one, 'go.mod')));
  if (path !== undefined) return path;
  throw new LeakgateError('internal', `The readers of Go source aren’t in ${found.join(' or ')}.`, {
    hint: 'The installation of Leakgate is incomplete: `go-source` belongs beside its JavaScript files.',
  });
}
