import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { goFailed, runCommand } from '../build/index.ts';
import { buildSourceProgram } from '../go-source/index.ts';

const readSource = z.object({
  /** Import paths, the one that most files import first; net/http last. */
  frameworks: z.array(z.string()),
  routes: z.array(
    z.object({
      /** Empty: any. */
      method: z.string(),
      /** With the framework's own placeholders. */
      path: z.string(),
      /** Absolute. */
      file: z.string(),
      line: z.number(),
    }),
  ),
  /** Flags and environment variables, with a default where it stands there as a literal. */
  settings: z.array(z.object({ kind: z.enum(['flag', 'variable']), name: z.string(), default: z.string() })),
  /** Names of sub-commands. */
  commands: z.array(z.string()),
  /** Folders of packages that start an HTTP server themselves. */
  listens: z.array(z.string()),
});

/** What can be read of a service without building it. */
export type SourceFacts = z.output<typeof readSource>;
export type SourceRoute = SourceFacts['routes'][number];
export type SourceSetting = SourceFacts['settings'][number];

/** A program that reads Go source with Go's own parser. Disposing removes it. */
export interface Reader extends AsyncDisposable {
  read(directories: readonly string[], signal: AbortSignal): Promise<SourceFacts>;
}

/** Builds the reader with the toolchain at hand. @throws LeakgateError `config` without one. */
export async function openReader(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Reader> {
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-reader-'));
  const dispose = async (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const { path, place } = await buildSourceProgram('discover', { directory, env }, signal);
    return {
      async read(directories, asked) {
        const result = await runCommand(path, [...directories], place, asked);
        if (result.exitCode !== 0) throw goFailed('the reader of Go source', place.cwd, result);
        return readSource.parse(JSON.parse(result.stdout));
      },
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}
