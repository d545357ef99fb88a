import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stageOf } from '../../../src/checks/stage-groups.ts';
import { decodeCpu } from '../../../src/pprof/decode-cpu.ts';
import { frameResolver } from '../../../src/pprof/frames.ts';

/** 1.5 s of examples/clean-chi under `GET /flags/dark-mode`, go1.26.8, built with -trimpath; `go tool pprof -top` counts 1.19 s in it. */
const recorded = gunzipSync(readFileSync(new URL('../../fixtures/pprof/go1.26.flags.cpu.pb.gz', import.meta.url)));
const module = 'example.com/flags';
const frames = frameResolver(
  {
    workingDirectory: '/srv/flags',
    moduleDirectory: '/srv/flags',
    modulePath: module,
    ownModules: [{ path: module, directory: '/srv/flags' }],
    packagePath: module,
    packageDirectory: '/srv/flags',
    goVersion: 'go1.26.8',
    goRoot: '/usr/local/go',
    goModCache: '/root/go/pkg/mod',
    goArch: 'amd64',
  },
  '/srv/flags',
);

test('gives all of the CPU time, the profiler’s own left out', () => {
  const samples = decodeCpu(recorded, frames);
  const us = samples.reduce((sum, one) => sum + one.us, 0);
  expect(us).toBeLessThanOrEqual(1_190_000);
  expect(us).toBeGreaterThan(1_150_000);
  const own = samples.flatMap(({ stack }) => stack.filter((frame) => frame.own));
  expect(new Set(own.map(({ file }) => file))).toEqual(new Set(['main.go', 'flags.go']));
});

test('and its stages, which are all known', () => {
  const stages = new Map<string, number>();
  for (const { stack, us } of decodeCpu(recorded, frames)) {
    const name = stageOf(stack, []);
    stages.set(name, (stages.get(name) ?? 0) + us);
  }
  const all = [...stages.keys()].toSorted();
  expect(all).toEqual(
    ['Encoding', 'Handlers', 'Kernel', 'Middleware', 'Router and server', 'Scheduler and runtime']
      .filter((name) => all.includes(name))
      .concat(all.filter((name) => /^(?:Everything else|Garbage collection)$/.test(name)))
      .toSorted(),
  );
  expect(stages.get('Kernel')).toBeGreaterThan(300_000);
  expect(stages.get('Router and server')).toBeGreaterThan(100_000);
});

test('what isn’t one is told in a sentence', () => {
  expect(() => decodeCpu(new Uint8Array([1, 2, 3]), frames)).toThrow(/CPU profile of the service/);
});
