import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runCli } from '../../../src/commands/index.ts';
import type { GroupCounts } from '../../../src/model.ts';

const stacks = (name: string): string =>
  readFileSync(new URL(`../../fixtures/pprof/${name}.stacks.txt`, import.meta.url), 'utf8');
const { signal } = new AbortController();

let server: Server | undefined;
let asked: string[] = [];

afterEach(async () => {
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  server = undefined;
});

/** A service that serves pprof as net/http/pprof does; each dump is answered once, the last one again and again. */
async function serve(dumps: string[], { proof = true, type = 'text/plain' } = {}): Promise<string> {
  asked = [];
  const left = [...dumps];
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.setHeader('connection', 'close');
    if (url === '/debug/pprof/goroutine?debug=2') response.end(left.length > 1 ? left.shift() : left[0]);
    else if (url === '/debug/pprof/goroutineleak?debug=0' && proof) response.end('leaks');
    else response.writeHead(404, { 'content-type': type }).end('404 page not found');
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const stream = (write: (text: string) => void) =>
    ({ isTTY: false, write: (text: string) => (write(text), true) }) as unknown as NodeJS.WriteStream;
  const terminal = {
    env: {},
    cwd: '/',
    stdout: stream((text) => (out += text)),
    stderr: stream((text) => (err += text)),
  };
  const code = await runCli(['goroutines', ...args], terminal, signal);
  return { code, out, err };
}

const groupsOf = (out: string): (GroupCounts & { leak: string | null })[] => {
  const { groups } = JSON.parse(out) as { groups: (GroupCounts & { leak: string | null })[] };
  return groups;
};

/** The recorded dump with `more` further goroutines in the blocked send. */
function withSends(more: number, name = 'go1.27'): string {
  const text = stacks(name);
  const [, send = ''] = /^(goroutine \d+ \[chan send[^]*?)\n\n/m.exec(text)!;
  return [text.trim(), ...Array.from({ length: more }, (_, at) => send.replace(/\d+/, String(9000 + at)))].join('\n\n');
}

test('--html writes what the looks saw as a page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leakgate-goroutines-'));
  try {
    const path = join(folder, 'goroutines.html');
    const { code, out } = await cli('--url', await serve([stacks('go1.27')]), '--html', path);
    expect(code).toBe(0);
    expect(out).toContain('chan send');
    expect(await readFile(path, 'utf8')).toContain('<bdi>main.main.func1 and 4 more leak goroutines</bdi>');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe('--url', () => {
  test('groups what a service answers, and proves leaks where it can', async () => {
    const { code, out } = await cli('--url', await serve([stacks('go1.27')]));
    expect(code).toBe(0);
    expect(asked.slice(-3)).toEqual([
      '/debug/pprof/goroutineleak?debug=0',
      '/debug/pprof/goroutineleak?debug=0',
      '/debug/pprof/goroutine?debug=2',
    ]);
    const [head, first] = out.split('\n');
    expect(head).toMatch(/goroutines +state +waits in +started in/);
    expect(first).toMatch(
      /^ {2}3 +chan send +main\.main\.func1\.1 .*main\.go:34 +main\.main\.func1 .*main\.go:34 .*proven$/,
    );
    expect(out).not.toContain('leakgateServe');
    expect(out).not.toContain('can’t prove');
  });

  test('sees over several looks which group grows, and that its goroutines stay', async () => {
    const dumps = [0, 2, 5].map((more) => withSends(more, 'go1.24'));
    const url = `${await serve(dumps, { proof: false })}/debug/pprof/`;
    const { out } = await cli('--url', url, '--watch', '3', '--every', '1ms', '--format', 'json');
    const [grown, ...others] = groupsOf(out);
    expect(grown).toMatchObject({ state: 'chan send', counts: [3, 5, 8], lasting: 3, ended: 0, leak: 'suspected' });
    for (const { counts, leak } of others) expect([counts, leak]).toEqual([[1, 1, 1], null]);
    const table = await cli('--url', url, '--state', 'chan');
    expect(table.out).toContain('this build can’t prove leaks');
  });

  test.each([
    ['chan', ['chan receive', 'chan send']],
    ['io wait, SELECT', ['IO wait', 'select (no cases)']],
    ['chan receive', ['chan receive']],
    ['sleep', []],
  ])('--state %j', async (state, expected) => {
    const { out } = await cli('--url', await serve([stacks('go1.26')]), '--state', state, '--format', 'json');
    expect([...new Set(groupsOf(out).map((group) => group.state))].toSorted()).toEqual(expected);
  });

  test('a state that no goroutine can be in is a mistake, told before anything is asked', async () => {
    const { code, err } = await cli('--url', 'http://127.0.0.1:1', '--state', 'chan, bogus');
    expect(code).toBe(2);
    expect(err).toContain('got "bogus", which is no state of a goroutine');
    expect(err).toContain('IO wait, semacquire, chan, select, sleep');
  });

  test('--stacks shows where they wait, down to what they began with', async () => {
    const asking = ['--url', await serve([stacks('go1.26')]), '--state', 'IO wait'];
    const { out } = await cli(...asking, '--stacks');
    const calls = out.split('\n').filter((line) => line.startsWith('      '));
    expect(calls.length).toBeGreaterThan(1);
    const without = await cli(...asking);
    expect(without.out.split('\n').length).toBeLessThan(out.split('\n').length);
  });

  test('asks no other machine', async () => {
    const { code, err } = await cli('--url', 'http://192.0.2.1:6060');
    expect(code).toBe(2);
    expect(err).toContain("192.0.2.1 isn't this machine");
  });

  test.each([
    ['no pprof at all', ''],
    ['another page', '<html>goroutine 1 [running]:</html>'],
    ['a dump without a goroutine', 'goroutine profile: total 9\n'],
  ])('a service with %s', async (_, text) => {
    const { code, err } = await cli('--url', await serve([text]));
    expect(code).toBe(4);
    expect(err).toMatch(/gave no goroutine stacks|holds no goroutine/);
  });

  test('no redirect is followed', async () => {
    const url = await serve([stacks('go1.27')]);
    server!.removeAllListeners('request');
    server!.on('request', (_request, response) => {
      response.writeHead(302, { location: 'http://192.0.2.1/', connection: 'close' }).end();
    });
    expect((await cli('--url', url)).code).toBe(4);
  });
});

test('an interrupt between two looks is told as one', async () => {
  const url = await serve([stacks('go1.27')]);
  const interrupt = new AbortController();
  setTimeout(() => interrupt.abort(), 100);
  const stream = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;
  const terminal = { env: {}, cwd: '/', stdout: stream, stderr: stream };
  const args = ['goroutines', '--url', url, '--watch', '2', '--every', '1h'];
  expect(await runCli(args, terminal, interrupt.signal)).toBe(130);
});

describe('--pid', () => {
  test('falls back to the process’s own pprof', async () => {
    const url = await serve([stacks('go1.27')]);
    const { code, out } = await cli('--pid', String(process.pid), '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ source: `${url}/debug/pprof/goroutine?debug=2`, provesLeaks: true });
  });

  test('says what is missing when there is none', async () => {
    const { code, err } = await cli('--pid', String(process.pid));
    expect(code).toBe(2);
    expect(err).toContain('has no probe and serves no /debug/pprof');
  });

  test('a process that isn’t there', async () => {
    expect(await cli('--pid', '4194999')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no process 4194999'),
    });
  });
});

test.each([
  [[], 'needs one of --pid and --url'],
  [['--pid', '1', '--url', 'http://127.0.0.1:1'], 'needs one of --pid and --url'],
  [['--pid', 'x'], '--pid: got "x"'],
  [['--pid', '1', '--watch', '0'], '--watch: got "0"'],
  [['--pid', '1', '--watch', '5000'], '1000 at most'],
  [['--pid', '1', '--every', '10'], '--every: got "10"'],
  [['--pid', '1', '--format', 'xml'], 'allowed: table, json'],
  [['--pid', '1', '--stat', 'chan'], "Unknown option '--stat'"],
])('%j is refused', async (args, message) => {
  const { code, err } = await cli(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
