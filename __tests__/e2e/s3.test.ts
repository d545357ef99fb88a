import dns from 'node:dns';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { setMaxListeners } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore, StoreUnavailable, type BaselineStore } from '../../src/baseline/index.ts';
import type { BucketAddress } from '../../src/baseline/s3-client.ts';
import { baseline, newestOf } from '../unit/baseline/repositories.ts';
import { bucketName, startS3, type S3Server } from './s3-server.ts';

const { signal } = new AbortController();
setMaxListeners(0, signal);
let server: S3Server;

beforeAll(async () => {
  server = await startS3();
});
afterAll(async () => server[Symbol.asyncDispose]());
// A place of its own for every test: what is deleted behind the server's back it goes on knowing.
let tests = 0;
let home = '';
beforeEach(() => {
  home = `test-${++tests}`;
});

function store(changes: Partial<BucketAddress> & { env?: NodeJS.ProcessEnv; repository?: string } = {}): BaselineStore {
  const { env = server.env, repository = 'acme/shop', ...address } = changes;
  const s3 = { bucket: bucketName, prefix: home, endpoint: `http://127.0.0.1:${server.port}`, ...address };
  return openStore('s3', { directory: '/nowhere/shop', env, repository, s3 });
}

const objects = (): string[] =>
  (existsSync(join(server.folder, home))
    ? readdirSync(join(server.folder, home), { recursive: true, encoding: 'utf8' })
    : []
  )
    .filter((name) => name.endsWith('.json'))
    .toSorted();

describe('the s3 store, with a real server', () => {
  it('answers null and an empty list where nothing is stored', async () => {
    expect(await newestOf(store(), 'main', 'api')).toBeNull();
    expect(await store().list({}, signal)).toEqual([]);
  });

  it('reads back what it wrote, apart by repository, service, branch and commit', async () => {
    const stored = [baseline(), baseline({ key: 'cmd/worker' }), baseline({ branch: 'feature/ü x' })];
    for (const each of stored) expect(await store().write(each, signal)).toEqual({ stored: true });
    await store({ repository: 'acme/other', prefix: `${home}/team` }).write(baseline({ leakgate: '0.9.0' }), signal);
    for (const each of stored) expect(await newestOf(store(), each.branch, each.key)).toEqual(each);
    expect(await store().list({}, signal)).toHaveLength(3);
    expect(objects()).toHaveLength(4);
    expect(objects()).toContain(`team/acme/other/api/main/1767323045-${baseline().sha}.json`);
  });

  it.each([
    ["main'; drop table x; --", '../../etc/passwd'],
    ['a&b<c>"d\'', '%2e%2e%2f'],
    ['🦫/ünïcode+plus=?#[]@!$*()', 'x'.repeat(250)],
    ['a\nb\0c', '&amp;&#x41;'],
  ])('takes the branch %j for nothing but a name', async (branch, key) => {
    const odd = baseline({ branch, key });
    expect(await store().write(odd, signal)).toEqual({ stored: true });
    expect(await newestOf(store(), branch, key)).toEqual(odd);
    expect(objects().every((name) => name.startsWith('acme/shop/'))).toBe(true);
    await store().remove(await store().list({}, signal), signal);
    expect(objects()).toEqual([]);
  });

  it('lists more than a page holds', async () => {
    await store().write(baseline(), signal);
    const [first] = objects();
    const text = await readFile(join(server.folder, home, first!), 'utf8');
    const folder = join(server.folder, home, first!, '..');
    for (let index = 0; index < 1100; index++)
      await writeFile(join(folder, `${1_700_000_000 + index}-c${index}.json`), text);
    expect(await store().list({ key: 'api' }, signal)).toHaveLength(1101);
  });

  it('loses nothing of two hundred writers at the same time', async () => {
    const apart = Array.from({ length: 185 }, (_, index) => baseline({ key: `service-${index}` }));
    const together = Array.from({ length: 15 }, (_, index) => baseline({ leakgate: `0.0.${index}` }));
    const outcomes = await Promise.all([...apart, ...together].map(async (each) => store().write(each, signal)));
    expect(outcomes.filter(({ stored }) => stored)).toHaveLength(200);
    expect(await store().list({}, signal)).toHaveLength(186);
    expect((await newestOf(store(), 'main', 'api'))?.leakgate).toMatch(/^0\.0\.\d+$/);
  });

  it('finds the bucket before the host’s name too', async () => {
    await store().write(baseline(), signal);
    const endpoint = `http://localhost:${server.port}`;
    // Not every system knows names below localhost.
    const lookup = vi
      .spyOn(dns, 'lookup')
      .mockImplementation(((_host: string, _options: object, done: (...answer: unknown[]) => void) =>
        done(null, [{ address: '127.0.0.1', family: 4 }])) as never);
    expect(await newestOf(store({ endpoint, pathStyle: false }), 'main', 'api')).toEqual(baseline());
    expect(lookup.mock.calls[0]?.[0]).toBe(`${bucketName}.localhost`);
    lookup.mockRestore();
  });

  it('calls a damaged baseline damaged, mends it, and leaves a newer one alone', async () => {
    await store().write(baseline(), signal);
    const file = join(server.folder, home, objects()[0]!);
    await writeFile(file, '{"schemaVersion": 1');
    await expect(newestOf(store(), 'main', 'api')).rejects.toMatchObject({ name: 'DamagedBaseline' });
    expect(await store().write(baseline(), signal)).toEqual({ stored: true });
    await writeFile(join(server.folder, home, objects()[0]!), '{"schemaVersion": 7, "leakgate": "9.0.0"}');
    await expect(store().write(baseline({ leakgate: '0.2.0' }), signal)).rejects.toThrow(/newer Leakgate \(9\.0\.0\)/);
  });

  const refused = async (refusing: BaselineStore): Promise<StoreUnavailable> => {
    const error: unknown = await refusing.list({}, signal).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreUnavailable);
    const told = `${String(error)} ${(error as StoreUnavailable).hint} ${JSON.stringify(error)}`;
    expect(told).not.toMatch(/top\/secret|wrong-secret|wrong-key/);
    return error as StoreUnavailable;
  };

  it('explains credentials, buckets and servers that aren’t right, without the credentials', async () => {
    const wrong = { ...server.env, AWS_SECRET_ACCESS_KEY: 'wrong-secret' };
    expect((await refused(store({ env: wrong }))).message).toContain(
      'the credentials were not accepted (HTTP 403: SignatureDoesNotMatch',
    );
    expect((await refused(store({ env: { ...server.env, AWS_ACCESS_KEY_ID: 'wrong-key' } }))).message).toContain(
      'credentials were not accepted',
    );
    expect((await refused(store({ bucket: 'no-such-bucket' }))).message).toContain('there is no such bucket');
    const closed = await refused(store({ endpoint: 'http://127.0.0.1:9' }));
    expect(closed.message).toContain('the server did not answer');
    expect(closed.passing).toBe('outage');
    for (const env of [{}, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }])
      expect((await refused(store({ env }))).hint).toContain('Pull requests from forks get no secrets');
  });

  it('stores once when the answer to a write is lost', async () => {
    let cut = 0;
    const proxy: Server = createServer((client) => {
      const upstream = connect(server.port, '127.0.0.1');
      let doomed = false;
      client.on('data', (chunk) => {
        doomed ||= cut === 0 && chunk.includes('PUT /');
        upstream.write(chunk);
      });
      upstream.on('data', (chunk) => {
        if (doomed) {
          cut++;
          client.destroy();
          upstream.destroy();
        } else client.write(chunk);
      });
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const)
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }).listen(0, '127.0.0.1');
    await new Promise((done) => proxy.once('listening', done));
    const endpoint = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    expect(await store({ endpoint }).write(baseline(), signal)).toEqual({ stored: true });
    expect(cut).toBe(1);
    expect(objects()).toHaveLength(1);
    proxy.close();
  });

  it('survives a server that is killed under two dozen writers', async () => {
    const writers = Array.from({ length: 24 }, (_, index) => baseline({ key: `service-${index}` }));
    const writing = Promise.allSettled(writers.map(async (each) => store().write(each, signal)));
    await expect.poll(() => objects().length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0);
    await server.kill();
    await server.start();
    const outcomes = await writing;
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreUnavailable);
      // Whole or not there: never a part.
      const found = await newestOf(store(), 'main', writers[index]!.key);
      expect(found).toEqual(outcome.status === 'fulfilled' ? writers[index] : found === null ? null : writers[index]);
    }
  });
});
