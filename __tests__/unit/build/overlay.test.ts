import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownOverlay, wirings, writeOverlay } from '../../../src/build/overlay.ts';
import type { GoTarget } from '../../../src/model.ts';

const faulty =
  '\t\t\tfallthrough\n\t\tdefault:\n\t\t\tthrow("dumpgs in STW - bad status")\n\t\tcase _Gsyscall,\n\t\t\t_Gwaiting:\n';

let directory: string;
let target: GoTarget;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'leakgate-overlay-test-'));
  const goRoot = join(directory, 'go');
  await mkdir(join(goRoot, 'src', 'runtime'), { recursive: true });
  target = {
    workingDirectory: join(directory, 'svc'),
    moduleDirectory: join(directory, 'svc'),
    modulePath: 'example.com/svc',
    ownModules: [],
    packagePath: 'example.com/svc/cmd/api',
    packageDirectory: join(directory, 'svc', 'cmd', 'api'),
    goVersion: 'go1.26.8',
    goRoot,
    goModCache: join(directory, 'mod'),
    goArch: 'amd64',
  };
});

afterEach(async () => rm(directory, { recursive: true, force: true }));

const heapDump = () => join(target.goRoot, 'src', 'runtime', 'heapdump.go');

async function entries(path: string): Promise<Record<string, string>> {
  const { Replace } = JSON.parse(await readFile(path, 'utf8')) as { Replace: Record<string, string> };
  return Replace;
}

test('a toolchain in the module cache allows the main package only', () => {
  expect(wirings({ goRoot: '/usr/local/go', goModCache: '/root/go/pkg/mod' })).toEqual(['goroot', 'main-package']);
  expect(wirings({ goRoot: '/m/golang.org/toolchain@v0.0.1-go1.24.0.linux-amd64', goModCache: '/m' })).toEqual([
    'main-package',
  ]);
  expect(wirings({ goRoot: '/mod-go', goModCache: '/mod' })[0]).toBe('goroot');
});

test('the probe joins net/http or the main package, under a name that its package allows', async () => {
  await writeFile(heapDump(), 'package runtime\n\n// knows _Gleaked\n');
  for (const [wiring, folder, clause] of [
    ['goroot', join(target.goRoot, 'src', 'net', 'http'), 'package http'],
    ['main-package', target.packageDirectory, 'package main'],
  ] as const) {
    const overlay = await writeOverlay(target, wiring, null, directory);
    const replace = await entries(overlay.path);
    expect(Object.keys(replace)).toEqual([join(folder, 'a0_leakgate_probe.go')]);
    const source = await readFile(Object.values(replace)[0]!, 'utf8');
    expect(source.match(/^package .*$/gm)).toEqual([clause]);
    expect(overlay.heapDumpSafe).toBe(true);
    await overlay[Symbol.asyncDispose]();
    expect(existsSync(dirname(overlay.path))).toBe(false);
  }
});

test('the runtime’s fault is taken out where GOROOT may be replaced', async () => {
  await writeFile(heapDump(), faulty);
  await using overlay = await writeOverlay(target, 'goroot', null, directory);
  expect(overlay.heapDumpSafe).toBe(true);
  const fixed = (await entries(overlay.path))[heapDump()]!;
  expect(await readFile(fixed, 'utf8')).toBe(
    faulty.replace('\t\t\tfallthrough', '').replace('_Gwaiting:', '_Gwaiting, _Gleaked:'),
  );

  await using fallback = await writeOverlay(target, 'main-package', null, directory);
  expect(fallback.heapDumpSafe).toBe(true);

  await using cached = await writeOverlay({ ...target, goModCache: directory }, 'main-package', null, directory);
  expect(cached.heapDumpSafe).toBe(false);
  expect(await entries(cached.path)).not.toHaveProperty(heapDump());
});

test('an unknown, unreadable or replaced heapdump.go isn’t called safe', async () => {
  await using missing = await writeOverlay(target, 'goroot', null, directory);
  expect(missing.heapDumpSafe).toBe(false);
  await writeFile(heapDump(), `${faulty}\tfallthrough\n`);
  await using unknown = await writeOverlay(target, 'goroot', null, directory);
  expect(unknown.heapDumpSafe).toBe(false);

  await writeFile(heapDump(), faulty);
  const own = join(directory, 'own.json');
  await writeFile(own, JSON.stringify({ Replace: { [heapDump()]: '/elsewhere.go', 'a.go': 'b.go', 'gone.go': '' } }));
  await using merged = await writeOverlay(target, 'goroot', own, directory);
  expect(merged.heapDumpSafe).toBe(false);
  expect(await entries(merged.path)).toMatchObject({
    [heapDump()]: '/elsewhere.go',
    'a.go': 'b.go',
    'gone.go': '',
    [join(target.goRoot, 'src', 'net', 'http', 'a0_leakgate_probe.go')]: expect.stringMatching(/probe\.go$/),
  });
});

test.each(['{', '[]', '{"Replace": {"a": 1}}', null])('an overlay file with %j is named in the error', async (text) => {
  const own = join(directory, 'own.json');
  if (text !== null) await writeFile(own, text);
  await expect(writeOverlay(target, 'goroot', own, directory)).rejects.toMatchObject({
    code: 'config',
    message: expect.stringContaining(own),
  });
});

test('the option beats the flag, and relative paths start at the build’s folder', () => {
  expect(ownOverlay('o.json', ['a', 'b'], '/svc')).toBe('/svc/o.json');
  expect(ownOverlay(undefined, ['a', 'b'], '/svc')).toBe('/svc/b');
  expect(ownOverlay(undefined, ['/x/a', ''], '/svc')).toBeNull();
  expect(ownOverlay(undefined, [], '/svc')).toBeNull();
});
