import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { type ServiceSpec, startService } from '../../../src/service/index.ts';

const standIn = fileURLToPath(new URL('../../fixtures/service/stand-in.mjs', import.meta.url));
const never = new AbortController().signal;
let dir = '';
let families = 0;

// These start real processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'leakgate-service-'))));
afterAll(async () => await rm(dir, { recursive: true }));

function spec(behaviour: string, changes: Partial<ServiceSpec> = {}): ServiceSpec {
  return {
    name: 'head',
    binary: process.execPath,
    args: [standIn, behaviour],
    env: { PATH: process.env['PATH'], TEST_FAMILY: `${dir}/${families++}` },
    cwd: dir,
    dir,
    side: 'head',
    ready: { path: '/healthz', timeoutMs: 30_000 },
    ...changes,
  };
}

const byPort = (timeoutMs = 30_000) => ({ ready: { timeoutMs } });

async function failure(behaviour: string, changes: Partial<ServiceSpec> = {}): Promise<LeakgateError> {
  const given = spec(behaviour, changes);
  const outcome = await startService(given, never).catch((error: Error) => error);
  if (!(outcome instanceof Error)) await outcome.stop();
  if (!(outcome instanceof LeakgateError)) throw new Error('expected it to fail', { cause: outcome });
  expect(outcome.code).toBe('service');
  expect(await survivors(given)).toEqual([]);
  return outcome;
}

/** Processes that a service left behind, found by its environment as Leakgate finds them, and by another variable. */
async function survivors({ env }: ServiceSpec): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.split('\0').includes(`TEST_FAMILY=${env['TEST_FAMILY']}`) ? pid : '';
    }),
  );
  return found.filter((pid) => pid !== '');
}

describe('address', () => {
  test('the port goes into PORT', async () => {
    await using service = await startService(spec('ok'), never);
    expect(await (await fetch(service.origin)).json()).toMatchObject({ port: String(service.port) });
    expect(service.port).toBeGreaterThanOrEqual(20_000);
    expect(service.running).toBe(true);
  });

  test('or where {port} stands, beside {side} and {dir}', async () => {
    const env = { ...spec('ok').env, ADDRESS: '127.0.0.1:{port}' };
    await using service = await startService(
      spec('ok', { args: [standIn, 'ok', '--db={dir}/{side}.db', '{"json":1}'], env }),
      never,
    );
    expect(await (await fetch(service.origin)).json()).toEqual({
      args: [`--db=${dir}/head.db`, '{"json":1}'],
      address: `127.0.0.1:${service.port}`,
    });
  });

  test('an IPv6 listener gets a bracketed origin', async () => {
    await using service = await startService(spec('ipv6-only'), never);
    expect(service.origin).toBe(`http://[::1]:${service.port}`);
    expect((await fetch(service.origin)).status).toBe(200);
  });

  test.each([
    ['with a ready path', {}],
    ['without one', byPort()],
  ])('another port is found %s', async (_, changes) => {
    await using service = await startService(spec('other-port', changes), never);
    expect((await fetch(service.origin)).status).toBe(200);
  });

  test('health at an admin port does not make that port the API', async () => {
    await using service = await startService(spec('admin-health'), never);
    expect(await (await fetch(service.origin)).text()).toBe('api');
  });

  test('a debug port that opens first is not taken for the service', async () => {
    await using service = await startService(spec('debug-first', byPort()), never);
    expect((await fetch(service.origin)).status).toBe(200);
  });

  test('a port lost to another program is given up for a new one', async () => {
    const env = { ...spec('ok').env, TAKEN_MARK: join(dir, 'taken') };
    await using service = await startService(spec('port-taken-once', { env }), never);
    expect(service.running).toBe(true);
  });

  test('a fixed port that is taken is not tried again', async () => {
    const error = await failure('fixed-port-taken');
    expect(error.hint).toContain('PORT');
  });
});

describe('readiness', () => {
  test('waits for a slow one', async () => {
    await using service = await startService(spec('late-port'), never);
    expect(service.crash()).toBeNull();
  });

  test('without a path a TCP port is enough', async () => {
    await using service = await startService(spec('not-http', byPort()), never);
    expect(service.running).toBe(true);
  });

  test('one that never is, is named', async () => {
    const error = await failure('silent', { ready: { path: '/healthz', timeoutMs: 300 } });
    expect(error.message).toBe("The head service wasn't ready after 0.3 s: it never listened on a TCP port.");
    expect(error.hint).toContain('PORT');
  });

  test('a dead one shows how it ended and what it printed', async () => {
    const error = await failure('dies-at-once');
    expect(error.message).toBe(
      'The head service ended before it was ready: exit code 3, after it printed "config.yml: no such file".',
    );
    expect(error.output).toBe('loading config\nconfig.yml: no such file');
  });

  test('a missing program is named', async () => {
    const error = await failure('ok', { binary: join(dir, 'nothing') });
    expect(error.message).toContain(`The head service can't be started: spawn ${join(dir, 'nothing')} ENOENT.`);
  });

  test('an abort while it starts stops it', async () => {
    const abort = new AbortController();
    const given = spec('silent');
    const starting = startService(given, abort.signal);
    await sleep(50);
    abort.abort(new Error('interrupted'));
    await expect(starting).rejects.toThrow('interrupted');
    expect(await survivors(given)).toEqual([]);
  });
});

describe('end', () => {
  test('nothing is left of a family with daemons', async () => {
    const given = spec('family');
    {
      await using service = await startService(given, never);
      expect(service.running).toBe(true);
      expect((await survivors(given)).length).toBe(4);
    }
    expect(await survivors(given)).toEqual([]);
  });

  test('an abort stops a running one', async () => {
    const abort = new AbortController();
    await using service = await startService(spec('ok'), abort.signal);
    abort.abort();
    expect(await service.exited).toEqual({ code: null, signal: 'SIGTERM' });
    expect(service.crash()).toBeNull();
  });

  test('stopping twice is stopping once', async () => {
    await using service = await startService(spec('ok'), never);
    await Promise.all([service.stop(), service.stop()]);
    await service.stop();
    expect(service.running).toBe(false);
  });

  test('a death under load is a crash', async () => {
    await using service = await startService(spec('dies-on-request', byPort()), never);
    await fetch(service.origin).catch(() => undefined);
    await service.exited;
    expect(service.crash()).toEqual({ message: 'exit code 7', frames: [], exitCode: 7, signal: null });
    await service.stop();
    expect(service.crash()).not.toBeNull();
  });
});

test('megabytes of output neither block nor pile up', async () => {
  await using service = await startService(spec('chatty'), never);
  expect(service.output()).toHaveLength(50);
  expect(service.output().at(-1)).toBe('x'.repeat(2000));
});

test('CPU time, descriptors and threads are counted', async () => {
  await using service = await startService(spec('busy'), never);
  const before = service.cpuNs();
  expect(before).toBeGreaterThan(50e6);
  expect(service.descriptors()).toBeGreaterThan(3);
  expect(service.threads()).toBeGreaterThan(1);
  await service.stop();
  expect(service.cpuNs()).toBeGreaterThanOrEqual(before);
});
