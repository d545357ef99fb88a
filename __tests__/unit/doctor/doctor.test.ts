import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clock, descriptors, disk, load, loopback, memory, processors } from '../../../src/doctor/machine.ts';
import { history, settings, token } from '../../../src/doctor/repository.ts';
import { browser, git, go, node } from '../../../src/doctor/tools.ts';

const { signal } = new AbortController();
const says = (text: string | null) => async () => text;

describe('the machine', () => {
  test.each([
    ['max 100000\n', 4, 'good', '4 processors'],
    [null, 4, 'good', '4 processors'],
    ['150000 100000\n', 4, 'fair', '4 processors, of which the container is given 1.5'],
    ['max 100000\n', 1, 'fair', '1 processor'],
  ])('processors with the quota %j of %d', async (quota, count, state, found) => {
    expect(await processors(says(quota), count)).toMatchObject({ state, found });
  });

  test('load, memory, clock, open files, disk', async () => {
    expect(load([0.4, 0, 0], 4).state).toBe('good');
    expect(load([3, 0, 0], 4)).toMatchObject({ state: 'fair', found: 'load 3.0 on 4 processors in the last minute' });
    expect(memory({}, 1024 ** 3).state).toBe('fair');
    expect(await clock(says('tsc\n'))).toMatchObject({ state: 'good', found: 'the clock reads tsc' });
    expect((await clock(says('hpet\n'))).state).toBe('fair');
    expect((await clock(says(null))).state).toBe('unknown');
    expect(
      (await descriptors(says('Limit\nMax open files            1024                 4096                 files\n')))
        .state,
    ).toBe('fair');
    expect(
      (await descriptors(says('Max open files            unlimited            unlimited            files\n'))).state,
    ).toBe('good');
    expect((await descriptors(says(null))).state).toBe('unknown');
    expect((await disk('/nowhere')).state).toBe('bad');
    expect((await disk()).found).toMatch(/^\d+\.\d GiB free in /);
  });

  test('the loopback interface, and a proxy that may stand in the way', async () => {
    expect(await loopback({})).toMatchObject({ state: 'good' });
    expect(await loopback({ HTTP_PROXY: 'http://proxy:3128' })).toMatchObject({
      state: 'fair',
      found: '127.0.0.1 answers; HTTP_PROXY is set',
    });
    expect((await loopback({ HTTP_PROXY: 'http://proxy:3128', NO_PROXY: 'localhost,127.0.0.1' })).state).toBe('good');
  });
});

describe('tools', () => {
  test('Node', () => {
    expect([node('v20.18.9').state, node('v20.19.0').state, node('v24.1.0').state, node('v18.20.0').state]).toEqual([
      'bad',
      'good',
      'good',
      'bad',
    ]);
  });

  test('a missing one is one sentence with what to do', async () => {
    const PATH = '/nowhere';
    expect(await go(tmpdir(), { PATH }, signal)).toMatchObject({
      state: 'bad',
      found: expect.stringContaining('The program `go` is not on PATH') as string,
    });
    expect(await git({ PATH }, signal)).toMatchObject({
      state: 'bad',
      todo: expect.stringContaining('install git') as string,
    });
    expect(browser(null).state).toBe('fair');
    expect((await git(process.env, signal)).found).toMatch(/^git version /);
  });
});

describe('the repository', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'leakgate-doctor-'))));
  afterEach(async () => rm(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });

  test('its history', async () => {
    expect((await history(folder, process.env, signal)).found).toBe('there is no commit yet');
    run('init', '-q');
    run('commit', '-q', '--allow-empty', '-m', 'one');
    run('commit', '-q', '--allow-empty', '-m', 'two');
    expect(await history(folder, process.env, signal)).toMatchObject({ state: 'good' });
    run('clone', '-q', '--depth=1', `file://${folder}`, 'shallow');
    expect(await history(join(folder, 'shallow'), process.env, signal)).toMatchObject({
      state: 'fair',
      found: 'this clone is shallow',
    });
  });

  test('its settings', async () => {
    expect(settings(folder, {})).toMatchObject({ state: 'fair', todo: '`leakgate init` finds them.' });
    await writeFile(join(folder, 'leakgate.yml'), 'requests: [GET /a, GET /b]\n');
    expect(settings(folder, {})).toMatchObject({ state: 'good', found: '2 requests to send' });
    await writeFile(join(folder, 'leakgate.yml'), 'checks: nonsense\n');
    expect(settings(folder, {}).state).toBe('bad');
  });

  test.each([
    [200, { permissions: { push: true } }, 'good'],
    [200, { permissions: { push: false } }, 'fair'],
    [200, {}, 'unknown'],
    [403, { message: 'no' }, 'fair'],
  ])('its token, when the forge answers %d %j', async (status, body, state) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await new Promise((done) => void server.once('listening', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: url };
    expect((await token(env, 'x')).state).toBe(state);
    expect((await token(env, undefined)).state).toBe('fair');
    expect((await token({}, undefined)).state).toBe('good');
    server.closeAllConnections();
    server.close();
  });
});
