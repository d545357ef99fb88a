import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type { Client, ClientConfig } from 'pg';
import { LeakgateError } from '../errors.ts';
import { databaseRefusal } from './postgres-refusal.ts';

export interface DatabaseAddress {
  /** `postgres://user:password@host:port/database?sslmode=…` */
  url: string;
  /** PEM file of the authority that signed the server's certificate. */
  caFile?: string | undefined;
}

export interface Database extends AsyncDisposable {
  client: Client;
  /** `db.example.com:5432/baselines`: fit to be shown. */
  place: string;
}

const connectTimeoutMs = 15_000;
const queryTimeoutMs = 30_000;
const goodbyeMs = 2_000;

/** Opens one connection. An abort ends it, and what is under way on it. @throws StoreUnavailable, LeakgateError `config` */
export async function connect(address: DatabaseAddress, directory: string, signal: AbortSignal): Promise<Database> {
  signal.throwIfAborted();
  const config = await clientConfig(address, directory);
  // Loaded only where a database is used.
  const { Client } = (await import('pg')).default;
  const socket = new Socket();
  const client = new Client({ ...config, stream: () => socket });
  // An idle connection that breaks would end the process; the next query tells.
  client.on('error', () => {});
  const cut = (): void => void socket.destroy();
  signal.addEventListener('abort', cut, { once: true });
  const place = placeOf(client);
  try {
    await client.connect();
  } catch (error) {
    signal.removeEventListener('abort', cut);
    cut();
    signal.throwIfAborted();
    throw databaseRefusal(error, place);
  }
  return {
    client,
    place,
    async [Symbol.asyncDispose]() {
      signal.removeEventListener('abort', cut);
      // A server that is gone doesn't answer the goodbye.
      const late = setTimeout(cut, goodbyeMs);
      await client.end().catch(() => {});
      clearTimeout(late);
    },
  };
}

const placeOf = ({ host, port, database }: Client): string => `${host}:${port}/${database ?? ''}`;

async function clientConfig({ url, caFile }: DatabaseAddress, directory: string): Promise<ClientConfig> {
  const { bare, mode } = splitUrl(url);
  return {
    connectionString: bare,
    ssl: tlsOptions(mode, caFile === undefined ? undefined : await certificate(caFile, directory)),
    application_name: 'leakgate',
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
  };
}

const modes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;
export type TlsMode = (typeof modes)[number];

/**
 * Takes `sslmode` out of the address: the driver would read it in a way of its own. Without one, a server elsewhere must show a
 * certificate for its name, and one on this machine is asked for none.
 */
export function splitUrl(url: string): { bare: string; mode: TlsMode } {
  const [address = '', query = ''] = url.split(/\?(.*)/s);
  const settings = new URLSearchParams(query);
  const asked = settings.get('sslmode');
  settings.delete('sslmode');
  const rest = settings.toString();
  const bare = rest === '' ? address : `${address}?${rest}`;
  if (asked === null) return { bare, mode: isLocal(address, settings.get('host')) ? 'disable' : 'verify-full' };
  const mode = modes.find((one) => one === asked);
  if (mode !== undefined) return { bare, mode };
  throw new LeakgateError('config', `postgres.url: got sslmode=${asked.slice(0, 20)}; allowed: ${modes.join(', ')}.`, {
    hint: 'Modes that may fall back to plain text hand the password to whoever asks for it.',
  });
}

function isLocal(address: string, hostSetting: string | null): boolean {
  const inAddress = /^[^/]*\/\/(?:[^/]*@)?(\[[^\]]*\]|[^:/]*)/.exec(address)?.[1] ?? '';
  const host = hostSetting ?? decodeURIComponent(inAddress);
  return host === '' || host.startsWith('/') || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}

function tlsOptions(mode: TlsMode, ca: string | undefined): false | ConnectionOptions {
  if (mode === 'disable') return false;
  if (mode === 'require' && ca === undefined) return { rejectUnauthorized: false };
  return {
    ...(ca !== undefined && { ca }),
    // As in libpq: a named authority is held to, also by `require`; only `verify-full` looks at the name.
    ...(mode !== 'verify-full' && { checkServerIdentity: () => undefined }),
  };
}

async function certificate(caFile: string, directory: string): Promise<string> {
  return readFile(resolve(directory, caFile), 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `postgres.ca-file: ${caFile} can't be read.`, { cause });
  });
}
