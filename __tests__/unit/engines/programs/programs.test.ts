import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { k6Load } from '../../../../src/engines/programs/k6.ts';
import { findProgram, generatorProcessors, type ProgramName } from '../../../../src/engines/programs/program.ts';
import { vegetaLoad } from '../../../../src/engines/programs/vegeta.ts';
import { wrkLoad } from '../../../../src/engines/programs/wrk.ts';
import { never, route } from '../scenario.ts';

vi.setConfig({ testTimeout: 120_000 });

const fixtures = join(import.meta.dirname, '../../../fixtures/engines/programs');
const origin = 'http://127.0.0.1:9';
let folder: string;
let place: { cwd: string; env: NodeJS.ProcessEnv };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-programs-'));
  place = { cwd: folder, env: { PATH: [folder, process.env['PATH']].join(delimiter) } };
});
afterEach(async () => rm(folder, { recursive: true }));

/** A program of that name which writes down how it was called, then does as `script` says. */
async function install(name: ProgramName, script: string): Promise<() => string[]> {
  const log = join(folder, 'called');
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\nprintf '%s\\n' "$*" >> ${log}\n${script}\n`);
  await chmod(path, 0o755);
  return () => readFileSync(log, 'utf8').trim().split('\n');
}

const load = () => ({
  routes: [route('GET /json', { weight: 2 }), route('POST /nope')],
  connections: 4,
  timeoutMs: 1500,
  env: place.env,
});

test.each([
  ['wrk', 'apt-get install wrk'],
  ['vegeta', 'go install github.com/tsenart/vegeta/v12@latest'],
  ['k6', 'go install go.k6.io/k6@latest'],
] as const)('without %s one sentence says so, and how to get it', async (name, command) => {
  const finding = findProgram(name, { cwd: folder, env: { PATH: folder } }, never);
  await expect(finding).rejects.toMatchObject({
    code: 'config',
    message: `engine: ${name} isn't installed: there is no ${name} on the PATH.`,
    hint: expect.stringContaining(command),
  });
});

test.each([
  ['wrk', 'echo "wrk debian/4.1.0-3+b2 [epoll] Copyright"; exit 1', 'debian/4.1.0-3+b2'],
  ['vegeta', 'echo "Version: 12.13.0"', '12.13.0'],
  ['k6', 'echo "k6 v0.54.0 (go1.26.8, linux/amd64)"', '0.54.0'],
  ['k6', 'echo "k6.exe v1.2.0 (commit/abc)"', '1.2.0'],
  ['vegeta', 'echo "Version: "', 'of unknown version'],
] as const)('%s tells its version', async (name, script, version) => {
  await install(name, script);
  expect(await findProgram(name, place, never)).toEqual({ name, path: join(folder, name), version });
});

test('wrk is called with whole seconds and its figures are read', async () => {
  const called = await install('wrk', `cat ${fixtures}/wrk-4.1.0-mixed.txt`);
  const wrk = { name: 'wrk', path: join(folder, 'wrk'), version: '4.1.0' };
  const summary = await wrkLoad(wrk, origin, { ...load(), durationMs: 1200 }, never);
  expect(called()[0]).toMatch(/^-t \d+ -c 4 -d 2s --timeout 2s -s scenario\.lua http:\/\/127\.0\.0\.1:9$/);
  expect(summary).toMatchObject({ sent: 927, unexpected: 309 });
  expect(summary.generatorCpuUs).toBeGreaterThanOrEqual(0);
});

test('vegeta attacks once for each rate, and everything it recorded is one load', async () => {
  const called = await install(
    'vegeta',
    `[ "$1" = encode ] && for a; do case $a in -output=*) cp ${fixtures}/vegeta-12.13.0-mixed.json "\${a#-output=}";; esac; done; exit 0`,
  );
  const vegeta = { name: 'vegeta', path: join(folder, 'vegeta'), version: '12.13.0' };
  const stages = [
    { perSecond: 60, durationMs: 1000 },
    { perSecond: 0, durationMs: 1 },
    { perSecond: 2.5, durationMs: 500 },
  ];
  const summary = await vegetaLoad(vegeta, origin, { ...load(), traffic: { spacing: 'even', stages } }, never);
  expect(called()[0]).toContain('-rate=60000/1000s -duration=1000ms -timeout=1500ms -connections=4 -max-connections=4');
  expect(called()[1]).toContain('-rate=2500/1000s -duration=500ms');
  expect(
    called()
      .slice(2)
      .map((line) => line.split(' ')[0]),
  ).toEqual(['encode', 'encode']);
  expect(summary).toMatchObject({ sent: 120, unexpected: 40, engine: { model: 'open' } });
});

test('k6 runs the plan of the script, and for the warm-up only as long as that is', async () => {
  const called = await install(
    'k6',
    `[ "$1" = inspect ] && cat ${fixtures}/k6-plan-rate.json && exit 0
for a; do [ "$last" = --summary-export ] && cp ${fixtures}/k6-0.54.0-arrival-rate.json "$a"; last=$a; done; echo "$BASE_URL" > ${folder}/url; exit 99`,
  );
  const k6 = { name: 'k6', path: join(folder, 'k6'), version: '0.54.0' };
  const script = join(folder, 'api.js');
  const plan = { script, connections: 4, durationMs: 700, env: place.env };
  const summary = await k6Load(k6, origin, { ...plan, warmUp: false }, never);
  expect(called()[1]).not.toContain('--vus');
  expect(readFileSync(join(folder, 'url'), 'utf8').trim()).toBe(origin);
  expect(summary).toMatchObject({ answered: 136, connections: 2, engine: { model: 'open' } });
  const warm = await k6Load(k6, origin, { ...plan, warmUp: true }, never);
  expect(called()[3]).toContain('--vus 4 --duration 700ms');
  expect(warm).toMatchObject({ connections: 4, engine: { model: 'closed' } });
});

test('a program that fails is no measurement, and its last words are kept; nothing is left behind', async () => {
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith('leakgate-wrk-')).length;
  await install('wrk', 'echo "unable to connect to 127.0.0.1:9 Connection refused" >&2; exit 1');
  const wrk = { name: 'wrk', path: join(folder, 'wrk'), version: '4.1.0' };
  await expect(wrkLoad(wrk, origin, { ...load(), durationMs: 1000 }, never)).rejects.toMatchObject({
    code: 'measurement',
    message: 'wrk ended with code 1.',
    output: 'unable to connect to 127.0.0.1:9 Connection refused',
  });
  expect((await readdir(tmpdir())).filter((name) => name.startsWith('leakgate-wrk-'))).toHaveLength(before);
});

test('an abort ends the program', async () => {
  const stop = new AbortController();
  await install('wrk', `touch ${folder}/started; sleep 600`);
  const wrk = { name: 'wrk', path: join(folder, 'wrk'), version: '4.1.0' };
  const running = wrkLoad(wrk, origin, { ...load(), durationMs: 1000 }, stop.signal);
  const ended = running.catch((error: unknown) => error);
  await expect.poll(async () => readdir(folder), { timeout: 60_000 }).toContain('started');
  stop.abort(new Error('enough'));
  expect(await ended).toMatchObject({ message: 'enough' });
});

test.each([
  ['Cpus_allowed_list:\t0-1', [1]],
  ['Name:\tnode\nCpus_allowed_list:\t0-3,8\n', [3, 8]],
  ['Cpus_allowed_list:\t5', []],
  ['', []],
])('%j: the generator gets %j', (status, processors) => {
  expect(generatorProcessors(status)).toEqual(processors);
});
