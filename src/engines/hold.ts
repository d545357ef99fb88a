import { Agent as PlainAgent, get as plainGet, type IncomingMessage } from 'node:http';
import { connect, type ClientHttp2Session } from 'node:http2';
import { Agent as TlsAgent, get as tlsGet } from 'node:https';
import { LeakgateError } from '../errors.ts';
import type { Protocol } from '../model.ts';
import { isLoopback } from '../loopback.ts';

interface Held {
  origin: string;
  protocol: Protocol;
  connections: number;
  /** What each of them asks for once: a service sets much of a connection up when it is first used. */
  path: string;
  headers: Record<string, string>;
  timeoutMs: number;
}

/**
 * Opens so many connections, sends one GET over each, and keeps them open at rest until it is disposed.
 * @throws LeakgateError `measurement` when one of them gets no answer.
 */
export async function holdConnections(held: Held, signal: AbortSignal): Promise<AsyncDisposable> {
  signal.throwIfAborted();
  const holding = held.protocol === 'HTTP/2' ? holdSessions(held) : holdSockets(held);
  const onAbort = (): void => holding.close();
  signal.addEventListener('abort', onAbort);
  const release = (): void => {
    signal.removeEventListener('abort', onAbort);
    holding.close();
  };
  try {
    await holding.asked;
  } catch (cause) {
    release();
    signal.throwIfAborted();
    const what = `${held.connections} connections over ${held.protocol}`;
    throw new LeakgateError(
      'measurement',
      `The service didn't answer on all of ${what}: ${(cause as Error).message}.`,
      { cause },
    );
  }
  return { [Symbol.asyncDispose]: async () => release() };
}

interface Holding {
  asked: Promise<unknown>;
  close(): void;
}

/** All requests start before the first is answered, so each makes a connection of its own. */
function holdSockets({ origin, connections, path, headers, timeoutMs }: Held): Holding {
  const tls = origin.startsWith('https:');
  const options = { keepAlive: true, maxSockets: connections, maxFreeSockets: connections };
  const agent = tls ? new TlsAgent({ ...options, rejectUnauthorized: !isLoopback(origin) }) : new PlainAgent(options);
  const ask = async (): Promise<void> =>
    new Promise((resolve, reject) => {
      const answered = (response: IncomingMessage): void =>
        void response.once('end', resolve).once('error', reject).resume();
      const request = (tls ? tlsGet : plainGet)(
        new URL(path, origin),
        { agent, headers, timeout: timeoutMs },
        answered,
      );
      request.once('error', reject).once('timeout', () => request.destroy(new Error('it took too long')));
    });
  return { asked: Promise.all(Array.from({ length: connections }, ask)), close: () => agent.destroy() };
}

function holdSessions({ origin, connections, path, headers, timeoutMs }: Held): Holding {
  const sessions = Array.from({ length: connections }, () =>
    connect(origin, { rejectUnauthorized: !isLoopback(origin) }),
  );
  const ask = async (session: ClientHttp2Session): Promise<void> =>
    new Promise((resolve, reject) => {
      session.once('error', reject);
      const stream = session.request({ ':path': path, ...headers });
      stream.setTimeout(timeoutMs, () => stream.destroy(new Error('it took too long')));
      stream.once('end', resolve).once('error', reject).resume();
      stream.end();
    });
  return { asked: Promise.all(sessions.map(ask)), close: () => sessions.forEach((session) => session.destroy()) };
}
