/* oxlint-disable no-underscore-dangle -- these are the names of autocannon's own methods */
import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { steerParser, type RawParser } from './autocannon-parser.ts';
import { isReset, type Failure } from './connection.ts';
import type { Dealt, Outgoing } from './deal.ts';
import type { Load } from './engine.ts';
import { isExpected } from '../expected-status.ts';
import { retryDelayMs, type Patience } from './patience.ts';
import { keptBytes } from './request-bytes.ts';
import type { Session } from './session.ts';
import type { Tally } from './tally.ts';

/**
 * What autocannon 9.0.0 hands to `setupClient`, with the parts that its types leave out. The version is pinned, and the
 * tests with faulty servers fail when one of these changes its meaning.
 */
interface RawClient extends EventEmitter {
  conn: Socket | undefined;
  timeout: number;
  parser: RawParser;
  getRequestBuffer(): Buffer;
  _connect(): void;
  _doRequest(): void;
  _resetConnection(): void;
  _destroyConnection(): void;
  destroy(): void;
}

/** What all connections of a load share. */
export interface SharedLoad {
  tally: Tally;
  patience: Patience;
  timeoutMs: number;
  /** `127.0.0.1:8080`. */
  host: string;
  /** The request that goes out next. */
  next: () => Dealt;
  /** One for each connection. */
  openSession(): Session;
  /** False once nothing more may be sent. */
  sending(): boolean;
  /** The load can't go on: a request can't be sent at all, or there is no credential for it. */
  broken: (error: unknown) => void;
  /** Told of every socket that is opened. */
  opened(socket: Socket): void;
  /** Told of how long the service says that an expected answer's stages took. */
  serverTiming?: Load['serverTiming'];
}

/**
 * Puts the sending of one autocannon client under our control, before it connects. By itself the client loses count of
 * requests whose connection the other side closes, keeps half-read answers and orphaned sockets, reconnects to a dead
 * port without a pause, waits for the body of an answer to HEAD, and starts every connection at the first route.
 */
export function steerClient(given: unknown, load: SharedLoad): { destroy(): void } {
  const client = given as RawClient;
  const session = load.openSession();
  const waiting = trackRequest(load, session);
  const answers = steerParser(client, client.parser, () => waiting.request()?.method === 'HEAD');
  const bytesOf = keptBytes(load.host);
  client.timeout = load.timeoutMs;
  client.getRequestBuffer = () => waiting.begin((request) => bytesOf(request, session.fields(request)));
  client.on('response', (status: number) => {
    const request = waiting.request();
    if (load.serverTiming !== undefined && request !== null && isExpected(request, status))
      answers.field('server-timing').forEach(load.serverTiming);
    waiting.answered(status, answers.field('set-cookie'));
  });
  client.on('connError', (error: NodeJS.ErrnoException) => waiting.failed(isReset(error) ? 'reset' : 'error'));

  const connect = client._connect.bind(client);
  const send = whenReady(client, session, load);
  const open = (): void => {
    connect();
    load.opened(client.conn!);
  };
  // Deferred: autocannon listens for the end of a client only after its first request.
  const end = (): void => void setImmediate(() => client.destroy());
  let retry: NodeJS.Timeout | undefined;

  client._doRequest = () => {
    if (!load.sending()) end();
    else if (answers.wereTheLast()) client._resetConnection();
    else send(end);
  };
  // Called for the first connection, and whenever the last one ended, failed or timed out.
  client._connect = () => {
    clearTimeout(retry);
    const last = client.conn;
    if (last !== undefined) {
      if (waiting.request() !== null && last.readableEnded && answers.endWithConnection())
        return client.parser.finish();
      waiting.failed(last.readableEnded ? 'error' : 'timeout');
      client._destroyConnection();
      answers.forget();
      if (!load.sending()) return end();
    }
    const delayMs = retryDelayMs(waiting.failuresInARow());
    if (delayMs === 0) return open();
    retry = setTimeout(open, delayMs);
  };
  return {
    destroy() {
      clearTimeout(retry);
      client.destroy();
    },
  };
}

/** Sends the next request, at once or when there is a credential for it. What can't be sent ends the load. */
function whenReady(client: RawClient, session: Session, { broken }: SharedLoad): (end: () => void) => void {
  const send = client._doRequest.bind(client);
  let turn = 0;
  return (end) => {
    const pending = session.ready();
    const fail = (error: unknown): void => {
      broken(error);
      end();
    };
    turn += 1;
    if (pending !== null) {
      const own = turn;
      // Not when the connection was replaced meanwhile: then its successor sends.
      void pending.then(() => own === turn && client._doRequest(), fail);
      return;
    }
    try {
      send();
    } catch (error) {
      fail(error);
    }
  };
}

/** The request that a connection waits for; there is at most one, and it ends once. */
function trackRequest({ tally, patience, next }: SharedLoad, session: Session) {
  let waiting: Dealt | null = null;
  let startedMs = 0;
  let failuresInARow = 0;
  return {
    request: (): Outgoing | null => waiting?.request ?? null,
    failuresInARow: () => failuresInARow,
    /** Counts only what has bytes that can be sent. */
    begin(bytesOf: (request: Outgoing) => Buffer): Buffer {
      const dealt = next();
      const bytes = bytesOf(dealt.request);
      waiting = dealt;
      tally.sent(dealt.route);
      startedMs = performance.now();
      return bytes;
    },
    answered(status: number, setCookie: readonly string[]): void {
      if (waiting === null) return;
      tally.answered(waiting.route, status, (performance.now() - startedMs) * 1000);
      session.answered(waiting.request, status, setCookie);
      patience.answered();
      failuresInARow = 0;
      waiting = null;
    },
    failed(how: Failure): void {
      if (waiting === null) return;
      tally.failed(waiting.route, how);
      patience.failed(how);
      failuresInARow += 1;
      waiting = null;
    },
  };
}
