import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForgeComment {
  id: number;
  body: string;
  user: { login: string; type?: string } | null;
  html_url: string;
}

interface Fault {
  method: string;
  path: RegExp;
  /** A status, or a broken connection. */
  status: number | 'reset';
  message?: string;
  headers?: Record<string, string>;
  /** How often; forever when unset. */
  times?: number;
}

/** The run that an artifact is of. */
export interface ForgeRun {
  id: number;
  head_branch: string;
  repository_id: number | undefined;
  head_repository_id: number | undefined;
}

/** The few routes of a forge that comments need, on loopback, with faults to order. */
export interface Forge extends AsyncDisposable {
  url: string;
  comments: ForgeComment[];
  faults: Fault[];
  /** Login that the token acts as. */
  login: string;
  type: string | undefined;
  /** Does `GET /user` answer? A workflow's token may not ask. */
  knowsItself: boolean;
  pageSize: number;
  pulls: { number: number; state: string; head: { sha: string } }[];
  /** Archives that runs left behind, by artifact name. `bytes` is what the forge says they measure. */
  artifacts: { name: string; archive: Uint8Array; bytes?: number; expired?: boolean; run?: ForgeRun }[];
  /** `POST /repos/acme/shop/issues/7/comments`, in order. */
  calls: string[];
  /** Runs between the arrival of a call and its answer: the place where other jobs interfere. */
  before: (call: string) => void;
  add(body: string, user?: ForgeComment['user']): ForgeComment;
}

export async function startForge(): Promise<Forge> {
  let lastId = 100;
  const server = createServer((request, response) => void answer(forge, request, response));
  const forge: Forge = {
    url: '',
    comments: [],
    faults: [],
    login: 'github-actions[bot]',
    type: 'Bot',
    knowsItself: false,
    pageSize: 100,
    pulls: [],
    artifacts: [],
    calls: [],
    before: () => undefined,
    add(body, user = { login: forge.login, ...(forge.type !== undefined && { type: forge.type }) }) {
      const id = ++lastId;
      const comment = { id, body, user, html_url: `https://github.com/acme/shop/pull/7#issuecomment-${id}` };
      forge.comments.push(comment);
      return comment;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  forge.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return forge;
}

async function answer(forge: Forge, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', forge.url);
  const call = `${request.method} ${url.pathname}`;
  forge.calls.push(call);
  forge.before(call);
  const fault = forge.faults.find(({ method, path }) => method === request.method && path.test(url.pathname));
  if (fault !== undefined) {
    if (fault.times !== undefined && --fault.times === 0) forge.faults.splice(forge.faults.indexOf(fault), 1);
    if (fault.status === 'reset') return void request.socket.destroy();
    for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value);
    return send(response, fault.status, { message: fault.message ?? `made to fail with ${fault.status}` });
  }
  route(forge, { url, call, body: await readBody(request) }, response);
}

function route(forge: Forge, { url, call, body }: { url: URL; call: string; body: string }, response: ServerResponse) {
  const id = Number(/\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1]);
  const comment = forge.comments.find((one) => one.id === id);
  if (call === 'GET /user') {
    if (forge.knowsItself) return send(response, 200, { login: forge.login });
    return send(response, 403, { message: 'Resource not accessible by integration' });
  }
  if (call === 'GET /repos/acme/shop/issues/7/comments') return sendPage(forge, url, response);
  if (call === 'GET /repos/acme/shop/actions/artifacts') return sendNamed(forge, url.searchParams, response);
  if (/^GET .*\/actions\//.test(call)) return sendArtifact(forge, call, response);
  if (call === 'GET /repos/acme/shop/pulls') return send(response, 200, forge.pulls);
  if (/^GET .*\/commits\/\w+\/pulls$/.test(call)) return send(response, 200, forge.pulls);
  if (call === 'POST /repos/acme/shop/issues/7/comments') return send(response, 201, forge.add(textOf(body)));
  if (comment === undefined) return send(response, 404, { message: 'Not Found' });
  if (call.startsWith('PATCH')) comment.body = textOf(body);
  if (call.startsWith('DELETE')) forge.comments.splice(forge.comments.indexOf(comment), 1);
  return call.startsWith('DELETE') ? send(response, 204) : send(response, 200, comment);
}

function sendArtifact({ artifacts }: Forge, call: string, response: ServerResponse): void {
  const id = Number(/\/artifacts\/(\d+)\/zip$/.exec(call)?.[1]);
  if (Number.isInteger(id)) {
    response.writeHead(200, { 'content-type': 'application/zip' });
    return void response.end(artifacts[id]?.archive);
  }
  const listed = artifacts.map(({ name, archive, bytes = archive.length, expired = false }, index) => ({
    id: index,
    name,
    size_in_bytes: bytes,
    expired,
  }));
  send(response, 200, { total_count: listed.length, artifacts: listed });
}

/** Of all runs, by name. */
function sendNamed({ artifacts }: Forge, query: URLSearchParams, response: ServerResponse): void {
  const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
  const named = artifacts
    .filter(({ name }) => name === query.get('name'))
    .map(({ name, run = null, expired = false }, id) => ({ id, name, expired, workflow_run: run }));
  send(response, 200, { total_count: named.length, artifacts: named.slice((page - 1) * size, page * size) });
}

function sendPage({ comments, pageSize, url: origin }: Forge, url: URL, response: ServerResponse): void {
  const page = Number(url.searchParams.get('page') ?? '1');
  const rest = comments.length > page * pageSize;
  if (rest) response.setHeader('link', `<${origin}${url.pathname}?per_page=100&page=${page + 1}>; rel="next"`);
  send(response, 200, comments.slice((page - 1) * pageSize, page * pageSize));
}

function send(response: ServerResponse, status: number, json?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const textOf = (body: string): string => (JSON.parse(body) as { body: string }).body;
