import { LeakgateError } from '../errors.ts';
import type { Outgoing } from './deal.ts';

/** Fields that say how the message is framed belong to the sender. */
const reserved = new Set(['connection', 'content-length', 'expect', 'transfer-encoding', 'upgrade']);

type Fields = Readonly<Record<string, string>>;

/**
 * A request as it goes over an HTTP/1.1 connection. `more` are header fields of the connection's own.
 * @throws LeakgateError `config` for a header that belongs to the sender, or is none.
 */
export function requestBytes(request: Outgoing, host: string, more: Fields = {}): Buffer {
  const { method, path, body = new Uint8Array(), label } = request;
  const headers = { ...request.headers, ...more };
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

/** The bytes for one connection, made once for each request that comes again with the same fields. */
export function keptBytes(host: string): (request: Outgoing, more: Fields) => Buffer {
  let made = new WeakMap<Outgoing, Buffer>();
  let madeWith: Fields | undefined;
  return (request, more) => {
    if (more !== madeWith) [made, madeWith] = [new WeakMap(), more];
    let bytes = made.get(request);
    if (bytes === undefined) made.set(request, (bytes = requestBytes(request, host, more)));
    return bytes;
  };
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
