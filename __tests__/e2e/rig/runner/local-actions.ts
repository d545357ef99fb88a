import { cp, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

const shimFolder = path.join(import.meta.dirname, '..', 'shims');

/** Every `owner/name/path@ref` under a key `uses`, at any depth. */
function usesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'uses' && typeof value === 'string' ? [value] : usesIn(value),
  );
}

/** `owner/name`, folder below that, and ref of an action in a repository; undefined for `./local` and `docker://image`. */
function splitReference(uses: string): { action: string; folder: string; ref: string } | undefined {
  const match = /^([\w-]+\/[\w.-]+)(\/[^@]+)?@(.+)$/.exec(uses);
  return match?.[1] && match[3] ? { action: match[1], folder: match[2] ?? '', ref: match[3] } : undefined;
}

/**
 * `owner/name@ref=folder` for each action that act must find without asking the network: the actions that `yamlTexts`
 * and our own `action.yml` files use. Ours is in `actionFolder`; those of others have stand-ins.
 * @throws when one has no stand-in.
 */
export async function localRepositories(yamlTexts: string[], own: string, actionFolder: string): Promise<string[]> {
  const ownYamls = await Promise.all(
    (await readdir(actionFolder, { withFileTypes: true }))
      .map((entry) => (entry.isDirectory() ? path.join(entry.name, 'action.yml') : entry.name))
      .filter((file) => path.basename(file) === 'action.yml')
      .map(async (file) => readFile(path.join(actionFolder, file), 'utf8').catch(() => '')),
  );
  const files = await readdir(shimFolder, { recursive: true });
  const standIns = new Set(files.filter((file) => file.endsWith('action.yml')).map((file) => path.dirname(file)));
  const found = new Map<string, string>();
  for (const uses of [...yamlTexts, ...ownYamls].flatMap((text) => usesIn(parse(text)))) {
    const reference = splitReference(uses);
    if (!reference) continue;
    const { action, folder, ref } = reference;
    if (action !== own && !standIns.has(`${action}${folder}`))
      throw new Error(`No stand-in for ${uses}: add one to ${shimFolder}`);
    found.set(`${action}@${ref}`, action === own ? actionFolder : path.join(shimFolder, action));
  }
  return [...found].map(([reference, folder]) => `${reference}=${folder}`);
}

/** Copies an action's repository as a runner would download it, without what git ignores in ours. */
export async function stageAction(source: string, target: string): Promise<void> {
  const skipped = new Set(
    ['node_modules', '.git', 'coverage', 'leakgate-out', '.leakgate'].map((name) => path.join(source, name)),
  );
  await cp(source, target, { recursive: true, filter: (file) => !skipped.has(file) });
}
