import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Service, startService } from '../../src/service/index.ts';

const run = promisify(execFile);
const source = join(import.meta.dirname, '../fixtures/service/misbehaving');
let dir = '';
let binary = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'leakgate-misbehaving-'));
  binary = join(dir, 'service');
  await run('go', ['build', '-o', binary, '.'], { cwd: source });
});
afterAll(async () => await rm(dir, { recursive: true }));

async function start(env: Record<string, string> = {}): Promise<Service> {
  const { PATH } = process.env;
  return await startService(
    {
      name: 'head',
      binary,
      args: [],
      env: { PATH, ...env },
      cwd: dir,
      dir,
      side: 'head',
      ready: { path: '/healthz', timeoutMs: 60_000 },
    },
    new AbortController().signal,
  );
}

async function get(service: Service, path: string): Promise<string | null> {
  try {
    return await (await fetch(`${service.origin}${path}`)).text();
  } catch {
    return null;
  }
}

describe('crashes of a real Go program', () => {
  test('a nil dereference in a background goroutine', async () => {
    await using service = await start();
    await get(service, '/background');
    await service.exited;
    expect(service.crash()).toMatchObject({
      message: 'panic: runtime error: invalid memory address or nil pointer dereference',
      exitCode: 2,
      signal: null,
    });
    expect(service.crash()?.frames[0]).toEqual({
      function: 'main.main.func3.1',
      file: join(source, 'main.go'),
      line: 44,
    });
  });

  test('concurrent map writes', async () => {
    await using service = await start();
    await get(service, '/race');
    await service.exited;
    expect(service.crash()?.message).toMatch(
      /^fatal error: concurrent map (writes|read and map write|iteration and map write)$/,
    );
    expect(service.crash()?.frames[0]).toMatchObject({ function: 'main.count', file: join(source, 'main.go') });
  });

  test('log.Fatal', async () => {
    await using service = await start();
    await get(service, '/exit');
    await service.exited;
    expect(service.crash()).toMatchObject({
      message: expect.stringMatching(/^exit code 1, after it printed ".* lost the database"$/),
      frames: [],
    });
  });

  test('panics that net/http recovers are counted, and the service lives on', async () => {
    await using service = await start();
    for (let request = 0; request < 3; request++) expect(await get(service, '/recovered')).toBeNull();
    // The answer may be here before the log line.
    await expect.poll(() => service.recoveredPanics().map((panic) => panic.count)).toEqual([3]);
    const [panic] = service.recoveredPanics();
    expect(panic?.message).toBe('runtime error: invalid memory address or nil pointer dereference');
    expect(panic?.frames[0]).toEqual({ function: 'main.main.func2', file: join(source, 'main.go'), line: 41 });
    expect(service.crash()).toBeNull();
    expect(service.running).toBe(true);
  });
});

describe('stopping', () => {
  test('a service that ignores SIGTERM is killed', async () => {
    const service = await start({ IGNORE_SIGTERM: '1' });
    await service.stop();
    expect(await service.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test('a service with a stuck handler is stopped', async () => {
    const service = await start();
    const stuck = get(service, '/deadlock');
    await get(service, '/healthz');
    await service.stop();
    expect(await stuck).toBeNull();
  });
});

describe('CPU time', () => {
  test('is that of the work, and includes children that ended', async () => {
    await using service = await start();
    const costOf = async (path: string) => {
      const before = service.cpuNs();
      await get(service, path);
      return service.cpuNs() - before;
    };
    await costOf('/spin?rounds=1000');
    const [once, fourTimes] = [await costOf('/spin?rounds=100000000'), await costOf('/spin?rounds=400000000')];
    // The machine's clock may change meanwhile; a wrong unit or a lost thread would be off by far more.
    expect(fourTimes / once).toBeGreaterThan(2);
    expect(fourTimes / once).toBeLessThan(8);
    expect(await costOf('/child')).toBeGreaterThan(10e6);
  });
});

test('100 MB of log lines neither hold the service up nor pile up here', async () => {
  await using service = await start();
  // What reading needs by itself is there after the first tenth.
  await get(service, '/flood?bytes=10000000');
  const [before, bytes] = [process.memoryUsage.rss(), 100_000_000];
  let [peak, meanwhile] = [before, 0];
  const over = new AbortController();
  const flood = get(service, `/flood?bytes=${bytes}`).finally(() => over.abort());
  while (!over.signal.aborted) {
    if ((await get(service, '/healthz')) === '' && !over.signal.aborted) meanwhile += 1;
    peak = Math.max(peak, process.memoryUsage.rss());
    await sleep(10);
  }
  expect(await flood).toMatch(/^\.+written$/);
  expect(meanwhile).toBeGreaterThan(0);
  expect(peak - before).toBeLessThan(bytes / 2);
  expect(service.output()).toHaveLength(50);
  expect(service.output().at(-1)).toMatch(/^2026\/11\/26 04:50:00 INFO ::set-output .* status=200$/);
});
