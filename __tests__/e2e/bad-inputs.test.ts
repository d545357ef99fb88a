import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const service = new URL('../fixtures/e2e/misbehaving', import.meta.url).pathname;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'leakgate-bad-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ran {
  code: number;
  /** What a person saw: both streams. */
  said: string;
  folder: string;
}

/** A copy of the service in a folder of its own: what is left running can be told by its path. */
function folderOf(name: string, files: Record<string, string> = {}): string {
  const folder = join(home, name);
  cpSync(service, folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

async function leakgate(folder: string, args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const temp = join(folder, 'temporary');
  mkdirSync(temp, { recursive: true });
  const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1', TMPDIR: temp, ...env }, maxBuffer: 1 << 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, 'run', '.', '--save-baseline', ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}`, folder });
    });
  });
}

/** Processes of this test's folder that still run: binaries are built below its temporary folder. */
function leftRunning(folder: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    })
    .filter((line) => line.startsWith(join(folder, 'temporary')));
}

function nothingRemains({ folder }: Ran): void {
  expect(leftRunning(folder)).toEqual([]);
  expect(readdirSync(join(folder, 'temporary')).filter((name) => name.startsWith('leakgate'))).toEqual([]);
  expect(existsSync(join(folder, '.leakgate', 'baselines'))).toBe(false);
}

const quick = ['--checks', 'goroutine-leak', '--requests', 'GET /work', '--leak-requests', '100'];

describe('a service that misbehaves', () => {
  const config = { '.github/leakgate.yml': 'ready: { path: /healthz, timeout: 4s }\nrequest-timeout: 1s\n' };

  test.each([
    ['never-listens', 3, ["wasn't ready", 'connecting to the database at db.internal']],
    ['dies', 3, ['cannot read settings.toml', '7']],
    ['500', 4, ['none of']],
    ['hangs', 4, ['none of']],
    ['panics', 4, ['none of']],
    ['crashes', 1, ['out of cheese', 'main.go:']],
    ['ignores-sigterm', 0, ['PASS']],
    ['prints', 0, ['PASS']],
  ])('%s: exit code %i, told in words, nothing left', async (mode, code, words) => {
    const ran = await leakgate(folderOf(`mode-${mode}`, config), quick, { MODE: mode });
    for (const word of words) expect(ran.said).toContain(word);
    expect(ran.code).toBe(code);
    expect(leftRunning(ran.folder)).toEqual([]);
    if (code !== 0) nothingRemains(ran);
  });
});

describe('a configuration that is wrong', () => {
  test('no Go module', async () => {
    const folder = join(home, 'no-module');
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), 'hello');
    const ran = await leakgate(folder, quick);
    expect(ran.said).toMatch(/go\.mod|Go module/);
    expect(ran.code).toBe(2);
    nothingRemains(ran);
  });

  test('two main packages and none named', async () => {
    const source = readFileSync(join(service, 'main.go'), 'utf8');
    const folder = folderOf('two-mains', { 'cmd/a/main.go': source, 'cmd/b/main.go': source });
    rmSync(join(folder, 'main.go'));
    const ran = await leakgate(folder, quick);
    expect(ran.said).toContain('./cmd/a');
    expect(ran.said).toContain('./cmd/b');
    expect(ran.code).toBe(2);
    nothingRemains(ran);
  });

  test('code that does not compile: the compiler’s lines', async () => {
    const folder = folderOf('broken', { 'broken.go': 'package main\n\nfunc f() int { return undefined }\n' });
    const ran = await leakgate(folder, quick);
    expect(ran.said).toContain('broken.go:3');
    expect(ran.said).toContain('undefined');
    expect(ran.code).toBe(3);
    nothingRemains(ran);
  });

  test.each([
    [
      'a requests file of nonsense',
      ['--requests', 'requests.txt'],
      { 'requests.txt': 'GET /a\nhello there\n' },
      'requests.txt, line 2: got "hello there"',
    ],
    ['an unknown method', ['--requests', 'GTE /x'], {}, 'got "GTE /x"'],
    ['a missing body file', ['--requests', 'POST /x @none.json'], {}, 'got "@none.json"'],
    ['an unknown check', ['--checks', 'qps,speed'], {}, 'got "speed"; allowed: qps, heap-leak, goroutine-leak'],
    ['a threshold without unit', ['--max-error-rate', '15'], {}, 'write a share as 15% or 0.15'],
    ['an unknown option', ['--speed', '3'], {}, "Unknown option '--speed'"],
    [
      'an unknown key in the file',
      [],
      { '.github/leakgate.yml': 'requsts: GET /\n' },
      '.github/leakgate.yml: requsts isn',
    ],
    [
      'a key under the wrong check',
      [],
      { '.github/leakgate.yml': 'qps: { leak-requests: 5 }\n' },
      'leak-requests stands at the top of a config file',
    ],
    ['a file that is not YAML', [], { '.github/leakgate.yml': 'requests: [\n' }, '.github/leakgate.yml, line'],
    [
      'a variable that is not set',
      [],
      { '.github/leakgate.yml': 'env: { T: "${LEAKGATE_TEST_NOT_SET}" }\n' },
      'env.T uses ${LEAKGATE_TEST_NOT_SET}',
    ],
  ])('%s', async (name, args, files: Record<string, string>, message) => {
    const ran = await leakgate(folderOf(name.replaceAll(' ', '-'), files), args);
    expect(ran.said).toContain(message);
    expect(ran.code).toBe(2);
    nothingRemains(ran);
  });
});

test('interrupted: everything is stopped, exit code 130', async () => {
  const folder = folderOf('interrupted');
  const temp = join(folder, 'temporary');
  mkdirSync(temp);
  const options = { cwd: folder, env: { ...process.env, TMPDIR: temp } };
  const child = execFile(process.execPath, [cli, 'run', '.', '--checks', 'qps', '--duration', '60s'], options);
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (text: string) => text.includes('Speed') && resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(leftRunning(folder)).toHaveLength(1);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(leftRunning(folder)).toEqual([]);
  expect(readdirSync(temp).filter((name) => name.startsWith('leakgate'))).toEqual([]);
});
