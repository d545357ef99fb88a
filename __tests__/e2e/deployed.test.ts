import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/model.ts';

vi.setConfig({ testTimeout: 240_000 });

const run = promisify(execFile);
const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const rig = new URL('rig', import.meta.url).pathname;
const source = new URL('../fixtures/e2e/deployed', import.meta.url).pathname;
const path = process.env['PATH'] ?? '';
const installed = path.split(delimiter).some((folder) => existsSync(join(folder, 'k6')));
/** k6 itself where it is installed; what stands for it elsewhere. */
const tools = [join(rig, 'cluster'), ...(installed ? [] : [join(rig, 'k6')]), path].join(delimiter);

let home: string;
let binary: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'leakgate-deployed-'));
  binary = join(home, 'service');
  cpSync(source, join(home, 'source'), { recursive: true });
  // With it the service proves its leaks, and nobody waits for goroutines that may still end. Later versions of Go have it as they are.
  const { stdout: version } = await run('go', ['env', 'GOVERSION'], { cwd: join(home, 'source') });
  const experiment = version.startsWith('go1.26') ? { GOEXPERIMENT: 'goroutineleakprofile' } : {};
  const env = { ...process.env, ...experiment };
  await run('go', ['build', '-o', binary, '.'], { cwd: join(home, 'source'), env });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

let service: ChildProcess;
let port: string;
let folder: string;
let cluster: string;
beforeEach(async ({ task }) => {
  await startService();
  folder = join(home, task.id);
  cluster = join(folder, 'cluster');
  cpSync(join(home, 'source'), folder, { recursive: true });
  mkdirSync(cluster);
});
afterEach(() => void service.kill('SIGKILL'));

async function startService(at = binary): Promise<void> {
  service = spawn(at, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(createInterface({ input: service.stdout! }), 'line')) as [string];
  port = address.split(':').at(-1)!;
}

interface Ran {
  code: number;
  said: string;
}

const settings = (more: Record<string, unknown>): Record<string, unknown> => ({
  target: `http://127.0.0.1:${port}`,
  'pprof-url': `http://127.0.0.1:${port}`,
  requests: 'GET /fine',
  'leak-requests': 211,
  qps: { duration: '500ms' },
  ...more,
});

/** All addresses of this machine, as a name that isn't known to be its own. */
const elsewhere = (): string => `http://0.0.0.0:${port}`;

/** The pods of a cluster can't reach what they take for themselves. */
const onCluster = (more: Record<string, unknown> = {}): Record<string, unknown> =>
  settings({
    target: elsewhere(),
    'allow-remote': true,
    checks: ['qps'],
    cluster: { namespace: 'load', parallelism: 3, context: 'staging' },
    ...more,
  });

function begin(config: Record<string, unknown>, env: Record<string, string> = {}) {
  writeFileSync(join(folder, 'leakgate.json'), JSON.stringify(config));
  const temp = join(folder, 'temporary');
  mkdirSync(temp, { recursive: true });
  const all = { ...process.env, NO_COLOR: '1', PATH: tools, TMPDIR: temp, CLUSTER: cluster, ...env };
  const child = spawn(process.execPath, [cli, 'run', '--save-baseline'], { cwd: folder, env: all });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'close').then(([code]): Ran => ({ code: Number(code), said }));
  return { child, ended };
}
const leakgate = async (config: Record<string, unknown>, env?: Record<string, string>): Promise<Ran> =>
  begin(config, env).ended;

const output = (name: string): string => readFileSync(join(folder, 'leakgate-out', name), 'utf8');
const report = (): Report => JSON.parse(output('result.json')) as Report;
const findingsAt = (name: string): string[] =>
  report()
    .checks.find((check) => check.name === name)!
    .findings.filter(({ outcome }) => outcome === 'fail')
    .map(({ site }) => `${site?.file}:${site?.line}`);

/** Of the cluster and of this machine: nothing but what the test itself looks at. */
function nothingRemains(): void {
  expect(readdirSync(join(folder, 'temporary'))).toEqual([]);
  const left = readdirSync(cluster).filter((file) => !file.startsWith('last-') && file !== 'asked.log');
  expect(left.filter((file) => file !== 'tests')).toEqual([]);
  if (left.includes('tests')) expect(readdirSync(join(cluster, 'tests'))).toEqual([]);
}

describe('a service that is deployed on this machine', () => {
  test('and in order is green, the second run against the first, and goes on running', async () => {
    const first = await leakgate(settings({}));
    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toContain('The deployed service samples its heap every 524288 bytes');
    expect(await leakgate(settings({}))).toMatchObject({ code: 0 });
    expect(report().baseline).toMatchObject({ found: true, mismatches: [] });
    expect(report().key).toBe(`127.0.0.1-${port}`);
    expect(service.exitCode).toBeNull();
    nothingRemains();
  });

  test('and leaks is red at its lines', async () => {
    const { code } = await leakgate(
      settings({ requests: 'GET /cart\nGET /pay', checks: ['heap-leak', 'goroutine-leak'] }),
    );
    expect(code).toBe(1);
    const lines = readFileSync(join(source, 'main.go'), 'utf8').split('\n');
    const lineOf = (code: string): string => `main.go:${lines.findIndex((line) => line.includes(code)) + 1}`;
    expect(findingsAt('heap-leak')).toContain(lineOf('append(carts'));
    expect(findingsAt('goroutine-leak')).toEqual([lineOf('go waitForPayment()')]);
  });

  test('and is restarted meanwhile can’t be measured', async () => {
    const { ended } = begin(settings({ 'leak-requests': 40_000, checks: ['goroutine-leak'] }));
    while (!existsSync(join(folder, 'leakgate-out'))) await sleep(20);
    await sleep(1500);
    service.kill('SIGKILL');
    const { code, said } = await ended;
    expect(code).toBe(4);
    expect(said).toMatch(/gave no profile|answered none/);
    nothingRemains();
  });

  test('without k6 nothing is sent, and one sentence says how to get it', async () => {
    const bare = path.split(delimiter).filter((one) => !existsSync(join(one, 'k6')));
    const { code, said } = await leakgate(settings({}), { PATH: bare.join(delimiter) });
    expect(code).toBe(2);
    expect(said).toContain("target: k6 isn't installed: there is no k6 on the PATH.");
    expect(said).toContain('name a `cluster`');
  });

  test('elsewhere it isn’t touched without leave', async () => {
    const { code, said } = await leakgate(settings({ target: elsewhere() }));
    expect(code).toBe(2);
    expect(said).toContain("target: 0.0.0.0 isn't this machine.");
    expect(said).toContain('allow-remote: true');
  });
});

describe('a service that the pods of a cluster load', () => {
  const lastOf = (kind: string) =>
    JSON.parse(readFileSync(join(cluster, `last-${kind}.json`), 'utf8')) as Record<string, Record<string, unknown>>;
  const asked = (): string[] => readFileSync(join(cluster, 'asked.log'), 'utf8').trim().split('\n');

  test('gets one load from all of them, the token only in the Secret, and nothing stays behind', async () => {
    const auth = { command: 'echo sesame-open' };
    const requests = [{ path: '/mine' }, { path: '/fine', auth: false }];
    const { code, said } = await leakgate(onCluster({ auth, requests }));
    expect({ code, said }).toMatchObject({ code: 0 });
    const { load } = report().checks[0]!;
    expect(said).toMatch(
      /Sent by k6 of the k6 operator \(closed loop, HTTP\/1\.1\) over 4 connections: [\d,]+ requests, all answered/,
    );
    expect(load).toMatchObject({ engine: { name: 'k6', model: 'closed' }, lost: 0, unexpected: 0 });
    expect(said).toMatch(/k6: leakgate-[0-9a-f]{10} in 3 pods: finished/);
    expect(lastOf('testrun')['spec']).toMatchObject({ parallelism: 3 });
    expect(JSON.stringify(lastOf('secret'))).toContain('sesame-open');
    for (const text of [
      JSON.stringify([lastOf('configmap'), lastOf('testrun')]),
      said,
      output('k6-plan.json'),
      output('result.json'),
    ]) {
      expect(text).not.toContain('sesame-open');
    }
    expect(JSON.parse(output('k6-testrun.json'))).toMatchObject({ kind: 'TestRun', spec: { parallelism: 3 } });
    expect(asked().filter((line) => !line.startsWith('version'))).toSatisfy((lines: string[]) =>
      lines.every((line) => line.startsWith('--namespace load --context staging ')),
    );
    nothingRemains();
  });

  test('gets exactly as many requests in a leak round as were asked for', async () => {
    const { code } = await leakgate(
      onCluster({ requests: 'GET /pay', 'pprof-url': elsewhere(), checks: ['goroutine-leak'] }),
    );
    expect(code).toBe(1);
    const [leak] = report().checks[0]!.findings;
    expect(leak).toMatchObject({ outcome: 'fail', after: 1000, unit: 'goroutines' });
  });

  test.each([
    ['forbidden', "kubectl couldn't create the test.", 'testruns.k6.io is forbidden'],
    ['error', 'The k6 operator ended the test with an error.', 'no such host'],
    ['lost-pod', '2 of 3 pods of the test are there to be asked.', 'Completed'],
  ])('that fails (%s) is an error with what the cluster says, and is removed', async (fault, message, detail) => {
    const { code, said } = await leakgate(onCluster(), { CLUSTER_FAULT: fault });
    expect(code).toBe(4);
    expect(said).toContain(message);
    expect(said).toContain(detail);
    expect(asked().at(-1)).toContain(' delete testrun/');
    nothingRemains();
  });

  test('that may not remove what it made says what stays there', async () => {
    const { code, said } = await leakgate(onCluster({ qps: { duration: '1s' } }), { CLUSTER_FAULT: 'kept' });
    expect(code).toBe(0);
    const left = readdirSync(cluster).find((file) => file.startsWith('secret-'))!;
    expect(said).toContain(
      `secret/${left.slice('secret-'.length, -'.json'.length)} couldn't be removed: Error from server`,
    );
  });

  test('is left alone after an interrupt', async () => {
    const { child, ended } = begin(onCluster({ qps: { duration: '20s' } }), { CLUSTER_FAULT: 'never' });
    // Once the cluster has taken it, and is asked how far it is.
    while (!existsSync(join(cluster, 'last-testrun.json')) || !asked().some((line) => line.includes(' get ')))
      await sleep(50);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130 });
    expect(asked().at(-1)).toContain(' delete testrun/');
    nothingRemains();
  });
});
