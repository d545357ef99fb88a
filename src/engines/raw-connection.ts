import { connect, type Socket } from 'node:net';
import { LeakgateError } from '../errors.ts';
import type { Route } from '../model.ts';
import { isReset, type Answer, type Connection, type Failure } from './connection.ts';
import { responseReader } from './response-reader.ts';

/**
 * A keep-alive connection over a plain socket: for rates at which a full client would spend more time on its own objects than
 * on the wire. Only HTTP/1.1 without TLS. Reconnects by itself.
 */
export function openRawConnection(origin: string, timeoutMs: number): Connection {
  const { hostname, port, host } = new URL(origin);
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80), noDelay: true };
  const requests = new Map<Route, Buffer>();
  const wire = openWire(address);
  return {
    async send(route) {
      let bytes = requests.get(route);
      if (bytes === undefined) requests.set(route, (bytes = requestBytes(route, host)));
      return wire.ask(bytes, route.method === 'HEAD', timeoutMs);
    },
    [Symbol.asyncDispose]: async () => wire.drop('error'),
  };
}

/** One socket after the other, and the one request that waits for its answer. */
function openWire(address: { host: string; port: number; noDelay: boolean }) {
  const reader = responseReader();
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

/** Fields that say how the message is framed belong to the sender. */
const reserved = new Set(['connection', 'content-length', 'expect', 'transfer-encoding', 'upgrade']);

/** @throws LeakgateError `config` for a header that belongs to the sender, or is none. */
export function requestBytes({ method, path, headers, body = new Uint8Array(), label }: Route, host: string): Buffer {
  const fields = Object.entries(headers).map(([name, value]) => {
    const sendable = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\r\n\0]/.test(value);
    if (!sendable || reserved.has(name.toLowerCase())) throw unsendable(label, name);
    return `${name}: ${value}\r\n`;
  });
  const length = body.length > 0 || !['GET', 'HEAD'].includes(method) ? `content-length: ${body.length}\r\n` : '';
  const named = Object.keys(headers).some((name) => name.toLowerCase() === 'host');
  const head = `${method} ${path} HTTP/1.1\r\n${named ? '' : `host: ${host}\r\n`}connection: keep-alive\r\n${fields.join('')}${length}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

function unsendable(label: string, name: string): LeakgateError {
  return new LeakgateError(
    'config',
    `The request ${label} can't be sent: its header ${name} isn't valid or is set by the sender.`,
    {
      hint: 'connection, content-length, expect, transfer-encoding and upgrade are set by the sender.',
    },
  );
}
