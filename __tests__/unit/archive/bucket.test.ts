import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveOf, bucketArchive } from '../../../src/archive/bucket.ts';

let outDir: string;
beforeEach(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'leakgate-bucket-archive-'));
  for (const name of files) await writeFile(join(outDir, name), name);
});
afterEach(async () => rm(outDir, { recursive: true, force: true }));

const files = ['result.json', 'report.html', 'trace.out'];
const env = { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'top/secret+key' };
const { signal } = new AbortController();
const run = {
  key: 'api',
  createdAt: '2026-01-09T10:11:12.000Z',
  commit: { sha: 'a'.repeat(40), branch: 'main', baseBranch: null, pullRequest: null },
};

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A server that answers what a test says. What a real one does is tested with a real one. */
async function serving(
  answer: (request: IncomingMessage) => Answer | null,
  deadline?: AbortSignal,
  publicUrl?: string,
) {
  const asked: string[] = [];
  const types: Record<string, string | undefined> = {};
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    types[request.url!.split('/').at(-1)!] = request.headers['content-type'];
    request.resume().on('end', () => {
      const given = answer(request);
      if (given !== null) response.writeHead(given.status, given.headers).end(given.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { bucket: 'team', endpoint, keepDays: 30, publicUrl };
  return {
    asked,
    types,
    archive: bucketArchive(settings, { repository: 'acme/shop', env, ...(deadline && { deadline: () => deadline }) }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const listed = (day: string): string =>
  `<ListBucketResult><Contents><Key>leakgate-runs/acme/shop/${day}/api/branch-main/20260101-000000/report.html</Key></Contents></ListBucketResult>`;

describe('the archive of runs', () => {
  test('names what each file is, so that a browser shows the report', async () => {
    await using server = await serving(() => ({ status: 200 }));
    await server.archive.keep({ outDir, files }, run, signal);
    expect(server.types).toMatchObject({
      'report.html': 'text/html; charset=utf-8',
      'result.json': 'application/json',
      'trace.out': 'application/octet-stream',
    });
    expect(server.asked[0]).toBe(
      'PUT /team/leakgate-runs/acme/shop/2026-01-09/api/branch-main/20260109-101112-aaaaaaa/result.json',
    );
  });

  test('tells where a browser finds the page, if it is there', async () => {
    const on = { ...run, key: 'cmd/api', commit: { ...run.commit, branch: 'feat/x y' } };
    const pageOf = async (status: number, publicUrl?: string): Promise<string | null> => {
      await using server = await serving(() => ({ status }), undefined, publicUrl);
      return (await server.archive.keep({ outDir, files }, on, signal)).reportUrl;
    };
    // The names of service and branch are percent-encoded in the object’s name already.
    expect(await pageOf(200, 'https://runs.example.com/team/')).toMatch(
      /^https:\/\/runs\.example\.com\/team\/leakgate-runs\/acme\/shop\/2026-01-09\/cmd%252Fapi\/branch-feat%252Fx%2520y\/20260109-101112-aaaaaaa\/report\.html$/,
    );
    expect(await pageOf(200)).toBeNull();
    expect(await pageOf(403, 'https://runs.example.com')).toBeNull();
    await rm(join(outDir, 'report.html'));
    expect(await pageOf(200, 'https://runs.example.com')).toBeNull();
  });

  test('deletes by the server’s clock when this machine’s is ahead', async () => {
    const answer = (day: string) => (request: IncomingMessage) => ({
      status: 200,
      headers: { date: 'Sat, 10 Jan 2026 00:00:00 GMT' },
      ...(request.method === 'GET' && { body: listed(day) }),
    });
    const deleted = async (day: string): Promise<boolean> => {
      await using server = await serving(answer(day));
      await server.archive.keep({ outDir, files }, run, signal);
      return server.asked.some((asked) => asked.startsWith('DELETE'));
    };
    expect(await deleted('2025-12-12')).toBe(false);
    expect(await deleted('2025-12-10')).toBe(true);
  });

  test('tries again when the server is busy', async () => {
    let busy = 2;
    await using server = await serving(() => ({ status: busy-- > 0 ? 503 : 200 }));
    const { told } = await server.archive.keep({ outDir, files }, run, signal);
    expect(told[0]?.delivered).toBe(true);
    expect(server.asked.filter((asked) => asked.endsWith('/result.json'))).toHaveLength(3);
  });

  test('is no failure of the run when old ones can’t be deleted', async () => {
    await using server = await serving(({ method }) =>
      method === 'DELETE' ? { status: 403 } : { status: 200, ...(method === 'GET' && { body: listed('2025-01-01') }) },
    );
    const { told } = await server.archive.keep({ outDir, files }, run, signal);
    expect(told.map(({ delivered }) => delivered)).toEqual([true, false]);
    expect(told[1]!.line).toMatch(
      /^Old runs weren’t deleted from the archive: .* may not do that .* The verdict stands\.$/,
    );
  });

  test('says which variables are missing', async () => {
    const settings = { bucket: 'team', keepDays: 30 };
    const archive = bucketArchive(settings, { repository: 'acme/shop', env: {} });
    expect(await archive.keep({ outDir, files }, run, signal)).toEqual({
      told: [
        {
          delivered: false,
          line: expect.stringContaining('AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing') as string,
        },
      ],
      reportUrl: null,
    });
  });

  test.each([
    ['the files', 'PUT', 'The run wasn’t archived'],
    ['old ones', 'GET', 'Old runs weren’t deleted from the archive'],
  ])('isn’t waited for longer than allowed for %s', async (_what, silent, told) => {
    const time = new AbortController();
    await using server = await serving(({ method }) => {
      if (method !== silent) return { status: 200 };
      time.abort(new DOMException('', 'TimeoutError'));
      return null;
    }, time.signal);
    const answers = await server.archive.keep({ outDir, files }, run, signal);
    expect(answers.told.at(-1)).toEqual({ delivered: false, line: `${told}: it took too long. The verdict stands.` });
  });

  test('stops with the run while it deletes, too', async () => {
    const stop = new AbortController();
    await using server = await serving(({ method }) => {
      if (method !== 'GET') return { status: 200 };
      stop.abort(new Error('Ctrl-C'));
      return null;
    });
    await expect(server.archive.keep({ outDir, files }, run, stop.signal)).rejects.toThrow('Ctrl-C');
  });

  test('stops with the run', async () => {
    const stop = new AbortController();
    await using server = await serving(() => {
      stop.abort(new Error('Ctrl-C'));
      return { status: 503 };
    });
    await expect(server.archive.keep({ outDir, files }, run, stop.signal)).rejects.toThrow('Ctrl-C');
    expect(server.asked).toHaveLength(1);
  });
});

describe('whether a run is archived', () => {
  const archive = { bucket: 'team', keepDays: 30 };
  const placed = (pullRequest: { number: number; fromFork: boolean } | null) =>
    ({
      event: { pullRequest, repository: { owner: 'acme', name: 'shop' } },
      repository: { root: '/nowhere/shop', remoteUrl: null },
    }) as Parameters<typeof archiveOf>[0];

  test.each([
    ['a push', placed(null), { archive }, true],
    ['a pull request', placed({ number: 1, fromFork: false }), { archive }, true],
    ['a pull request from a fork', placed({ number: 1, fromFork: true }), { archive }, false],
    ['a run that ended before it knew where it is', undefined, { archive }, false],
    ['no bucket', placed(null), { archive: undefined }, false],
  ])('%s', (_what, place, settings, expected) => {
    expect(archiveOf(place, settings, env) !== null).toBe(expected);
  });
});
