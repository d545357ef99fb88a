import { connect, constants, type ClientHttp2Session, type OutgoingHttpHeaders } from 'node:http2';
import { setTimeout as delay } from 'node:timers/promises';
import { LeakgateError } from '../errors.ts';
import type { LoadSummary } from '../model.ts';
import { isReset, type Answer } from './connection.ts';
import { dealRequests, type Dealt, type Outgoing } from './deal.ts';
import type { Engine, Load } from './engine.ts';
import { ownCpu } from './generator-cpu.ts';
import { isExpected } from '../expected-status.ts';
import { isLoopback } from '../loopback.ts';
import { patienceFor, retryDelayMs, type Patience } from './patience.ts';
import { openSession as openUser, type Fields, type Session as User } from './session.ts';
import { startTally, type Tally } from './tally.ts';

/**
 * The closed loop over HTTP/2: `connections` sessions with `streams` requests in flight on each. Over `http:` it speaks HTTP/2
 * from the first byte (h2c with prior knowledge), over `https:` it asks for `h2` in the handshake.
 *
 * Node's own client: undici's spends twice the CPU time on a request.
 */
export const http2Engine: Engine = { name: 'http2', version: `node ${process.version}`, run };

/** @throws LeakgateError `config` when the service doesn't speak HTTP/2, or a request can't be sent over it. */
async function run(origin: string, load: Load, signal: AbortSignal): Promise<LoadSummary> {
  signal.throwIfAborted();
  await load.credential?.ready();
  const { routes, timeoutMs, stop, streams = 1 } = load;
  const connections = 'requests' in stop ? Math.min(load.connections, stop.requests) : load.connections;
  const lanes = 'requests' in stop ? Math.min(connections * streams, stop.requests) : connections * streams;
  const tally = await startTally(routes, load.observe);
  const patience = patienceFor(lanes);
  const until = endOf(stop);
  const sending = (): boolean => {
    const goesOn = !signal.aborted && !patience.exhausted() && !until(tally.total());
    if (!goesOn) tally.ended();
    return goesOn;
  };
  const sessions = Array.from({ length: connections }, () => openSession(origin, timeoutMs));
  const closeAll = (): void => sessions.forEach((session) => session.close());
  signal.addEventListener('abort', closeAll);
  const cpu = ownCpu();
  try {
    const { serverTiming } = load;
    const next = dealRequests(routes, load.variants).next;
    const plan: Plan = { tally, patience, sending, next, ...(serverTiming !== undefined && { serverTiming }) };
    const all = Array.from({ length: lanes }, async (_, lane) =>
      keepSending(sessions[lane % connections]!, openUser(load), plan, signal),
    );
    const failure = (await Promise.allSettled(all)).find((one) => one.status === 'rejected');
    signal.throwIfAborted();
    if (failure !== undefined) throw failure.reason;
  } finally {
    signal.removeEventListener('abort', closeAll);
    closeAll();
    await Promise.all(sessions.map(async (session) => session.closed()));
  }
  const engine = { name: 'http2', version: `node ${process.version}`, model: 'closed', protocol: 'HTTP/2' } as const;
  const summary = tally.summary({ engine, connections });
  if (summary.answered === 0 && sessions.some((session) => session.refused())) throw speaksNoHttp2(origin);
  return { ...summary, streams, generatorCpuUs: cpu() / Math.max(1, summary.sent) };
}

/** Asked before each request, so the first one starts the clock. */
function endOf(stop: Load['stop']): (sent: number) => boolean {
  if ('requests' in stop) return (sent) => sent >= stop.requests;
  let endMs: number | undefined;
  return () => performance.now() >= (endMs ??= performance.now() + stop.durationMs);
}

interface Plan {
  tally: Tally;
  patience: Patience;
  next(): Dealt;
  sending(): boolean;
  serverTiming?: Load['serverTiming'];
}

/** One request after the other on one stream's worth of a session. */
async function keepSending(session: Session, user: User, plan: Plan, signal: AbortSignal): Promise<void> {
  const { tally, patience } = plan;
  let failuresInARow = 0;
  while (plan.sending()) {
    const pending = user.ready();
    if (pending !== null) await pending;
    const { route, request } = plan.next();
    tally.sent(route);
    const startedMs = performance.now();
    const heard: Heard = { setCookie: [], serverTiming: '' };
    const answer = await session.send(request, user.fields(request), heard);
    if (typeof answer === 'number') {
      user.answered(request, answer, heard.setCookie);
      if (heard.serverTiming !== '' && isExpected(request, answer)) plan.serverTiming?.(heard.serverTiming);
      tally.answered(route, answer, (performance.now() - startedMs) * 1000);
      patience.answered();
      failuresInARow = 0;
      continue;
    }
    tally.failed(route, answer);
    patience.failed(answer);
    failuresInARow += 1;
    const pauseMs = retryDelayMs(failuresInARow);
    if (pauseMs > 0) await delay(pauseMs, undefined, { signal });
  }
}

/** What an answer said beside its status. */
interface Heard {
  setCookie: readonly string[];
  serverTiming: string;
}

interface Session {
  send(request: Outgoing, more: Fields, heard: Heard): Promise<Answer>;
  /** A connection was made, and something else than HTTP/2 came back. */
  refused(): boolean;
  close(): void;
  closed(): Promise<void>;
}

/** A connection that is made when it is first used, and again after it has ended. */
function openSession(origin: string, timeoutMs: number): Session {
  const options = { rejectUnauthorized: !isLoopback(origin) };
  /** With their ends. One that says goodbye may keep its streams for ever. */
  const sessions = new Map<ClientHttp2Session, Promise<void>>();
  let current: ClientHttp2Session | undefined;
  let [spoke, foreign, left] = [false, false, false];

  const open = (): ClientHttp2Session => {
    const session = connect(origin, options);
    // One for each stream that may be in flight, and Node warns at eleven.
    session.setMaxListeners(0);
    session.once('remoteSettings', () => (spoke = true));
    session.on('error', ({ code }: NodeJS.ErrnoException) => (foreign ||= code !== 'ECONNREFUSED'));
    const end = new Promise<void>((resolve) => session.once('close', resolve));
    sessions.set(
      session,
      end.finally(() => sessions.delete(session)),
    );
    return session;
  };
  const usable = (): ClientHttp2Session => {
    if (current === undefined || current.closed || current.destroyed) current = open();
    return current;
  };
  return {
    refused: () => foreign && !spoke,
    async send(request, more, heard) {
      const fields = fieldsOf(request, more);
      const answer = await ask(usable(), { request, fields, heard }, timeoutMs);
      if (answer !== 'refused' || left) return answer === 'refused' ? 'error' : answer;
      // It came after the goodbye of the session, or was one too many: the service hasn't looked at it, and clients try again.
      const second = await ask(usable(), { request, fields, heard }, timeoutMs);
      return second === 'refused' ? 'reset' : second;
    },
    close() {
      left = true;
      for (const session of sessions.keys()) session.destroy();
    },
    closed: async () => void (await Promise.all(sessions.values())),
  };
}

const { HTTP2_HEADER_STATUS, NGHTTP2_CANCEL, NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM } = constants;

interface Asked {
  request: Outgoing;
  fields: OutgoingHttpHeaders;
  heard: Heard;
}

async function ask(session: ClientHttp2Session, asked: Asked, timeoutMs: number): Promise<Answer | 'refused'> {
  const { request, heard } = asked;
  const stream = startStream(session, asked);
  return new Promise((resolve) => {
    let [status, reset] = [0, false];
    const timer = setTimeout(() => {
      // Its close may never come: a frame that was announced longer than it is keeps the whole session waiting.
      resolve('timeout');
      stream.close(NGHTTP2_CANCEL);
    }, timeoutMs);
    stream.on('response', (headers) => {
      status = Number(headers[HTTP2_HEADER_STATUS]);
      heard.setCookie = headers['set-cookie'] ?? [];
      heard.serverTiming = [headers['server-timing'] ?? ''].flat().join(',');
    });
    stream.on(
      'error',
      (error: NodeJS.ErrnoException) => (reset = isReset(error) || error.code === 'ERR_HTTP2_STREAM_ERROR'),
    );
    stream.once('close', () => {
      clearTimeout(timer);
      if (status === 0 && stream.rstCode === NGHTTP2_REFUSED_STREAM) return resolve('refused');
      const whole = status > 0 && !reset && !stream.aborted && stream.rstCode === NGHTTP2_NO_ERROR;
      resolve(whole ? status : reset ? 'reset' : 'error');
    });
    stream.resume();
    stream.end(request.body);
  });
}

/** @throws LeakgateError `config` for headers that HTTP/2 doesn't know. */
function startStream(session: ClientHttp2Session, { request, fields }: Asked) {
  try {
    return session.request(fields);
  } catch (cause) {
    const because = (cause as Error).message.replace(/\.$/, '');
    throw new LeakgateError('config', `The request ${request.label} can't be sent over HTTP/2: ${because}.`, {
      cause,
      hint: 'connection, keep-alive, transfer-encoding and upgrade belong to HTTP/1.1.',
    });
  }
}

function fieldsOf({ method, path, headers, body }: Outgoing, more: Fields): OutgoingHttpHeaders {
  const fields = Object.entries({ ...headers, ...more }).map(([name, value]) => {
    const lower = name.toLowerCase();
    return [lower === 'host' ? ':authority' : lower, value] as const;
  });
  return {
    ':method': method,
    ':path': path,
    ...Object.fromEntries(fields),
    ...(body !== undefined && { 'content-length': String(body.length) }),
  };
}

function speaksNoHttp2(origin: string): LeakgateError {
  return new LeakgateError('config', `The service at ${origin} doesn't speak HTTP/2.`, {
    hint: origin.startsWith('https:')
      ? 'Its server must offer `h2` in the TLS handshake, as net/http does unless it is told not to.'
      : 'Without TLS it must take HTTP/2 from the first byte: `http.Server.Protocols` with `SetUnencryptedHTTP2(true)`. With TLS, write `tls: true`.',
  });
}
