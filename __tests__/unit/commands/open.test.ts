import { request as send } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { open } from '../../../src/commands/open.ts';
import { serveReport, type ReportServer } from '../../../src/commands/report-server.ts';
import { renderHtml, toJson } from '../../../src/reporters/index.ts';
import { reports } from '../reporters/reports.ts';

interface Answer {
  status: number;
  type: string | undefined;
  body: string;
}

/** Sends the path as it is: `fetch` would resolve `..` before. */
async function ask(origin: string, path: string, more: { method?: string; host?: string } = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const { method = 'GET', host } = more;
  const options = { agent: false, hostname, port, path, method, ...(host !== undefined && { headers: { host } }) };
  return new Promise((resolve, reject) => {
    send(options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'], body }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const files = [
  { name: '', type: 'text/html; charset=utf-8', body: '<p>page</p>' },
  { name: 'heap-after.pb.gz', type: 'application/octet-stream', body: new Uint8Array([31, 139]) },
];
const pathOf = ({ origin }: ReportServer): string => new URL(origin).pathname;

describe('the server of a report', () => {
  test('listens on this machine alone, and gives what it was given to who knows the token', async () => {
    await using server = await serveReport(files);
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/);
    expect(await ask(server.origin, pathOf(server))).toEqual({
      status: 200,
      type: files[0]!.type,
      body: '<p>page</p>',
    });
    // pprof adds a query.
    expect((await ask(server.origin, `${pathOf(server)}heap-after.pb.gz?seconds=1`)).status).toBe(200);
  });

  test.each([
    '/',
    '/heap-after.pb.gz',
    '/00000000000000000000000000000000/',
    'TOKEN../TOKENheap-after.pb.gz',
    'TOKEN../../etc/passwd',
    'TOKEN..%2f..%2fetc%2fpasswd',
    'TOKENresult.json',
    'TOKEN/etc/passwd',
    'TOKEN\\..\\x',
  ])('knows nothing at %s', async (path) => {
    await using server = await serveReport(files);
    const answer = await ask(server.origin, path.replaceAll('TOKEN', pathOf(server)));
    expect(answer).toEqual({ status: 404, type: 'text/plain; charset=utf-8', body: '404\n' });
  });

  test('answers GET alone', async () => {
    await using server = await serveReport(files);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])
      expect((await ask(server.origin, pathOf(server), { method })).status).toBe(405);
  });

  test('refuses a name that was made to point at this machine', async () => {
    await using server = await serveReport(files);
    expect((await ask(server.origin, pathOf(server), { host: 'evil.example' })).status).toBe(403);
  });

  test('two have different tokens, and a closed one answers nobody', async () => {
    const first = await serveReport(files);
    await using second = await serveReport(files);
    expect(pathOf(first)).not.toBe(pathOf(second));
    await first[Symbol.asyncDispose]();
    await expect(ask(first.origin, pathOf(first))).rejects.toThrow('ECONNREFUSED');
  });
});

describe('leakgate open', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leakgate-open-'));
    await writeFile(join(folder, 'result.json'), toJson(reports.failing));
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  /** Starts the command, hands over what it said first, and stops it as Ctrl-C does. */
  async function opened(args: string[], look: (said: string) => Promise<void>): Promise<number> {
    const stop = new AbortController();
    let ended: Promise<number> = Promise.resolve(-1);
    const said = await new Promise<string>((resolve, reject) => {
      const stdout = { write: (text: string) => (resolve(text), true) } as unknown as NodeJS.WriteStream;
      ended = open.run(args, { env: process.env, cwd: folder, stdout, stderr: stdout }, stop.signal);
      ended.catch(reject);
    });
    await look(said);
    stop.abort();
    return ended;
  }

  const originIn = (said: string): string => /report\s+(\S+)/.exec(said)![1]!;

  test('serves the page until Ctrl-C, which is no fault', async () => {
    let origin = '';
    const code = await opened(['.'], async (said) => {
      origin = originIn(said);
      expect((await ask(origin, new URL(origin).pathname)).body).toBe(renderHtml(reports.failing));
      expect(said).not.toContain('pprof');
    });
    expect(code).toBe(0);
    await expect(ask(origin, '/')).rejects.toThrow('ECONNREFUSED');
  });

  test('tells how to see the growth where both profiles are there', async () => {
    await writeFile(join(folder, 'heap-before.pb.gz'), 'before');
    await writeFile(join(folder, 'heap-after.pb.gz'), 'after');
    await opened([join(folder, 'result.json')], async (said) => {
      const [, before, after] = /go tool pprof -diff_base (\S+) (\S+)/.exec(said)!;
      expect((await ask(before!, new URL(before!).pathname)).body).toBe('before');
      expect((await ask(after!, new URL(after!).pathname)).body).toBe('after');
    });
  });

  test('a run that isn’t there', async () => {
    const never = async (): Promise<void> => expect.unreachable();
    await expect(opened(['nowhere'], never)).rejects.toThrow('There is no kept run "nowhere".');
    await expect(opened(['a', 'b'], never)).rejects.toThrow('open takes one run, got a b.');
  });

  test('a result that is none', async () => {
    await writeFile(join(folder, 'result.json'), '{}');
    await expect(opened(['.'], async () => expect.unreachable())).rejects.toThrow("isn't a result");
  });
});
