import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LeakgateError } from '../errors.ts';

/** Name of the probe's file wherever it is linked in; every frame of the probe has it. Sorts first, so that its init runs first. */
export const probeFileName = 'a0_leakgate_probe.go';

/** Found in every program that holds the probe: the variable that wakes it. */
export const probeMarker = 'LEAKGATE_PROBE';

/** The folder with the probe's Go module: `../overlay` beside the sources, `./overlay` beside the bundle. */
export function overlayDirectory(): string {
  const candidates = ['../overlay/', './overlay/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((directory) => existsSync(join(directory, 'probe.go')));
  if (found !== undefined) return found;
  throw new LeakgateError('internal', `The probe's source probe.go is in none of ${candidates.join(', ')}.`, {
    hint: 'The installation of Leakgate is incomplete: `overlay` belongs beside its JavaScript files.',
  });
}

/** The probe as a file of the package with this name. */
export async function probeSource(packageName: 'http' | 'main'): Promise<string> {
  const source = await readFile(join(overlayDirectory(), 'probe.go'), 'utf8');
  return source.replace(/^package probe$/m, `package ${packageName}`);
}
