import fc from 'fast-check';
import { setMaxListeners } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { displayName, openStore, StoreUnavailable, type StoreOptions } from '../../../src/baseline/index.ts';
import { fromJsonb, toJsonb } from '../../../src/baseline/jsonb.ts';
import { splitUrl } from '../../../src/baseline/postgres-connection.ts';
import { binaries, cuttingProxy, freePort, password, startPostgres, type PostgresServer } from './postgres-server.ts';
import { baseline, newestOf } from './repositories.ts';

const { signal } = new AbortController();
const measured = { qps: { load: { requestsPerSecond: 1234.5, latencyUs: { p99: 2500 } } } };

describe('the address of a database', () => {
  it.each([
    ['postgres://u:p@db.example.com/b', 'verify-full'],
    ['postgresql://db.example.com:5432/b?connect_timeout=3', 'verify-full'],
    ['postgres://u@localhost/b', 'disable'],
    ['postgres://u:p@127.0.0.1:5433/b', 'disable'],
    ['postgres://u:p@[::1]/b', 'disable'],
    ['postgres:///b?host=/var/run/postgresql', 'disable'],
    ['postgres://u:p@localhost.example.com/b', 'verify-full'],
    ['postgres://localhost:p@db.example.com/b', 'verify-full'],
    ['postgres://u:p@db.example.com/b?sslmode=require', 'require'],
    ['postgres://u:p@db.example.com/b?sslmode=disable&application_name=x', 'disable'],
  ])('%s is reached with sslmode %s', (url, mode) => {
    expect(splitUrl(url).mode).toBe(mode);
    expect(splitUrl(url).bare).not.toContain('sslmode');
  });

  it('refuses modes that fall back to plain text', () => {
    expect(() => splitUrl('postgres://u:p@h/b?sslmode=prefer')).toThrow(/sslmode=prefer; allowed: disable, require/);
  });
});

it('is not an error where a pull request from a fork gets no secret', async () => {
  const store = openStore('postgres', { directory: '/nowhere', env: {}, postgres: { url: '' } });
  await expect(store.list({}, signal)).rejects.toMatchObject({
    name: 'StoreUnavailable',
    passing: 'no',
    hint: expect.stringContaining('forks'),
  });
});

describe('JSONB', () => {
  it('gives every text back', () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0x241a, 0x30, 0xd800, 0xdc00));
    const texts = fc.array(unit, { maxLength: 12 }).map((units) => String.fromCharCode(...units));
    const kept = fc.check(
      fc.property(fc.dictionary(texts, texts, { maxKeys: 4 }), (tree) => {
        const text = JSON.stringify(tree);
        const storable = toJsonb(text);
        return !/\\u0000|\\ud[89a-f]/i.test(storable) && JSON.stringify(JSON.parse(fromJsonb(storable))) === text;
      }),
    );
    expect(kept.counterexample).toBeNull();
  });
});

describe.skipIf(binaries === null)('the postgres store, with a real server', { timeout: 60_000 }, () => {
  let server: PostgresServer;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'baseline-postgres-'));
    server = await startPostgres();
  }, 120_000);
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await server.sql('drop table if exists baseline_profiles, baseline_history, leakgate_migrations');
  });

  const store = (url = server.url(), changes: Partial<StoreOptions> & { caFile?: string } = {}) => {
    const { caFile, ...options } = changes;
    return openStore('postgres', {
      directory,
      env: process.env,
      repository: 'acme/shop',
      postgres: { url, caFile },
      ...options,
    });
  };
  const history = async () => server.sql('select * from baseline_history order by branch, scenario, record, revision');

  it('answers null and an empty list where nothing was ever stored, and makes no table for it', async () => {
    expect(await newestOf(store(), 'main', 'api')).toBeNull();
    expect(await store().list({}, signal)).toEqual([]);
    expect(await server.sql("select to_regclass('baseline_history') as there")).toEqual([{ there: null }]);
  });

  const profiles = async () =>
    server.sql(
      'select profile_id, scenario, tps_baseline as tps, p99_ms_baseline as p99 from baseline_profiles order by 1, 2',
    );
  const documents = async () => (await history()).map(({ sha, revision, document }) => [sha, revision, document]);

  it('upserts the profile and appends to the history', async () => {
    const first = baseline({ measurements: measured, committedAt: '2026-01-01T00:00:00Z' });
    const again = { ...first, leakgate: '0.2.0' };
    const faster = { qps: { load: { requestsPerSecond: 2000, latencyUs: { p99: 1000 } } } };
    const second = baseline({ measurements: faster, committedAt: '2026-01-02T00:00:00Z', sha: 'b'.repeat(40) });
    for (const each of [first, again]) expect(await store().write(each, signal)).toEqual({ stored: true });
    expect(await profiles()).toEqual([{ profile_id: 'acme/shop@main', scenario: 'api', tps: 1234.5, p99: 2.5 }]);
    expect(await store().write(second, signal)).toEqual({ stored: true });
    expect(await newestOf(store(), 'main', 'api')).toEqual(second);
    expect(await profiles()).toEqual([{ profile_id: 'acme/shop@main', scenario: 'api', tps: 2000, p99: 1 }]);
    expect(await documents()).toEqual([
      [first.sha, '1', first],
      [first.sha, '2', again],
      [second.sha, '1', second],
    ]);
  });

  it('does not repeat what is there already', async () => {
    for (let times = 0; times < 3; times++) await store().write(baseline({ measurements: measured }), signal);
    expect(await history()).toHaveLength(1);
  });

  it('keeps the profile when an old commit runs again', async () => {
    await store().write(baseline({ committedAt: '2026-01-02T00:00:00Z', measurements: measured }), signal);
    await store().write(
      baseline({ committedAt: '2026-01-01T00:00:00Z', sha: 'a'.repeat(40), measurements: {} }),
      signal,
    );
    expect(await profiles()).toMatchObject([{ tps: 1234.5 }]);
    expect((await newestOf(store(), 'main', 'api'))?.sha).toBe(baseline().sha);
  });

  it('keeps the newest 24 of a branch in sight and all of them in the history', async () => {
    for (let day = 1; day <= 26; day++)
      await store().write(
        baseline({ createdAt: new Date(Date.UTC(2026, 4, day)).toISOString(), sha: `c${day}` }),
        signal,
      );
    expect(
      (await store().list({ key: 'api' }, signal)).map(({ sha }) => Number(sha.slice(1))).toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 24 }, (_, index) => index + 3));
    expect((await documents()).filter(([, , document]) => document !== null)).toHaveLength(26);
    expect(await profiles()).toHaveLength(1);
  });

  it('keeps repositories, branches and services apart', async () => {
    const stored = [baseline(), baseline({ key: 'worker' }), baseline({ branch: 'feature/x' })];
    for (const each of stored) await store().write(each, signal);
    await store(undefined, { repository: 'acme/other' }).write(baseline({ sha: 'c'.repeat(40) }), signal);
    for (const each of stored) expect(await newestOf(store(), each.branch, each.key)).toEqual(each);
    expect(await store().list({}, signal)).toHaveLength(3);
  });

  it.each([
    ["main'; drop table baseline_history; --", "api'); delete from baseline_profiles; --"],
    ['"; select pg_sleep(60); --', '$1'],
    ['\\', "\\'"],
    ['a\0b', '\uD800'],
    ['🦫/ünïcode/%27', 'x'.repeat(200)],
    ['%s%n${jndi:ldap://x}', '{{7*7}}'],
  ])('takes the branch %j for nothing but a name', async (branch, key) => {
    const odd = baseline({ branch, key, measurements: { 'heap\0leak': { [branch]: key, __proto__x: '␚0000' } } });
    await store().write(baseline(), signal);
    await store().write(odd, signal);
    expect(await newestOf(store(), branch, key)).toEqual(odd);
    expect((await store().list({}, signal)).map((each) => each.branch).toSorted()).toEqual(
      ['main', displayName(branch)].toSorted(),
    );
  });

  it('loses nothing of many writers at the same time, for different places and for the same one', async () => {
    const apart = Array.from({ length: 40 }, (_, index) => baseline({ key: `service-${index}` }));
    const together = Array.from({ length: 20 }, (_, index) => baseline({ leakgate: `0.0.${index}` }));
    setMaxListeners(0, signal);
    const outcomes = await Promise.all([...apart, ...together].map(async (each) => store().write(each, signal)));
    expect(outcomes.every(({ stored }) => stored)).toBe(true);
    const rows = await history();
    expect(rows).toHaveLength(60);
    const versions = rows
      .filter(({ scenario }) => scenario === 'api')
      .map(({ document }) => (document as { leakgate: string }).leakgate);
    expect(versions.toSorted()).toEqual(together.map(({ leakgate }) => leakgate).toSorted());
    expect((await newestOf(store(), 'main', 'api'))?.leakgate).toBe(versions.at(-1));
    expect(await server.sql('select count(*)::int as profiles from baseline_profiles')).toEqual([{ profiles: 41 }]);
  }, 120_000);

  it('brings the tables of an older version up to date, with what is in them, and once', async () => {
    await server.sql(
      'create table baseline_profiles (profile_id varchar(200), scenario text, tps_baseline float, p99_ms_baseline float, updated_at timestamptz)',
    );
    await server.sql(
      "insert into baseline_profiles values ('acme/shop@main', 'api', 1, 1, now()), ('mine', 'own', 7, 7, now())",
    );
    await server.sql(
      'create table leakgate_migrations (version integer primary key, applied_at timestamptz not null default now())',
    );
    await server.sql('insert into leakgate_migrations (version) values (1)');
    expect(await newestOf(store(), 'main', 'api')).toBeNull();
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        store().write(baseline({ key: `k${index}`, measurements: measured }), signal),
      ),
    );
    await store().write(baseline({ measurements: measured }), signal);
    expect(await server.sql('select version from leakgate_migrations order by 1')).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
    const kept = await server.sql(
      "select profile_id, tps_baseline as tps from baseline_profiles where scenario in ('api', 'own') order by 1",
    );
    expect(kept).toEqual([
      { profile_id: 'acme/shop@main', tps: 1234.5 },
      { profile_id: 'mine', tps: 7 },
    ]);
  });

  it('leaves tables of a newer version alone, and says so', async () => {
    await store().write(baseline(), signal);
    await server.sql('insert into leakgate_migrations (version) values (99)');
    const attempts = [
      async () => newestOf(store(), 'main', 'api'),
      async () => store().write(baseline({ sha: 'd' }), signal),
      async () => store().list({}, signal),
    ];
    for (const attempt of attempts) {
      const error: unknown = await attempt().catch((thrown: unknown) => thrown);
      expect(error).not.toBeInstanceOf(StoreUnavailable);
      expect(String(error)).toContain('of version 99, made by a newer Leakgate');
    }
  });

  it('calls a damaged document damaged, never absent, and mends it', async () => {
    await store().write(baseline(), signal);
    await server.sql(`update baseline_history set document = '{"schemaVersion": 1}'`);
    await expect(newestOf(store(), 'main', 'api')).rejects.toMatchObject({
      name: 'DamagedBaseline',
      hint: expect.stringContaining("delete from baseline_history where repository = 'acme/shop'"),
    });
    await store().write(baseline(), signal);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
  });

  it('does not replace what a newer Leakgate wrote', async () => {
    await store().write(baseline(), signal);
    await server.sql(`update baseline_history set document = '{"schemaVersion": 7, "leakgate": "9.0.0"}'`);
    await expect(store().write(baseline(), signal)).rejects.toThrow(/newer Leakgate \(9\.0\.0\)/);
    expect(await history()).toHaveLength(1);
  });

  it('forgets what it is told to, keeps it in the history, and goes on behind it', async () => {
    await store().write(baseline(), signal);
    await store().write(baseline({ key: 'worker' }), signal);
    const removed = await store().list({ key: 'api' }, signal);
    await store().remove(removed, signal);
    await store().remove(removed, signal);
    expect(await newestOf(store(), 'main', 'api')).toBeNull();
    expect(await store().read(removed[0]!, signal)).toBeNull();
    expect((await profiles()).map(({ scenario }) => scenario)).toEqual(['worker']);
    await store().write(baseline(), signal);
    const revisions = (await history()).filter(({ scenario }) => scenario === 'api');
    expect(revisions.map(({ revision, document }) => [revision, document !== null])).toEqual([
      ['1', true],
      ['2', false],
      ['3', true],
    ]);
    expect(await newestOf(store(), 'main', 'api')).toEqual(baseline());
  });

  it('reads as a user who may only read, and tells one who may not write', async () => {
    await store().write(baseline(), signal);
    await server.sql('drop role if exists reader');
    await server.sql("create role reader login password 'reader'");
    await server.sql('grant select on baseline_history, leakgate_migrations to reader');
    const reader = store(server.url({ name: 'reader', password: 'reader' }));
    expect(await newestOf(reader, 'main', 'api')).toEqual(baseline());
    await expect(reader.write(baseline({ sha: 'e' }), signal)).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('this user may not do that'),
      hint: expect.stringContaining('INSERT'),
    });
    await server.sql('revoke all on baseline_history, leakgate_migrations from reader');
  });

  const refused = async (url: string, changes: { caFile?: string } = {}): Promise<StoreUnavailable> => {
    const error: unknown = await newestOf(store(url, changes), 'main', 'api').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreUnavailable);
    // Neither in the error nor in anything that it carries.
    const told = `${String(error)} ${(error as StoreUnavailable).hint} ${JSON.stringify(error)}`;
    expect(told).not.toContain('wrong-secret');
    expect(told).not.toContain(password);
    return error as StoreUnavailable;
  };

  it('explains a wrong password, an unknown database and a closed port, without the password', async () => {
    expect((await refused(server.url({ password: 'wrong-secret' }))).message).toContain(
      'did not accept user and password',
    );
    expect((await refused(server.url({ database: 'nowhere' }))).message).toContain('no such database');
    const closed = await refused(server.url({ port: await freePort() }));
    expect(closed.message).toMatch(
      /the database 127\.0\.0\.1:\d+\/postgres weren't available: the server did not answer/,
    );
    expect(closed.passing).toBe('outage');
  });

  it('gives up on a server that hangs up at once', async () => {
    let calls = 0;
    const deaf = createServer((socket) => (calls++, socket.destroy())).listen(0, '127.0.0.1');
    await new Promise((done) => deaf.once('listening', done));
    expect((await refused(server.url({ port: (deaf.address() as AddressInfo).port }))).message).toContain(
      'did not answer',
    );
    expect(calls).toBe(5);
    deaf.close();
  }, 60_000);

  it('stops on an abort while the server keeps silent', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((done) => silent.once('listening', done));
    const stop = new AbortController();
    const reading = store(server.url({ port: (silent.address() as AddressInfo).port })).list({}, stop.signal);
    silent.once('connection', () => stop.abort(new Error('interrupted')));
    await expect(reading).rejects.toThrow('interrupted');
    silent.close();
  });

  it('holds the server to its certificate', async () => {
    await store().write(baseline(), signal);
    const named = server.url({ host: 'localhost', settings: '?sslmode=verify-full' });
    const { caFile } = server;
    expect(await newestOf(store(named, { caFile }), 'main', 'api')).toEqual(baseline());
    const [used] = await server.sql('select count(*)::int as n from pg_stat_ssl where ssl');
    expect(used).toEqual({ n: 0 });
    expect((await refused(named)).message).toContain('certificate isn’t trusted');
    expect((await refused(server.url({ settings: '?sslmode=verify-full' }), { caFile })).message).toContain(
      'certificate isn’t trusted',
    );
    expect(await newestOf(store(server.url({ settings: '?sslmode=verify-ca' }), { caFile }), 'main', 'api')).toEqual(
      baseline(),
    );
    expect(await newestOf(store(server.url({ settings: '?sslmode=require' })), 'main', 'api')).toEqual(baseline());
    await expect(newestOf(store(named, { caFile: 'absent.pem' }), 'main', 'api')).rejects.toThrow(
      'postgres.ca-file: absent.pem',
    );
  });

  it('does not fall back to plain text', async () => {
    await server.sql('alter system set ssl = off');
    await server.sql('select pg_reload_conf()');
    try {
      await expect.poll(async () => server.sql('show ssl')).toEqual([{ ssl: 'off' }]);
      expect((await refused(server.url({ settings: '?sslmode=require' }))).message).toContain('speaks no TLS');
    } finally {
      await server.sql('alter system reset ssl');
      await server.sql('select pg_reload_conf()');
    }
  });

  it('stores once when the answer to a write is lost', async () => {
    await store().write(baseline({ key: 'other' }), signal);
    await using proxy = await cuttingProxy(server.port, 'insert into baseline_history');
    expect(await store(server.url({ port: proxy.port })).write(baseline(), signal)).toEqual({ stored: true });
    expect(proxy.cuts()).toBe(1);
    expect((await history()).map(({ scenario }) => scenario)).toEqual(['api', 'other']);
  }, 30_000);

  it('survives a server that is killed in the middle of a write', async () => {
    await store().write(baseline({ measurements: measured }), signal);
    const blocker = new AbortController();
    const holding = server
      .sql('lock table baseline_profiles in access exclusive mode; select pg_sleep(120)')
      .catch(() => blocker.abort());
    // A write that came before the lock would never wait.
    const held = "select count(*)::int as n from pg_locks where mode = 'AccessExclusiveLock' and granted";
    await expect.poll(async () => server.sql(held), { timeout: 20_000 }).toEqual([{ n: 1 }]);
    const waiting = 'select count(*)::int as n from pg_locks where not granted';
    const next = baseline({ sha: 'f'.repeat(40), createdAt: '2026-02-01T00:00:00.000Z', measurements: {} });
    const writing = store()
      .write(next, signal)
      .then(
        () => 'stored',
        (error: unknown) => error,
      );
    await expect.poll(async () => server.sql(waiting), { timeout: 20_000 }).toEqual([{ n: 1 }]);
    await server.crash();
    await holding;
    await server.start();
    const outcome = await writing;
    if (outcome !== 'stored') expect(outcome).toBeInstanceOf(StoreUnavailable);
    if (outcome !== 'stored') await store().write(next, signal);
    expect((await history()).map(({ sha }) => sha)).toEqual([baseline().sha, next.sha]);
    expect(await server.sql('select tps_baseline from baseline_profiles')).toEqual([{ tps_baseline: null }]);
  }, 90_000);
});
