import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { init } from '../../../src/commands/init.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { runCommandIn } from './terminal.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-init-'));
  await writeFile(join(folder, 'targets.txt'), 'GET http://127.0.0.1/a\n\nGET http://127.0.0.1/a\n\nGET /b\n');
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => runCommandIn(init, args, { cwd: folder });
const config = async (): Promise<string> => readFile(join(folder, '.github/leakgate.yml'), 'utf8');

test('writes requests that a run reads', async () => {
  const { code, stderr } = await run('--from', 'targets.txt');
  expect(code).toBe(0);
  expect(stderr).toBe('2 requests in .github/leakgate.yml.\n');
  const { routes } = resolveConfig({ inputs: {}, cwd: folder, env: {} });
  expect(routes.map(({ label, weight }) => [label, weight])).toEqual([
    ['GET /a', 2],
    ['GET /b', 1],
  ]);
});

test('prints with --output -, and touches nothing', async () => {
  const { stdout } = await run('--from', 'targets.txt', '--output', '-');
  expect(stdout).toContain('- GET /b');
  await expect(config()).rejects.toThrow('ENOENT');
});

test('leaves the other settings, and replaces requests only when told to', async () => {
  await run('--from', 'targets.txt');
  const file = join(folder, '.github/leakgate.yml');
  await writeFile(file, 'rate: 5 # mine\nrequests: GET /old\n');
  await expect(run('--from', 'targets.txt')).rejects.toThrow('--output: .github/leakgate.yml has requests already.');
  expect(await config()).toBe('rate: 5 # mine\nrequests: GET /old\n');
  await run('--from', 'targets.txt', '--force');
  expect(await config()).toContain('rate: 5 # mine\n');
  expect(await config()).not.toContain('/old');
  await writeFile(file, 'rate: [\n');
  await expect(run('--from', 'targets.txt')).rejects.toThrow("isn't YAML, and isn't touched");
});

test('what can’t be filled is listed', async () => {
  const paths = '  /a: { get: {} }\n  /b/{id}: { get: { parameters: [{ name: id, in: path }] } }\n';
  await writeFile(join(folder, 'api.yaml'), `openapi: 3.1.0\npaths:\n${paths}`);
  const { stderr } = await run('--from', 'api.yaml');
  expect(stderr).toContain('1 request in .github/leakgate.yml.\n1 left out:\n  GET /b/{id}: no example or default');
  expect(await config()).toContain('GET /b/{id}: no example');
});

test('each bad input is one error', async () => {
  await expect(run()).rejects.toThrow('The program `go` is not on PATH');
  await expect(run('--from', 'none.yaml')).rejects.toThrow("--from: none.yaml doesn't exist");
  await expect(run('--from', '.')).rejects.toThrow("--from: . doesn't exist, or isn't a file.");
  await writeFile(join(folder, 'big.har'), '{');
  await truncate(join(folder, 'big.har'), 50 * 1024 ** 2);
  await expect(run('--from', 'big.har')).rejects.toThrow('--from: big.har has 50 MB; 20 MB at most are read.');
  await writeFile(join(folder, 'none.yaml'), 'openapi: 3.0.0\npaths: { "/{id}": { get: {} } }\n');
  await expect(run('--from', 'none.yaml')).rejects.toMatchObject({
    message: 'none.yaml has no request that can be sent as it stands.',
    output: "GET /{id}: the path parameter id isn't described",
  });
});
