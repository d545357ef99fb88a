import { chmod, cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { resolveTarget } from '../../../src/build/target.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/build/', import.meta.url));
const never = new AbortController().signal;
const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '' };

// Each case asks the real go command three to five times.
vi.setConfig({ testTimeout: 60_000 });

/** A copy of the fixtures with no module above it. */
let root: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'leakgate-target-')));
  await cp(fixtures, root, { recursive: true });
});
afterAll(async () => rm(root, { recursive: true, force: true }));

const resolved = async (folder: string, named?: string, more: { flags?: string[]; env?: NodeJS.ProcessEnv } = {}) =>
  resolveTarget(
    { workingDirectory: join(root, folder), env, ...more, ...(named !== undefined && { package: named }) },
    never,
  );

const refusal = async (...given: Parameters<typeof resolved>) => {
  const error = await resolved(...given).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'LeakgateError', code: 'config' });
  return error as { message: string; hint: string };
};

test('main at the root of a module', async () => {
  expect(await resolved('root')).toEqual({
    workingDirectory: join(root, 'root'),
    moduleDirectory: join(root, 'root'),
    modulePath: 'example.com/root',
    ownModules: [{ path: 'example.com/root', directory: join(root, 'root') }],
    packagePath: 'example.com/root',
    packageDirectory: join(root, 'root'),
    goVersion: expect.stringMatching(/^go1\.\d+/),
    goRoot: expect.stringMatching(/^\//),
    goModCache: expect.stringMatching(/^\//),
    goArch: expect.stringMatching(/^\w+$/),
  });
});

test.each(['./cmd/api', 'cmd/api/', 'example.com/layout/cmd/api', './cmd/a...'])('package: %s', async (named) => {
  expect(await resolved('layout', named)).toMatchObject({
    moduleDirectory: join(root, 'layout'),
    packagePath: 'example.com/layout/cmd/api',
    packageDirectory: join(root, 'layout/cmd/api'),
  });
});

test('an absolute folder, and a working directory below the module', async () => {
  const packagePath = 'example.com/layout/cmd/api';
  expect(await resolved('submodule', join(root, 'layout/cmd/api'))).toMatchObject({ packagePath });
  expect(await resolved('layout/cmd/api')).toMatchObject({ packagePath, moduleDirectory: join(root, 'layout') });
});

test('several main packages and none named: each one is listed as it must be written', async () => {
  const { message, hint } = await refusal('layout');
  expect(message).toContain('2 main packages');
  expect(hint).toBe('Write one of these:\npackage: ./cmd/api\npackage: ./cmd/worker');
});

test('a module in a folder below: as the package, or as the working directory', async () => {
  const wanted = { modulePath: 'example.com/submodule/api', moduleDirectory: join(root, 'submodule/services/api') };
  expect(await resolved('submodule', './services/api')).toMatchObject(wanted);
  expect(await resolved('submodule/services/api')).toMatchObject(wanted);
  const { message, hint } = await refusal('submodule');
  expect(message).toContain('no go.mod');
  expect(hint).toContain('`working-directory: services/api`');
});

test('no module at all, several modules below, modules switched off', async () => {
  await mkdir(join(root, 'empty'));
  expect((await refusal('empty')).hint).toBe('Point working-directory at the folder of a Go module.');
  expect((await refusal('.')).hint).toContain('broken, cgo, layout,');
  expect((await refusal('root', undefined, { env: { ...env, GO111MODULE: 'off' } })).message).toContain('no go.mod');
});

test('a workspace from its root and from a member', async () => {
  const wanted = {
    modulePath: 'example.com/workspace/api',
    packageDirectory: join(root, 'workspace/api'),
    ownModules: [
      { path: 'example.com/workspace/shared', directory: join(root, 'workspace/shared') },
      { path: 'example.com/workspace/api', directory: join(root, 'workspace/api') },
    ],
  };
  expect(await resolved('workspace')).toMatchObject(wanted);
  expect(await resolved('workspace/api')).toMatchObject(wanted);
  expect(await resolved('workspace', 'example.com/workspace/api')).toMatchObject(wanted);
});

test('a local replacement is the service’s own code', async () => {
  expect((await resolved('replaced')).ownModules).toEqual([
    { path: 'example.com/replaced', directory: join(root, 'replaced') },
    { path: 'example.com/library', directory: join(root, 'replaced/library') },
  ]);
});

test('vendored, cgo and old modules', async () => {
  for (const folder of ['vendored', 'cgo', 'old']) {
    expect(await resolved(folder)).toMatchObject({ packagePath: `example.com/${folder}` });
  }
});

test('files behind a build tag count when the flags say so', async () => {
  expect((await refusal('tagged')).hint).toContain('-tags');
  expect(await resolved('tagged', undefined, { flags: ['-tags', 'service', '-race'] })).toMatchObject({
    packagePath: 'example.com/tagged',
  });
});

test('relative paths in flags and GOFLAGS start at the working directory', async () => {
  await writeFile(join(root, 'layout/overlay.json'), '{"Replace": {"cmd/api/more.go": "more.txt"}}');
  await writeFile(join(root, 'layout/more.txt'), 'package main\n');
  const wanted = { packagePath: 'example.com/layout/cmd/api' };
  expect(await resolved('layout', './cmd/api', { flags: ['-overlay=overlay.json'] })).toMatchObject(wanted);
  const GOFLAGS = '-overlay=overlay.json';
  expect(await resolved('layout', './cmd/api', { env: { ...env, GOFLAGS } })).toMatchObject(wanted);
  expect((await refusal('layout', './cmd/api', { flags: ['-overlay=none.json'] })).message).toContain('none.json');
});

test.each([
  ['layout', './internal/greeting', 'is package greeting, not a main package'],
  ['layout', './cmd/nothing', 'can’t be used|directory not found'],
  ['layout', 'example.com/elsewhere/cmd', 'no required module provides'],
  ['layout', './cmd/...', 'matches 2 main packages'],
  ['layout', './cmd/api/main.go', 'is a file'],
  ['tagged', '.', 'build constraints exclude all Go files'],
])('in %s, package: %s %s', async (folder, named, reason) => {
  const { message, hint } = await refusal(folder, named);
  expect(message).toContain(named);
  expect(message).toMatch(new RegExp(reason));
  if (folder === 'layout') expect(hint).toContain('package: ./cmd/api');
});

test('a file is answered with its folder', async () => {
  expect((await refusal('layout', 'cmd/api/main.go')).hint).toBe('Write `package: ./cmd/api`.');
});

test('through a symbolic link, every path is the real one', async () => {
  await symlink(join(root, 'layout'), join(root, 'link'));
  expect(await resolved('link', './cmd/api')).toMatchObject({
    workingDirectory: join(root, 'layout'),
    packageDirectory: join(root, 'layout/cmd/api'),
  });
});

test('a working directory that isn’t there, a broken go.mod, a go line from the future', async () => {
  expect((await refusal('nowhere')).message).toContain(join(root, 'nowhere'));
  await mkdir(join(root, 'bad'));
  await writeFile(join(root, 'bad/go.mod'), 'module example.com/bad\nrequires x\n');
  expect((await refusal('bad')).message).toContain('go.mod:2: unknown directive: requires');
  await writeFile(join(root, 'bad/go.mod'), 'module example.com/bad\ngo 1.99\n');
  expect((await refusal('bad')).message).toContain('go.mod requires go >= 1.99');
});

test('without go, with an old go, for another system', async () => {
  const directory = join(root, 'bin');
  await mkdir(directory);
  expect((await refusal('root', undefined, { env: { PATH: directory } })).message).toContain('`go` is not on PATH');

  const answers = {
    GOROOT: '/go',
    GOMODCACHE: '/m',
    GOARCH: 'amd64',
    GOHOSTOS: 'linux',
    GOMOD: '/x/go.mod',
    GOWORK: '',
  };
  const pretend = async (fields: object) => {
    const json = JSON.stringify({ ...answers, GOFLAGS: '', GOEXPERIMENT: '', GOOS: 'linux', ...fields });
    await writeFile(join(directory, 'go'), `#!/bin/sh\necho '${json}'\n`);
    await chmod(join(directory, 'go'), 0o755);
    return refusal('root', undefined, { env: { PATH: directory } });
  };
  expect((await pretend({ GOVERSION: 'go1.21.13' })).message).toContain('Go 1.21.13');
  expect((await pretend({ GOVERSION: 'go1.26.8', GOOS: 'windows' })).message).toContain('GOOS=windows');
});
