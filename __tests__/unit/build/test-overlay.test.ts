import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inOneFile, withCalls, writeTestOverlay } from '../../../src/build/test-overlay.ts';

const testing =
  'package testing\n\nfunc tRunner(t *T, fn func(t *T)) {\n\tt.runner = 1\n}\n\nfunc (m *M) Run() (code int) {\n\treturn 0\n}\n';

const allocs = 'package testing\n\nimport (\n\t"runtime"\n)\n\nfunc AllocsPerRun() { runtime.GC() }\n';

let directory: string;
let root: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'leakgate-test-overlay-'));
  root = join(directory, 'go');
  await mkdir(join(root, 'src/testing'), { recursive: true });
  await writeFile(join(root, 'src/testing/testing.go'), testing);
  await writeFile(join(root, 'src/testing/allocs.go'), allocs);
});

afterEach(async () => rm(directory, { recursive: true, force: true }));

const replaced = async (path: string): Promise<Record<string, string>> =>
  (JSON.parse(await readFile(path, 'utf8')) as { Replace: Record<string, string> }).Replace;

describe('withCalls', () => {
  test('calls from the lines that are there, so that all lines keep their numbers', () => {
    const changed = withCalls(testing, 'go1.26.8');
    expect(changed.split('\n').length).toBe(testing.split('\n').length);
    expect(changed).toContain('func (m *M) Run() (code int) { defer leakgateRun(m)()\n');
    expect(changed).toContain('func tRunner(t *T, fn func(t *T)) { leakgateTest(t.name, fn)\n');
  });

  test('says which Go version it does not know', () => {
    expect(() => withCalls(testing.replace('tRunner', 'run'), 'go1.99')).toThrow(/go1\.99 has no line `func tRunner/);
  });
});

describe('writeTestOverlay', () => {
  test('replaces only what is there: the calls in testing.go, and goleak with its licence below another file', async () => {
    const overlay = await writeTestOverlay({ GOROOT: root, GOVERSION: 'go1.26.8' }, null, directory);
    const files = await replaced(overlay.path);
    const inTesting = (name: string): string => join(root, 'src/testing', name);
    expect(Object.keys(files).toSorted()).toEqual(['allocs.go', 'testing.go'].map(inTesting));
    const text = await readFile(files[inTesting('allocs.go')]!, 'utf8');
    expect(text).toContain('func AllocsPerRun() { runtime.GC() }');
    expect(text).toContain('func leakgateRun(m *M) func() {');
    expect(text).toContain('Permission is hereby granted');
    expect(text).toContain('exithook.Add');
    expect(text.match(/^package /gm)).toHaveLength(1);
    expect(text.match(/^import /gm)).toHaveLength(1);
    expect(text).not.toMatch(/"go\.uber\.org|\bgoleak\.[A-Z]|\bstack\.Stack\b/);
    await overlay[Symbol.asyncDispose]();
    expect(existsSync(overlay.path)).toBe(false);
  });

  test('before Go 1.23 the hook comes from the runtime, with an empty assembly file', async () => {
    await using overlay = await writeTestOverlay({ GOROOT: root, GOVERSION: 'go1.22.12' }, null, directory);
    const files = await replaced(overlay.path);
    expect(await readFile(files[join(root, 'src/testing/allocs.go')]!, 'utf8')).toContain('runtime.addExitHook');
    expect(await readFile(files[join(root, 'src/testing/leakgate_exit.s')]!, 'utf8')).toBe('');
  });

  test('keeps the entries of the user’s own overlay, and builds on a testing.go of theirs', async () => {
    const theirs = join(directory, 'theirs.go');
    await writeFile(theirs, `${testing}// theirs\n`);
    const own = join(directory, 'own.json');
    const place = join(root, 'src/testing/testing.go');
    await writeFile(own, JSON.stringify({ Replace: { '/x/y.go': '/z.go', [place]: theirs } }));
    await using overlay = await writeTestOverlay({ GOROOT: root, GOVERSION: 'go1.26.8' }, own, directory);
    const files = await replaced(overlay.path);
    expect(files['/x/y.go']).toBe('/z.go');
    expect(await readFile(files[place]!, 'utf8')).toMatch(/leakgateRun[^]*\/\/ theirs/);
  });
});

test('sources of several packages become one file, with each import once', () => {
  const one =
    '// Of a.\npackage a\n\nimport (\n\t"fmt"\n\tlog "internal/log"\n\n\t"go.uber.org/goleak/internal/stack"\n)\n\nvar x stack.Stack = stack.Current()\n';
  const other = '//go:build go1.21\n\npackage b\n\nimport "fmt"\n\nfunc f() { goleak.Left(fmt.Sprint(stack.ID())) }\n';
  const text = inOneFile('testing', [one, other]);
  expect(text.replaceAll(/\n{2,}/g, '\n')).toBe(
    'package testing\nimport (\n\t"fmt"\n\tlog "internal/log"\n)\n// Of a.\nvar x Stack = Current()\nfunc f() { Left(fmt.Sprint(stack.ID())) }\n',
  );
});
