import * as z from 'zod';
import { go, goFailed, resolveTarget } from '../build/index.ts';
import { resolveConfig } from '../config/resolve.ts';
import { owned } from '../owned.ts';
import { placeOf, type Place } from './place.ts';
import type { Contestant } from './scorecard.ts';

/** What a contestant is built with now. A commit never changes, the Go that builds it does. */
export async function currentVersions(
  { folder, ref, sha, modules }: Contestant,
  place: Place,
  signal: AbortSignal,
): Promise<Pick<Contestant, 'goVersion' | 'modules'>> {
  await using stack = owned();
  const { cwd, env } = place;
  const there = await placeOf({ folder, ref: ref === null ? null : sha }, place, stack, signal);
  const { package: wanted, build } = resolveConfig({ inputs: { 'working-directory': there.folder }, cwd, env });
  const target = await resolveTarget(
    { workingDirectory: there.folder, flags: build.flags, env, ...(wanted !== undefined && { package: wanted }) },
    signal,
  );
  const current = ref === null ? await requiredModules(target.moduleDirectory, env, signal) : modules;
  return { goVersion: target.goVersion, modules: current };
}

const requirements = z.object({
  Require: z.array(z.object({ Path: z.string(), Version: z.string(), Indirect: z.boolean().optional() })).nullish(),
});

/** Version by path of what a module requires directly: the frameworks among them are what a program is built on. */
export async function requiredModules(
  moduleDirectory: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const result = await go(['mod', 'edit', '-json'], { cwd: moduleDirectory, env }, signal);
  if (result.exitCode !== 0) throw goFailed('go mod edit', moduleDirectory, result);
  const { Require } = requirements.parse(JSON.parse(result.stdout));
  const direct = (Require ?? []).filter(({ Indirect }) => Indirect !== true);
  return Object.fromEntries(direct.map(({ Path, Version }) => [Path, Version]));
}
