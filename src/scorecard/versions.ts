import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { resolveTarget } from '../build/index.ts';
import { resolveConfig } from '../config/resolve.ts';
import type { Contestant } from './scorecard.ts';

interface Place {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** What a contestant is built with now. A commit never changes, the Go that builds it does. */
export async function currentVersions(
  { folder, ref, modules }: Contestant,
  { cwd, env }: Place,
  signal: AbortSignal,
): Promise<Pick<Contestant, 'goVersion' | 'modules'>> {
  const config = resolveConfig({ inputs: { 'working-directory': folder }, cwd, env });
  const { package: wanted, build } = config;
  const target = await resolveTarget(
    {
      workingDirectory: resolve(cwd, folder),
      flags: build.flags,
      env,
      ...(wanted !== undefined && { package: wanted }),
    },
    signal,
  );
  const current = ref === null ? await requiredModules(join(target.moduleDirectory, 'go.mod')) : modules;
  return { goVersion: target.goVersion, modules: current };
}

/** Direct requirements: the frameworks among them are what a program is built on. */
export async function requiredModules(goMod: string): Promise<Record<string, string>> {
  return directRequirements(await readFile(goMod, 'utf8'));
}

/** Version by module path; lines marked `// indirect` are left out. */
export function directRequirements(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => line.trim().replace(/^require /, ''));
  const direct = lines.flatMap((line) => {
    const match = /^([\w.~-]+\.[\w.~/-]+) (v\d\S*)$/.exec(line);
    return match === null ? [] : [[match[1]!, match[2]!] as const];
  });
  return Object.fromEntries(direct);
}
