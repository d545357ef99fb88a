import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, symlink } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProbe, buildStock, resolveTarget, worktreeAt, type BuildOptions } from '../../src/build/index.ts';
import type { GoTarget, ProbeBinary } from '../../src/model.ts';

const run = promisify(execFile);
const fixtures = fileURLToPath(new URL('../fixtures/build/', import.meta.url));
const overlay = fileURLToPath(new URL('../../src/overlay/', import.meta.url));
const never = new AbortController().signal;

/** A copy of the fixtures with no module and no repository above it. */
let root: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'leakgate-build-test-')));
  await cp(fixtures, root, { recursive: true });
});
afterAll(async () => rm(root, { recursive: true, force: true }));

interface Case {
  folder: string;
  package?: string;
  flags?: string[];
  overlay?: string;
  env?: NodeJS.ProcessEnv;
}

async function prepared(given: Case): Promise<[GoTarget, BuildOptions]> {
  const env = { ...process.env, GOFLAGS: '', GOTOOLCHAIN: 'local', ...given.env };
  const asked = { workingDirectory: join(root, given.folder), env, flags: given.flags ?? [] };
  const target = await resolveTarget(
    { ...asked, ...(given.package !== undefined && { package: given.package }) },
    never,
  );
  const outDir = await mkdtemp(join(root, 'out-'));
  const options = { outDir, flags: given.flags ?? [], env, repositoryRoot: root };
  return [target, { ...options, ...(given.overlay !== undefined && { overlay: given.overlay }) }];
}

const stockOf = async (given: Case) => buildStock(...(await prepared(given)), never);
const probeOf = async (given: Case) => buildProbe(...(await prepared(given)), never);

interface Running extends AsyncDisposable {
  pid: number;
  output(): string;
  ask(path: string): Promise<{ status: number; body: Buffer }>;
}

/** Starts a program with the probe's socket and waits until the probe answers. */
async function started(binary: string, env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const socket = join(await mkdtemp(join(root, 'run-')), 'probe');
  const child = spawn(binary, [], { env: { ...process.env, PORT: '0', LEAKGATE_PROBE: socket, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  try {
    const ask = async (path: string) => askSocket(socket, path);
    for (let tries = 0; ; tries++) {
      const pong = await ask('/ping').catch((error: Error) => error);
      if (!(pong instanceof Error)) break;
      if (tries === 200) throw new Error(`no answer from the probe: ${pong.message}\n${output}`);
      await setTimeout(50);
    }
    return { pid: child.pid!, output: () => output, ask, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function askSocket(socketPath: string, path: string): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path }, (answer) => {
      buffer(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    });
    asked.on('error', reject).end();
  });
}

async function okay(running: Running, path: string): Promise<Buffer> {
  const { status, body } = await running.ask(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${body.toString()}`);
  return body;
}

async function pingAndOutput(binary: ProbeBinary): Promise<{ pong: unknown; output: string }> {
  await using running = await started(binary.path);
  const pong = JSON.parse((await okay(running, '/ping')).toString()) as unknown;
  expect(pong).toMatchObject({ pid: running.pid, leakProof: binary.leakProof });
  return { pong, output: running.output() };
}

/** Asks everything that the probe serves. Coverage needs a build with `-cover`. */
async function askEverything(binary: ProbeBinary): Promise<void> {
  await using running = await started(binary.path, { GODEBUG: 'memprofilerate=1' });
  const gzip = Buffer.from([0x1f, 0x8b]);
  expect(JSON.parse((await okay(running, '/memstats?gc=3')).toString())).toMatchObject({ NumForcedGC: 3 });
  expect((await okay(running, '/profile/heap?gc=1')).subarray(0, 2)).toEqual(gzip);
  // A rate of 1 shows in the text form; the linker drops memory profiling from programs that don't ask for it.
  expect((await okay(running, '/profile/heap?debug=1')).toString()).toMatch(/^heap profile: \d{3,}.* @ heap\/2\n/);
  expect((await okay(running, '/profile/allocs')).subarray(0, 2)).toEqual(gzip);
  expect((await okay(running, '/profile/goroutine?debug=1')).toString()).toContain('a0_leakgate_probe.go');
  const { status } = await running.ask('/profile/goroutineleak');
  expect(status).toBe(binary.leakProof ? 200 : 500);
  const stacks = (await okay(running, '/stacks')).toString();
  expect(stacks.match(/^created by .*leakgate|leakgateServe\(/gm)).toHaveLength(1);
  const dump = join(root, `dump-${running.pid}`);
  expect((await okay(running, `/heapdump?gc=2&path=${dump}`)).length).toBe(0);
  expect((await readFile(dump)).subarray(0, 16).toString()).toBe('go1.7 heap dump\n');
  expect((await okay(running, '/trace?ms=20')).subarray(0, 5).toString()).toBe('go 1.');
  expect((await okay(running, '/cpu?ms=20')).subarray(0, 2)).toEqual(gzip);
  expect((await running.ask('/nowhere')).status).toBe(500);
}

test('the probe’s own Go tests, vet and gofmt pass', async () => {
  const place = { cwd: overlay, env: { ...process.env, GOFLAGS: '' } };
  expect(await run('gofmt', ['-l', '.'], place)).toMatchObject({ stdout: '', stderr: '' });
  await run('go', ['vet', './...'], place);
  expect((await run('go', ['test', './...'], place)).stdout).toMatch(/^ok\s/);
});

describe('services of every layout answer the probe', () => {
  test.each<{ name: string; given: Case; prints: string; wiring?: ProbeBinary['wiring'] }>([
    { name: 'main at the root', given: { folder: 'root' }, prints: 'ok' },
    { name: 'cmd/api', given: { folder: 'layout', package: './cmd/api' }, prints: 'layout' },
    { name: 'module in a folder', given: { folder: 'submodule', package: './services/api' }, prints: 'ok' },
    { name: 'go.work', given: { folder: 'workspace' }, prints: 'workspace' },
    { name: 'local replacement', given: { folder: 'replaced' }, prints: 'replaced' },
    { name: 'vendor', given: { folder: 'vendored' }, prints: 'vendored' },
    { name: 'cgo', given: { folder: 'cgo' }, prints: 'cgo 42' },
    { name: 'go 1.15', given: { folder: 'old' }, prints: 'old 0 0' },
    { name: 'build tag', given: { folder: 'tagged', flags: ['-tags', 'service'] }, prints: 'tagged' },
    { name: 'race detector', given: { folder: 'root', flags: ['-race'] }, prints: 'ok' },
    { name: 'no overlay', given: { folder: 'overlaid' }, prints: 'on disk' },
    {
      name: 'overlay as option',
      given: { folder: 'overlaid', overlay: join(fixtures, 'overlaid/overlay.json') },
      prints: 'from the overlay',
    },
    {
      name: 'overlay as flag',
      given: { folder: 'overlaid', flags: ['-overlay', 'overlay.json'] },
      prints: 'from the overlay',
    },
    {
      name: 'overlay in GOFLAGS',
      given: { folder: 'overlaid', env: { GOFLAGS: '-overlay=overlay.json -mod=mod' } },
      prints: 'from the overlay',
    },
    { name: 'no net/http', given: { folder: 'raw' }, prints: '', wiring: 'main-package' },
  ])('$name', async ({ given, prints, wiring = 'goroot' }) => {
    const binary = await probeOf(given);
    expect(binary).toMatchObject({ wiring, heapDumpSafe: true });
    const { output } = await pingAndOutput(binary);
    expect(output).toContain(prints);
  });

  test('through a symbolic link, by either wiring', async () => {
    await symlink(join(root, 'layout'), join(root, 'linked'));
    // A shell that went through the link says so in PWD, which the go command believes.
    const env = { PWD: join(root, 'linked') };
    const [target, options] = await prepared({ folder: 'linked', package: './cmd/api', env });
    await pingAndOutput(await buildProbe(target, options, never));
    // What a toolchain in the module cache leads to where not even a link to it lies outside.
    const cached = { ...target, goModCache: '/' };
    const binary = await buildProbe(cached, options, never);
    expect(binary).toMatchObject({ wiring: 'main-package' });
    await pingAndOutput(binary);
    const covered = { ...options, flags: ['-cover'] };
    await expect(buildProbe(cached, covered, never)).rejects.toMatchObject({ code: 'config' });
  });

  test('the names and the language of an old main package don’t collide with the probe in it', async () => {
    const [target, options] = await prepared({ folder: 'old' });
    const binary = await buildProbe({ ...target, goModCache: '/' }, options, never);
    expect(binary.wiring).toBe('main-package');
    await pingAndOutput(binary);
  });

  test('everything that the probe serves, with coverage', async () => {
    const binary = await probeOf({ folder: 'layout', package: './cmd/api', flags: ['-cover', '-covermode=atomic'] });
    await askEverything(binary);
    await using running = await started(binary.path);
    const covered = join(root, 'covered');
    await mkdir(covered);
    await okay(running, `/cover?dir=${covered}`);
    expect((await readdir(covered)).map((name) => name.split('.')[0]).toSorted()).toEqual(['covcounters', 'covmeta']);
    expect((await running.ask('/cover?dir=/nowhere')).status).toBe(500);
  });
});

describe('the two builds', () => {
  const symbols = async (path: string) => (await run('go', ['tool', 'nm', path], { maxBuffer: 1e8 })).stdout;

  test('the stock build is the user’s own: no probe, and stripped when asked for', async () => {
    const given = { folder: 'root', flags: ['-ldflags', '-s -w'] };
    const stock = await stockOf(given);
    expect((await readFile(stock.path)).includes('LEAKGATE_PROBE')).toBe(false);
    expect(await symbols(stock.path).catch((error: Error) => error.message)).toContain('no symbols');
    const probe = await probeOf(given);
    expect(await symbols(probe.path)).toMatch(/ main\.main$/m);
    await pingAndOutput(probe);
    const fromGoflags = await probeOf({ folder: 'root', env: { GOFLAGS: `'-ldflags=-s -w'` } });
    expect(await symbols(fromGoflags.path)).toMatch(/ main\.main$/m);
  });

  test('without the variable the probe sleeps', async () => {
    const { path } = await probeOf({ folder: 'root' });
    const env = { ...process.env, PORT: '0', LEAKGATE_PROBE: '' };
    const child = spawn(path, [], { env, cwd: await mkdtemp(join(root, 'run-')), stdio: ['ignore', 'pipe', 'ignore'] });
    // The service prints once its init functions are through.
    await once(child.stdout, 'data');
    const sockets = await readFile(`/proc/${child.pid}/net/unix`, 'utf8');
    const open = await readdir(`/proc/${child.pid}/fd`);
    const links = await Promise.all(open.map(async (fd) => readlink(`/proc/${child.pid}/fd/${fd}`).catch(() => '')));
    child.kill('SIGKILL');
    const inodes = links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
    expect(inodes.filter((inode) => sockets.includes(` ${inode} /`))).toEqual([]);
  });

  test('the same code has the same build ID in another folder and at another commit', async () => {
    const repository = join(root, 'repository');
    await cp(join(root, 'root'), repository, { recursive: true });
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
    const git = async (...args: string[]) => (await run('git', [...who, ...args], { cwd: repository })).stdout.trim();
    await git('init', '--quiet');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'first');
    const sha = await git('rev-parse', 'HEAD');
    await git('commit', '--quiet', '--allow-empty', '--message', 'second');
    const head = await stockOf({ folder: 'repository' });
    await using worktree = await worktreeAt({ repositoryRoot: repository, sha, env: process.env }, never);
    await symlink(worktree.directory, join(root, 'base'));
    expect((await stockOf({ folder: 'base' })).buildId).toBe(head.buildId);
    expect((await probeOf({ folder: 'base' })).buildId).not.toBe(head.buildId);
  });

  test.each([
    ['./cmd/api', 'cmd/api/main.go', 6, 'as string value'],
    ['./cmd/deep', 'bad/bad.go', 3, 'too many return values\nhave'],
    ['./cmd/importer', 'cmd/importer/main.go', 3, 'example.com/nowhere'],
    ['./cmd/syntax', 'cmd/syntax/main.go', 4, 'missing condition'],
    ['./cmd/cgo', 'cmd/cgo/main.go', 3, 'missing.h'],
  ])('%s doesn’t build, and the error leads to %s:%i', async (named, file, line, message) => {
    const location = { file: `broken/${file}`, line, message: expect.stringContaining(message) };
    for (const build of [stockOf, probeOf]) {
      await expect(build({ folder: 'broken', package: named })).rejects.toMatchObject({
        code: 'service',
        message: expect.stringContaining(`broken/${file}:${line}`),
        locations: expect.arrayContaining([location]),
        output: expect.stringContaining(message.split('\n')[0]!),
      });
    }
  });

  test('an abort ends a build and leaves nothing behind', async () => {
    const abort = new AbortController();
    // A flag that builds everything anew, so that there is time to abort.
    const [target, options] = await prepared({ folder: 'root', flags: ['-a'] });
    const outcome = buildProbe(target, options, abort.signal).then(
      () => 'built',
      (error: Error) => error.name,
    );
    const building = async () =>
      (await readdir(options.outDir, { recursive: true })).some((path) => /\/b\d+$/.test(path));
    while (!(await building())) await setTimeout(20);
    abort.abort();
    expect(await outcome).toBe('AbortError');
    expect(await readdir(options.outDir)).toEqual([]);
  });
});

/** Why a toolchain can't be had, such as no network; null when it can. */
async function whyMissing(version: string): Promise<string | null> {
  const env = { ...process.env, GOTOOLCHAIN: version };
  const answer = await run('go', ['version'], { env }).catch((error: Error) => error);
  return answer instanceof Error ? answer.message : null;
}

describe('every Go version that is served', () => {
  test.for<[string, boolean]>([
    ['go1.22.12', false],
    ['go1.24.11', false],
    ['go1.25.5', false],
    ['go1.26.8', true],
    ['go1.27.0', true],
  ])('%s', async ([version, leakProof], { skip }) => {
    const env = { ...process.env, GOTOOLCHAIN: version };
    const missing = await whyMissing(version);
    if (missing !== null) skip(missing);
    const binary = await probeOf({ folder: 'layout', package: './cmd/api', env });
    // A downloaded toolchain lies in the module cache, and is built with all the same.
    expect(binary).toMatchObject({ leakProof, wiring: 'goroot', heapDumpSafe: true });
    expect(await pingAndOutput(binary)).toMatchObject({ pong: { goVersion: expect.stringContaining(version) } });
    await askEverything(binary);
    // Only the program: no link, no overlay, no work folder.
    expect(await readdir(join(binary.path, '..'))).toEqual(['api-probe']);
  });

  test('the toolchain line of go.mod decides', async ({ skip }) => {
    const missing = await whyMissing('go1.27.0');
    if (missing !== null) skip(missing);
    await cp(join(root, 'root'), join(root, 'newer'), { recursive: true });
    await appendFile(join(root, 'newer/go.mod'), '\ntoolchain go1.27.0\n');
    const binary = await probeOf({ folder: 'newer', env: { GOTOOLCHAIN: 'auto' } });
    expect(binary).toMatchObject({ wiring: 'goroot', heapDumpSafe: true });
    expect(await pingAndOutput(binary)).toMatchObject({ pong: { goVersion: 'go1.27.0' } });
  });
});
