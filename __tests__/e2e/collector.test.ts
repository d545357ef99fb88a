import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectorBench } from '../../src/bench/collector.ts';
import { probeEnvironment } from '../../src/bench/leaks.ts';
import { ServiceCrashed, startProgram, type Program } from '../../src/bench/program.ts';
import { buildProbe, resolveTarget } from '../../src/build/index.ts';
import { summarise } from '../../src/checks/gc-figures.ts';
import { runCli } from '../../src/commands/index.ts';
import type { Config } from '../../src/config/resolve.ts';
import type { GoTarget, ProbeBinary } from '../../src/model.ts';
import { frameResolver } from '../../src/pprof/frames.ts';

const run = promisify(execFile);
const { env } = process;
const { signal } = new AbortController();
const source = join(import.meta.dirname, '../fixtures/gc/service');
let folder = '';
let target: GoTarget;
let binary: ProbeBinary;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leakgate-collector-'));
  await cp(source, join(folder, 'ledger'), { recursive: true });
  const root = join(folder, 'ledger');
  target = await resolveTarget({ workingDirectory: root, env }, signal);
  binary = await buildProbe(target, { outDir: join(folder, 'out'), flags: [], env, repositoryRoot: root }, signal);
});
afterAll(async () => await rm(folder, { recursive: true }));

const config = (paths: string[]): Config =>
  ({
    routes: paths.map((path) => ({
      label: `GET ${path}`,
      method: 'GET',
      path,
      headers: {},
      weight: 1,
      expectStatus: [],
    })),
    connections: 2,
    requestTimeoutMs: 5000,
    args: [],
    auth: null,
    env: { BOOKED: '20000', PORT: '{port}' },
    workingDirectory: join(folder, 'ledger'),
    ready: { path: '/healthz', timeoutMs: 20_000 },
  }) as unknown as Config;

async function start(given: Config): Promise<Program> {
  const side = { side: 'probe', binary: binary.path, probe: true, env: probeEnvironment(env, { traced: true }) };
  return startProgram(given, { env, secret: () => undefined }, side, signal);
}

test('every collection of a load, with its times, what was allocated around it, and a trace that go reads', async () => {
  const given = config(['/statement', '/month']);
  await using program = await start(given);
  const frames = frameResolver(target, given.workingDirectory);
  const bench = collectorBench({ config: given, frames, program: async () => program }, signal);
  const recording = await bench.record({ durationMs: 1500, traceMs: 300 });
  const { collections, looks, answers, load } = recording;
  expect(answers.endedMs).toHaveLength(load.answered);
  expect(looks.length).toBeGreaterThan(2);
  expect(looks.every(({ goroutines }) => goroutines !== null && goroutines >= 2)).toBe(true);
  // 2 MB with every second answer: far more than five in any run that answers at all.
  expect(collections.length).toBeGreaterThan(5);
  expect(recording.missed).toBe(0);
  for (const { endedMs, pauseMs, durationMs } of collections) {
    expect(endedMs).toBeGreaterThan(-50);
    expect(endedMs).toBeLessThan(load.durationMs + 500);
    expect(durationMs).toBeGreaterThanOrEqual(pauseMs * 0.9);
  }
  // The runtime's lines don't hide what the service prints.
  expect(program.service.output().join('\n')).not.toContain('ms clock');
  const { timeline, cpuShare } = summarise(recording);
  expect(cpuShare).toBeGreaterThan(0);
  expect(timeline.worst[0]?.lines[0]?.frame).toMatchObject({ function: 'main.month', file: 'main.go', own: true });

  const path = join(folder, 'trace.out');
  await writeFile(path, recording.trace!.bytes);
  const { stdout } = await run('go', ['tool', 'trace', '-d=footprint', path], { env, maxBuffer: 1 << 26 });
  expect(stdout).toContain('GCBegin');
  // Both tell of the same collections; a 2 MB page with every second answer makes several in 300 ms.
  const { trace } = timeline;
  expect(trace!.fromMs).toBeGreaterThan(1400);
  expect(trace!.marks.count).toBeGreaterThan(1);
  for (const toMs of trace!.marks.toMs) {
    expect(Math.min(...collections.map(({ endedMs }) => Math.abs(endedMs - toMs)))).toBeLessThan(20);
  }
});

test('a service that dies under the load is a crash, not a probe that fails', async () => {
  const given = { ...config(['/crash']), connections: 1 };
  await using program = await start(given);
  const frames = frameResolver(target, given.workingDirectory);
  const bench = collectorBench({ config: given, frames, program: async () => program }, signal);
  const recording = bench.record({ durationMs: 500, traceMs: 500 });
  await expect(recording).rejects.toBeInstanceOf(ServiceCrashed);
});

test('leakgate goroutines --pid asks the probe', async () => {
  await using program = await start(config(['/slow']));
  let out = '';
  const stdout = { isTTY: false, write: (text: string) => ((out += text), true) } as unknown as NodeJS.WriteStream;
  const terminal = { env: {}, cwd: join(folder, 'ledger'), stdout, stderr: stdout };
  const args = [
    'goroutines',
    '--pid',
    String(program.service.pid),
    '--watch',
    '2',
    '--every',
    '50ms',
    '--format',
    'json',
  ];
  expect(await runCli(args, terminal, signal)).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ source: `probe of process ${program.service.pid}` });
  const { groups } = JSON.parse(out) as {
    groups: { counts: number[]; entry: { function: string }; lasting: number }[];
  };
  expect(groups.find(({ entry }) => entry.function === 'main.main')).toMatchObject({ counts: [1, 1], lasting: 1 });
  expect(out).not.toContain('leakgateServe');
});
