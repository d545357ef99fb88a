import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProbe, resolveTarget } from '../../src/build/index.ts';
import { runCli } from '../../src/commands/index.ts';
import { parseSnapshot, type RetentionSnapshot } from '../../src/heap/snapshot-file.ts';
import { connectProbe } from '../../src/probes/index.ts';
import { startService, type Service } from '../../src/service/index.ts';

const run = promisify(execFile);
const fixtures = fileURLToPath(new URL('../fixtures/heap/', import.meta.url));
const never = new AbortController().signal;
const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', NO_COLOR: '1' };

/** Since Go 1.26 a look at a busy process can kill it. */
const canDie = /^go1\.(?:2[6-9]|[3-9]\d)/.test(execFileSync('go', ['env', 'GOVERSION'], { env }).toString());

/** A folder with the service's source, its builds, and what the commands write. */
let root: string;
let probeBinary: string;

const go = async (output: string, ...flags: string[]): Promise<string> => {
  await run('go', ['build', ...flags, '-o', join(root, output), '.'], { cwd: join(root, 'server'), env });
  return join(root, output);
};

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'leakgate-heap-test-')));
  await cp(join(fixtures, 'server'), join(root, 'server'), { recursive: true });
  await cp(join(fixtures, 'service'), join(root, 'service'), { recursive: true });
  const target = await resolveTarget({ workingDirectory: join(root, 'server'), env }, never);
  const options = { outDir: join(root, 'probe'), flags: [], env, repositoryRoot: root };
  probeBinary = (await buildProbe(target, options, never)).path;
});
afterAll(async () => rm(root, { recursive: true, force: true }));

/** One command as a user types it, in the source's folder. */
async function leakgate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    ({ write: (text: string) => ((said[name] += text), true) }) as unknown as NodeJS.WriteStream;
  const terminal = { env, cwd: join(root, 'server'), stdout: stream('out'), stderr: stream('err') };
  return { code: await runCli(args, terminal, never), ...said };
}

async function started(binary: string, more: Record<string, string> = {}, probe = false): Promise<Service> {
  const dir = await mkdtemp(join(root, 'run-'));
  const spec = {
    name: 'head',
    binary,
    args: [],
    env: { GODEBUG: 'memprofilerate=1', ...more },
    cwd: dir,
    dir,
    side: 'head',
  };
  const ready = { path: '/healthz', timeoutMs: 60_000 };
  return startService({ ...spec, ready, ...(probe && { probeSocket: join(dir, 'probe.sock') }) }, never);
}

/** Without keep-alive, so that the service is at rest afterwards. */
async function keep(service: Service, requests: number): Promise<void> {
  for (let i = 0; i < requests; i++) {
    const answer = await fetch(`${service.origin}/keep`, { headers: { connection: 'close' } });
    await answer.text();
  }
}

const retentionOf = async (name: string): Promise<RetentionSnapshot> =>
  parseSnapshot(await readFile(join(root, name)), name) as RetentionSnapshot;

const file = (name: string): string => join(root, name);

describe('a running service with the probe', () => {
  test('two looks subtract to the byte, and name root, chain and line', async () => {
    await using service = await started(probeBinary, {}, true);
    await keep(service, 100);
    const first = await leakgate('snapshot', '--pid', String(service.pid), '--output', file('a.heap'));
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain(`pid ${service.pid}`);
    await keep(service, 400);
    expect((await leakgate('snapshot', '--pid', String(service.pid), '--output', file('b.heap'))).code).toBe(0);

    const table = await leakgate('diff', file('a.heap'), file('b.heap'), '--html', file('diff.html'));
    expect(table.code).toBe(0);
    const page = (await readFile(file('diff.html'), 'utf8')).replaceAll(/<[^>]*>/g, '');
    expect(page).toMatch(
      /main\.pages keeps \d+\.\d+.MiB more[\s\S]*every reachable object counted[\s\S]*main\.keep main\.go:24/,
    );
    const chain = 'main.pages → map[int]*main.Page (main.go:24) → main.keep main.go:24 ×800';
    expect(table.out).toContain(chain);
    expect(table.out).not.toContain('▲');

    const [a, b] = [await retentionOf('a.heap'), await retentionOf('b.heap')];
    expect(b.reachableBytes - a.reachableBytes).toBe(b.heapAllocBytes - a.heapAllocBytes);
    expect(a.process).toEqual(b.process);
    const pages = (snapshot: RetentionSnapshot): number => snapshot.trie.children.get('main.pages')!.retainedBytes;
    const each = 16 * 1024 + 24;
    expect(pages(b) - pages(a)).toBeGreaterThanOrEqual(400 * each);
    expect(pages(b) - pages(a)).toBeLessThan(400 * each + 40_000);
  });

  test('the rule for leaks fails, and shows no more than what breaks it', async () => {
    const gated = await leakgate('diff', file('a.heap'), file('b.heap'), '--gate', '--format', 'json');
    expect(gated.code).toBe(1);
    const found = JSON.parse(gated.out) as { outcome: string; rows: { chain: { text: string }[]; exceeds: boolean }[] };
    expect(found.outcome).toBe('fail');
    expect(found.rows.map(({ chain }) => chain[0]!.text)).toEqual(['main.pages']);
    expect((await leakgate('diff', file('a.heap'), file('b.heap'), '--fail-over', '1GB')).code).toBe(0);
  });

  test('top and path walk through what was kept', async () => {
    expect((await leakgate('top', file('b.heap'))).out).toMatch(/MiB\s+\d.* main\.pages → map\[int\]\*main\.Page/);
    const walked = await leakgate('path', file('b.heap'), 'main.pag');
    expect(walked.out).toMatch(/main\.pages\n.*└─ map\[int\]\*main\.Page/);
    const typo = await leakgate('path', file('b.heap'), 'main.pagse');
    expect(typo).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean main.pages') });
  });

  test('is read from its file even when another one lies there now', async () => {
    const binary = join(root, 'replaced');
    await cp(probeBinary, binary);
    await using service = await started(binary, {}, true);
    await writeFile(`${binary}.new`, 'another program');
    await rename(`${binary}.new`, binary);
    const { code, err } = await leakgate('snapshot', '--pid', String(service.pid), '--output', file('c.heap'));
    expect(code).toBe(0);
    expect(err).toContain('was replaced since the process started');
    const other = await leakgate('diff', file('a.heap'), file('c.heap'));
    expect(other.out).toContain('two processes');
  });

  test.runIf(canDie)('is left alone while it works, where a look could kill it', async () => {
    await using service = await started(probeBinary, {}, true);
    await fetch(`${service.origin}/busy`, { headers: { connection: 'close' } });
    const { code, err } = await leakgate('snapshot', '--pid', String(service.pid), '--output', file('busy.heap'));
    expect(code).toBe(4);
    expect(err).toContain('is at work');
    expect(service.running).toBe(true);
  });
});

describe('a service as its owner builds it', () => {
  test('tells allocation sites through its own pprof, and what is missing', async () => {
    await using service = await started(await go('stock'), { PPROF: '1' });
    await keep(service, 20);
    const first = await leakgate('snapshot', '--pid', String(service.pid), '--output', file('a.sites'));
    expect(first.code).toBe(0);
    expect(first.err).toContain('who keeps them alive is missing');
    await keep(service, 100);
    const url = await leakgate('snapshot', '--url', service.origin, '--output', file('b.sites'));
    expect(url.code).toBe(0);
    const raw = Buffer.from(await (await fetch(`${service.origin}/debug/pprof/heap`)).arrayBuffer());
    await writeFile(file('b.pb.gz'), raw);
    for (const later of ['b.sites', 'b.pb.gz']) {
      const { out } = await leakgate('diff', file('a.sites'), file(later));
      expect(out).toMatch(/\+1\.\d+\sMiB .*main\.keep main\.go:24 ×/);
    }
    const mixed = await leakgate('diff', file('a.heap'), file('a.sites'));
    expect(mixed).toMatchObject({ code: 2, err: expect.stringContaining('One of the two is a profile') });
  });

  test('can’t be looked into without either', async () => {
    await using service = await started(join(root, 'stock'));
    const { code, err } = await leakgate('snapshot', '--pid', String(service.pid), '--output', file('none.heap'));
    expect(code).toBe(2);
    expect(err).toContain("can't be looked into");
  });
});

test('a package is built, loaded and looked at as often as wanted', async () => {
  const taken = await leakgate(
    'snapshot',
    '--package',
    '.',
    '--after',
    '50,150',
    '--requests',
    'GET /keep',
    '--output',
    file('p.heap'),
  );
  expect(taken).toMatchObject({ code: 0 });
  const { out } = await leakgate('diff', file('p-50.heap'), file('p-150.heap'));
  expect(out).toContain('per request');
  expect(out).toMatch(/\+16\.\d\sKiB\/req {2}main\.pages → map\[int\]\*main\.Page/);
});

describe('raw dumps', () => {
  test('are read with the file that the process ran, and with no other', async () => {
    await using service = await started(probeBinary, {}, true);
    const dumps = [join(root, 'a.dump'), join(root, 'b.dump')] as const;
    const sockets = (await import('../../src/service/unix-sockets.ts')).listeningUnixSockets(service.pid);
    const probe = connectProbe(sockets[0]!);
    await keep(service, 10);
    await probe.heapDump(dumps[0], never);
    await keep(service, 20);
    await probe.heapDump(dumps[1], never);

    const read = await leakgate('diff', ...dumps, '--program', probeBinary);
    expect(read.code).toBe(0);
    expect(read.out).toContain('main.keep main.go:24 ×40');
    expect((await leakgate('top', dumps[0])).err).toContain('--program BINARY');
    // The same source, built without the probe.
    const other = await leakgate('top', dumps[0], '--program', await go('plain'));
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('Another program wrote the heap dump') });
  });

  test.each([
    ['stripped', ['-ldflags=-s'], 'its symbol table was stripped'],
    ['position-independent', ['-buildmode=pie'], 'it is position-independent'],
  ])('a %s program is refused with the flag to change', async (name, flags, message) => {
    const { code, err } = await leakgate('top', join(root, 'a.dump'), '--program', await go(name, ...flags));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
