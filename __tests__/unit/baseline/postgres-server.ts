import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { appendFile, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** The newest PostgreSQL of the system, or null. */
export const binaries = ((): string | null => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
})();

if (binaries === null)
  console.warn('SKIPPED: the tests of the postgres store need PostgreSQL (apt-get install postgresql).');

/** It refuses to run as root. The group stays: where the root folder is closed to others, it is what lets anybody in. */
const owner = ((): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  return { uid: Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })), gid: process.getgid!() };
})();

export const password = 'p:w/ @rd%';

/** A PostgreSQL on a free port of the loopback interface, with passwords and TLS, its data in a temp folder. */
export interface PostgresServer extends AsyncDisposable {
  port: number;
  /** Certificate of the authority that signed the server's, which is for `localhost` only. */
  caFile: string;
  url(user?: {
    name?: string;
    password?: string;
    host?: string;
    port?: number;
    settings?: string;
    database?: string;
  }): string;
  sql(text: string, values?: unknown[], database?: string): Promise<Record<string, unknown>[]>;
  start(): Promise<void>;
  /** Ends it at once, as a crash would. */
  crash(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const home = await mkdtemp(join(tmpdir(), 'leakgate-postgres-'));
  const data = join(home, 'data');
  const port = await freePort();
  await writeFile(join(home, 'password'), password);
  await certificates(home);
  if (owner.uid !== undefined)
    for (const name of ['.', 'password', 'server.crt', 'server.key'])
      await chown(join(home, name), owner.uid, owner.gid!);
  const tool = async (name: string, args: string[]) => run(join(binaries!, name), args, { ...owner, cwd: home });
  await tool('initdb', [
    '-D',
    data,
    '-A',
    'scram-sha-256',
    '-U',
    'owner',
    `--pwfile=${join(home, 'password')}`,
    '-N',
    '--locale=C',
    '-E',
    'UTF8',
  ]);
  const settings = [
    `port = ${port}`,
    `unix_socket_directories = '${home}'`,
    `listen_addresses = '127.0.0.1,::1'`,
    'fsync = off',
    'max_connections = 40',
    'ssl = on',
    `ssl_cert_file = '${join(home, 'server.crt')}'`,
    `ssl_key_file = '${join(home, 'server.key')}'`,
  ];
  await appendFile(join(data, 'postgresql.conf'), settings.join('\n'));
  const server: PostgresServer = {
    port,
    caFile: join(home, 'ca.crt'),
    url({
      name = 'owner',
      password: given = password,
      host = '127.0.0.1',
      port: at = port,
      settings: extra = '',
      database = 'postgres',
    } = {}) {
      return `postgres://${name}:${encodeURIComponent(given)}@${host}:${at}/${database}${extra}`;
    },
    async sql(text, values, database) {
      const client = new pg.Client({ connectionString: server.url(database === undefined ? {} : { database }) });
      client.on('error', () => {});
      await client.connect();
      try {
        return (await client.query(text, values)).rows as Record<string, unknown>[];
      } finally {
        await client.end();
      }
    },
    // Its output goes to a file: a pipe would stay open as long as the server.
    start: async () => void (await tool('pg_ctl', ['-D', data, '-w', '-l', join(home, 'log'), 'start'])),
    crash: async () => void (await tool('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop'])),
    async [Symbol.asyncDispose]() {
      await server.crash().catch(() => {});
      await rm(home, { recursive: true, force: true });
    },
  };
  try {
    await server.start();
  } catch (error) {
    const log = await readFile(join(home, 'log'), 'utf8').catch(() => '');
    throw new Error(`PostgreSQL didn't start:\n${log}`, { cause: error });
  }
  return server;
}

async function certificates(home: string): Promise<void> {
  const openssl = async (...args: string[]) => run('openssl', args, { cwd: home });
  const fresh = ['req', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  await openssl(...fresh, '-x509', '-subj', '/CN=test authority', '-keyout', 'ca.key', '-out', 'ca.crt');
  await openssl(...fresh.slice(0, 4), '-subj', '/CN=localhost', '-keyout', 'server.key', '-out', 'server.csr');
  await writeFile(join(home, 'names'), 'subjectAltName=DNS:localhost');
  const sign = ['x509', '-req', '-days', '2', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
  await openssl(...sign, '-in', 'server.csr', '-extfile', 'names', '-out', 'server.crt');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Stands between a client and a server, and drops the first connection when the server answers a message with `word`. */
export async function cuttingProxy(
  target: number,
  word: string,
): Promise<AsyncDisposable & { port: number; cuts(): number }> {
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    let doomed = false;
    client.on('data', (chunk) => {
      doomed ||= cuts === 0 && chunk.includes(word);
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      // The end of a statement, not the description of its parameters.
      if (doomed && chunk.includes('SELECT 1')) {
        cuts++;
        client.destroy();
        upstream.destroy();
      } else client.write(chunk);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => cuts,
    [Symbol.asyncDispose]: async () => new Promise((done) => void server.close(() => done())),
  };
}
