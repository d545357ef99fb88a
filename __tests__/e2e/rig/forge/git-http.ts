import { spawn } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import type { Caller } from './tokens.ts';

const gitPath = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

/** Git's own requests, as opposed to the REST API's. Like GitHub's, they work with and without `.git`. */
export const isGitPath = (path: string): boolean => gitPath.test(path);

/** The token in `Authorization: basic base64(x-access-token:TOKEN)`, the form that git on a runner sends. */
export function basicToken(header: string | undefined): string | undefined {
  const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString().split(':')[1];
}

/** GitHub's refusals: a private repository isn't shown to strangers, and a read token can't push. One without `contents` can't even read. */
function refusal(request: IncomingMessage, caller: Caller): Answer | undefined {
  if ((request.headersDistinct['authorization']?.length ?? 0) > 1) {
    return { status: 400, body: 'Duplicate header: "Authorization"' };
  }
  if (caller === 'none') {
    return { status: 401, headers: { 'www-authenticate': 'Basic realm="GitHub"' }, body: 'Authentication required' };
  }
  const pushes = request.url?.includes('git-receive-pack') ?? false;
  if (caller === 'publisher' || (pushes && caller !== 'rw' && caller !== 'admin')) {
    return { status: 403, body: 'Write access to repository not granted.' };
  }
  return undefined;
}

function parseCgi(output: Buffer): Answer {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.subarray(0, end).toString().split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(/: */, 2) as [string, string]));
  const { Status: status = '200 OK', ...rest } = headers;
  return { status: Number.parseInt(status, 10), headers: rest, body: output.subarray(end + 4) };
}

/** Serves one request of git's smart HTTP protocol out of the folder `root`, with the rights of `caller`. */
export async function answerGit(root: string, request: IncomingMessage, body: Buffer, caller: Caller): Promise<Answer> {
  const refused = refusal(request, caller);
  if (refused) return refused;
  const url = new URL(request.url ?? '/', 'http://forge');
  const header = (name: string): string => request.headersDistinct[name]?.[0] ?? '';
  const env = {
    PATH: process.env['PATH'],
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GIT_PROTOCOL: header('git-protocol'),
    REMOTE_USER: caller, // Names the pusher; without it git refuses to receive.
    REQUEST_METHOD: request.method,
    PATH_INFO: url.pathname.replace(gitPath, '/$1/$2.git$3'),
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: header('content-type'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    CONTENT_LENGTH: String(body.length),
  };
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => undefined); // It may answer before it has read everything.
  child.stdin.end(body);
  return parseCgi(Buffer.concat(await child.stdout.toArray()));
}
