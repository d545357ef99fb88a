import { cp, mkdtemp, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { probeMarker, probeSource } from '../../../src/build/probe-source.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'leakgate-bundle-'));
});
afterEach(async () => rm(directory, { recursive: true, force: true }));

test('the source becomes a file of the package that it joins, and holds what the build looks for', async () => {
  const source = await probeSource('main');
  expect(source).toMatch(/^package main$/m);
  expect(source).not.toMatch(/^package probe$/m);
  expect(source).toContain(`"${probeMarker}"`);
});

test('the bundle finds the overlay folder beside itself, and says when it is missing', async () => {
  const outfile = join(directory, 'chunk.mjs');
  await build({
    entryPoints: [join(root, 'src/build/probe-source.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  await cp(join(root, 'src/overlay'), join(directory, 'overlay'), { recursive: true });
  const bundled = (await import(pathToFileURL(outfile).href)) as { probeSource: typeof probeSource };
  expect(await bundled.probeSource('http')).toBe(await probeSource('http'));
  await unlink(join(directory, 'overlay', 'probe.go'));
  await expect(bundled.probeSource('http')).rejects.toMatchObject({ code: 'internal' });
});
