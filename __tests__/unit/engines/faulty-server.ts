import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** One request as it came in: its number on this server and on its connection, from 1. */
export interface Incoming {
  socket: Socket;
  number: number;
  onConnection: number;
  method: string;
  path: string;
  head: string;
  body: Buffer;
}

export interface TestServer extends AsyncDisposable {
  origin: string;
  port: number;
  /** Complete requests that arrived. */
  requests: Incoming[];
  /** Connections ever accepted. */
  accepted(): number;
  /** Connections open now. */
  open(): number;
}

/** A server on loopback that hands each complete request to `reply`, which may answer, hang, or cut the line. */
export async function serve(
  reply: (incoming: Incoming) => void,
  connected: (socket: Socket) => void = () => undefined,
): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const requests: Incoming[] = [];
  let accepted = 0;
  const server = createServer((socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    connected(socket);
    let chunks: Buffer[] = [];
    let missing = 0;
    let onConnection = 0;
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      missing -= chunk.length;
      if (missing > 0) return;
      let pending = Buffer.concat(chunks);
      chunks = [];
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        const head = pending.subarray(0, end).toString('latin1');
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        missing = end + 4 + length - pending.length;
        if (missing > 0) break;
        const body = Buffer.from(pending.subarray(end + 4, end + 4 + length));
        pending = pending.subarray(end + 4 + length);
        onConnection += 1;
        const [method = '', path = ''] = head.split(' ');
        const incoming = { socket, number: requests.length + 1, onConnection, method, path, head, body };
        requests.push(incoming);
        reply(incoming);
      }
      chunks.push(pending);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    accepted: () => accepted,
    open: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Writes a complete answer. */
export function answer({ socket }: Incoming, status = 200, headers = ''): void {
  socket.write(`HTTP/1.1 ${status} Any\r\nContent-Length: 5\r\n${headers}\r\nhello`);
}

/** A port that nothing listens on. */
export async function deadPort(): Promise<number> {
  const server = await serve(() => undefined);
  await server[Symbol.asyncDispose]();
  return server.port;
}
