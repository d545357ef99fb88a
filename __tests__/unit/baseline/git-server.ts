import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A git server on loopback: git's own CGI program behind a gate of tokens, as a forge has it. */
export interface GitServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Value of each request's Authorization headers, in order of arrival. */
  authorizations: (string | undefined)[];
  /** What the next requests get instead of an answer; shifts. */
  failures: number[];
  /** How many pushes still are carried out without telling the client. */
  lostAnswers: number;
}

/** @param tokens what each token may do */
export async function gitServer(root: string, tokens: Record<string, 'read' | 'write'>): Promise<GitServer> {
  const backend = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend');
  const authorizations: (string | undefined)[] = [];
  const failures: number[] = [];
  let lost = 0;
  const server = createServer((request, response) => {
    const headers = request.headersDistinct['authorization'] ?? [];
    authorizations.push(headers.join(' + ') || undefined);
    const failure = failures.shift();
    const status = failure ?? gate(headers, tokens, request.url ?? '');
    if (status !== 200) {
      response.writeHead(status, status === 401 ? { 'WWW-Authenticate': 'Basic realm="git"' } : {});
      response.end();
      return;
    }
    const isLost = request.method === 'POST' && request.url?.endsWith('git-receive-pack') === true && lost-- > 0;
    answer(backend, root, request, response, isLost);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authorizations,
    failures,
    set lostAnswers(count: number) {
      lost = count;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function gate(headers: string[], tokens: Record<string, 'read' | 'write'>, url: string): number {
  // GitHub refuses a request with two of them.
  if (headers.length > 1) return 400;
  const credentials = Buffer.from(headers[0]?.split(' ')[1] ?? '', 'base64').toString();
  const right = tokens[credentials.replace('x-access-token:', '')];
  if (right === undefined) return 401;
  return right === 'read' && url.includes('git-receive-pack') ? 403 : 200;
}

function answer(
  backend: string,
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  isLost: boolean,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const cgi = spawn(backend, {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      HOME: root,
      REMOTE_USER: 'dev',
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: searchParams.toString(),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['git-protocol'] !== undefined && { GIT_PROTOCOL: String(request.headers['git-protocol']) }),
      ...(request.headers['content-encoding'] !== undefined && {
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      }),
    },
  });
  request.pipe(cgi.stdin).on('error', () => {});
  const parts: Buffer[] = [];
  cgi.stdout.on('data', (part: Buffer) => parts.push(part));
  cgi.on('close', () => {
    if (isLost) {
      request.socket.destroy();
      return;
    }
    const output = Buffer.concat(parts);
    const end = output.indexOf('\r\n\r\n');
    const headers = output
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(/:\s*/, 2) as [string, string]);
    const status = Number(headers.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
    response.end(output.subarray(end + 4));
  });
}
