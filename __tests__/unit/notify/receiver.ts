import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Answer {
  /** `reset` breaks the connection. */
  status: number | 'reset';
  body?: string;
  headers?: Record<string, string>;
}

/** A webhook's other end on loopback. Answers 200 once the ordered answers are used up. */
export interface Receiver extends AsyncDisposable {
  url: string;
  requests: Received[];
  answers: Answer[];
}

export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      receiver.requests.push({ method: request.method!, path: request.url!, headers: request.headers, body });
      const { status, body: text = 'ok', headers = {} } = receiver.answers.shift() ?? { status: 200 };
      if (status === 'reset') return void request.socket.destroy();
      return void response.writeHead(status, headers).end(text);
    });
  });
  const receiver: Receiver = {
    url: '',
    requests: [],
    answers: [],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return receiver;
}
