import { connect, type Socket } from 'node:net';
import { isReset, type Answer, type Connection, type Failure } from './connection.ts';
import { keptBytes } from './request-bytes.ts';
import { responseReader } from './response-reader.ts';
import { openSession } from './session.ts';

/**
 * A keep-alive connection over a plain socket: for rates at which a full client would spend more time on its own objects than
 * on the wire. Only HTTP/1.1 without TLS. Reconnects by itself.
 */
export function openRawConnection(origin: string, timeoutMs: number, session = openSession({})): Connection {
  const { hostname, port, host } = new URL(origin);
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80), noDelay: true };
  const bytesOf = keptBytes(host);
  const wire = openWire(address, session.keepsCookies);
  return {
    async send(request) {
      const bytes = bytesOf(request, session.fields(request));
      const answer = await wire.ask(bytes, request.method === 'HEAD', timeoutMs);
      if (typeof answer === 'number') session.answered(request, answer, wire.setCookie());
      return answer;
    },
    [Symbol.asyncDispose]: async () => wire.drop('error'),
  };
}

/** One socket after the other, and the one request that waits for its answer. */
function openWire(address: { host: string; port: number; noDelay: boolean }, cookies: boolean) {
  const reader = responseReader({ cookies });
  let socket: Socket | undefined;
  let settle: ((answer: Answer) => void) | undefined;

  const finish = (answer: Answer): void => {
    const done = settle;
    settle = undefined;
    done?.(answer);
  };
  const drop = (answer: Answer): void => {
    socket?.destroy();
    socket = undefined;
    finish(answer);
  };
  const receive = (chunk: Buffer): void => {
    try {
      const answered = reader.push(chunk);
      if (answered?.close === true) drop(answered.status);
      else if (answered !== null) finish(answered.status);
    } catch {
      drop('error');
    }
  };
  const open = (): Socket => {
    const opened = connect(address);
    opened.on('data', (chunk) => opened === socket && receive(chunk));
    let failure: Failure = 'error';
    opened.on('error', (error) => isReset(error) && (failure = 'reset'));
    opened.on('close', () => {
      if (opened === socket) drop(reader.end()?.status ?? failure);
    });
    return opened;
  };
  return {
    drop,
    setCookie: () => reader.setCookie(),
    async ask(bytes: Buffer, bodyless: boolean, timeoutMs: number): Promise<Answer> {
      const timer = setTimeout(() => drop('timeout'), timeoutMs);
      const answer = await new Promise<Answer>((resolve) => {
        settle = resolve;
        reader.begin(bodyless);
        socket ??= open();
        socket.write(bytes);
      });
      clearTimeout(timer);
      return answer;
    },
  };
}
