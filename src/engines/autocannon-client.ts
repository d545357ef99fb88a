/* oxlint-disable no-underscore-dangle -- these are the names of autocannon's own methods */
import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { steerParser, type RawParser } from './autocannon-parser.ts';
import { isReset, type Failure } from './connection.ts';
import { retryDelayMs, type Patience } from './patience.ts';
import type { Tally } from './tally.ts';

/**
 * What autocannon 9.0.0 hands to `setupClient`, with the parts that its types leave out. The version is pinned, and the
 * tests with faulty servers fail when one of these changes its meaning.
 */
interface RawClient extends EventEmitter {
  conn: Socket | undefined;
  timeout: number;
  requestIterator: { requests: { requestBuffer: Buffer }[] };
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
  /** Index of the route that the next request takes. */
  nextRoute(): number;
  /** Routes whose answers have no body, by index: HEAD. */
  bodyless: readonly boolean[];
  /** False once nothing more may be sent. */
  sending(): boolean;
  /** Told of every socket that is opened. */
  opened(socket: Socket): void;
}

/**
 * Puts the sending of one autocannon client under our control, before it connects. By itself the client loses count of
 * requests whose connection the other side closes, keeps half-read answers and orphaned sockets, reconnects to a dead
 * port without a pause, waits for the body of an answer to HEAD, and starts every connection at the first route.
 */
export function steerClient(given: unknown, load: SharedLoad): { destroy(): void } {
  const client = given as RawClient;
  const waiting = trackRequest(load);
  const answers = steerParser(client, client.parser, () => load.bodyless[waiting.route() ?? 0] === true);
  client.timeout = load.timeoutMs;
  client.getRequestBuffer = () => client.requestIterator.requests[waiting.begin()]!.requestBuffer;
  client.on('response', (status: number) => waiting.answered(status));
  client.on('connError', (error: NodeJS.ErrnoException) => waiting.failed(isReset(error) ? 'reset' : 'error'));

  const [connect, send] = [client._connect.bind(client), client._doRequest.bind(client)];
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
    else send();
  };
  // Called for the first connection, and whenever the last one ended, failed or timed out.
  client._connect = () => {
    clearTimeout(retry);
    const last = client.conn;
    if (last !== undefined) {
      if (waiting.route() !== null && last.readableEnded && answers.endWithConnection()) return client.parser.finish();
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

/** The request that a connection waits for; there is at most one, and it ends once. */
function trackRequest({ tally, patience, ...load }: SharedLoad) {
  let route: number | null = null;
  let startedMs = 0;
  let failuresInARow = 0;
  return {
    route: () => route,
    failuresInARow: () => failuresInARow,
    begin(): number {
      route = load.nextRoute();
      tally.sent(route);
      startedMs = performance.now();
      return route;
    },
    answered(status: number): void {
      if (route === null) return;
      tally.answered(route, status, (performance.now() - startedMs) * 1000);
      patience.answered();
      failuresInARow = 0;
      route = null;
    },
    failed(how: Failure): void {
      if (route === null) return;
      tally.failed(route, how);
      patience.failed(how);
      failuresInARow += 1;
      route = null;
    },
  };
}
