import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may be fetched: nothing else exists for the server, so that no path leads out of it. */
export interface Served {
  /** Below the token: `heap-after.pb.gz`; empty for the page itself. */
  name: string;
  type: string;
  body: Uint8Array | string;
}

export interface ReportServer extends AsyncDisposable {
  /** `http://127.0.0.1:41523/<token>/`: nobody who doesn't know the token gets anything. */
  origin: string;
}

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Serves files of a run to programs of this machine, on a free port, until it's disposed. */
export async function serveReport(files: readonly Served[]): Promise<ReportServer> {
  const token = randomBytes(16).toString('hex');
  const byPath = new Map(files.map((file) => [`/${token}/${file.name}`, file]));
  const server = createServer((request, response) => answer(request, response, byPath));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}/${token}/`, [Symbol.asyncDispose]: async () => close(server) };
}

function answer(request: IncomingMessage, response: ServerResponse, byPath: ReadonlyMap<string, Served>): void {
  request.resume();
  if (request.method !== 'GET') return refuse(response, 405, { Allow: 'GET' });
  // A page elsewhere whose name was made to point at this machine has another name here.
  if (!/^(?:127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) return refuse(response, 403);
  const found = byPath.get((request.url ?? '').split('?')[0]!);
  if (found === undefined) return refuse(response, 404);
  response.writeHead(200, { ...headers, 'Content-Type': found.type, 'Content-Length': Buffer.byteLength(found.body) });
  response.end(found.body);
}

function refuse(response: ServerResponse, status: number, more: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, ...more, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
