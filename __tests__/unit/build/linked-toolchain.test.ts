import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reachableToolchain } from '../../../src/build/linked-toolchain.ts';
import { wirings } from '../../../src/build/overlay.ts';
import type { GoTarget } from '../../../src/model.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'leakgate-toolchain-test-'));
});
afterEach(async () => rm(parent, { recursive: true, force: true }));

const target = (goRoot: string, goModCache: string): GoTarget => ({
  workingDirectory: '/svc',
  moduleDirectory: '/svc',
  modulePath: 'example.com/svc',
  ownModules: [],
  packagePath: 'example.com/svc',
  packageDirectory: '/svc',
  goVersion: 'go1.27.0',
  goRoot,
  goModCache,
  goArch: 'amd64',
});

test('a toolchain in the module cache gets a path outside of it, and loses it again', async () => {
  const cached = target('/m/golang.org/toolchain@v0.0.1-go1.27.0.linux-amd64', '/m');
  {
    await using toolchain = await reachableToolchain(cached, { PATH: '/bin' }, parent);
    const { goRoot } = toolchain.target;
    expect(await readlink(goRoot)).toBe(cached.goRoot);
    expect(wirings(toolchain.target)[0]).toBe('goroot');
    expect(toolchain.env).toEqual({ GOROOT: goRoot, GOTOOLCHAIN: 'local', PATH: `${goRoot}/bin:/bin` });
  }
  expect(await readdir(parent)).toEqual([]);
});

test.each([
  ['lies elsewhere', target('/usr/local/go', '/m')],
  ['can only be linked inside of the cache', target('/m/go', '/')],
])('one that %s stays as it is', async (_, given) => {
  await using toolchain = await reachableToolchain(given, { PATH: '/bin' }, parent);
  expect(toolchain).toMatchObject({ target: given, env: {} });
  expect(await readdir(parent)).toEqual([]);
});
