import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerInstead, type CommitStatus } from './api-gaps.ts';
import type { Answer } from './answer.ts';
import { answerArtifacts } from './artifacts.ts';
import { startEmulator, type Repository } from './emulator.ts';
import { createFaults, faultAnswer, type Fault } from './faults.ts';
import { answerGit, basicToken, isGitPath } from './git-http.ts';
import { createLabelLog, emulatorPath } from './labels.ts';
import { answerPullRequests, type ToldPullRequest } from './pull-requests.ts';
import { adminToken, type Caller, type TokenName } from './tokens.ts';

/** One request that reached the forge, API or git. */
export interface Call {
  method: string;
  /** With the query. */
  path: string;
  status: number | 'reset';
  caller: Caller;
}

/** A GitHub of one repository on loopback: REST API and git over HTTP on one origin. */
export interface Forge extends AsyncDisposable {
  /** Server and API URL in one: `http://127.0.0.1:PORT`. */
  url: string;
  tokens: Record<TokenName, string>;
  /** Every request so far, oldest first. */
  calls: Call[];
  statuses: CommitStatus[];
  /** What events told of pull requests last, by number. */
  pullRequests: Map<number, ToldPullRequest>;
  inject: (fault: Fault) => Disposable;
}

/** A request with what the forge makes of its credentials. */
interface Received {
  request: IncomingMessage;
  method: string;
  path: string;
  body: Buffer;
  caller: Caller;
  tokenGiven: boolean;
}

type Respond = (received: Received) => Promise<Answer | 'reset'>;

function tokenOf(request: IncomingMessage): string | undefined {
  const header = request.headers.authorization ?? '';
  return basicToken(header) ?? /^(?:bearer|token) (.+)$/i.exec(header)?.[1];
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  callers: Map<string, Caller>,
  respond: Respond,
  calls: Call[],
): Promise<void> {
  const body = Buffer.concat(await request.toArray());
  const { method = 'GET', url: path = '/' } = request;
  const token = tokenOf(request);
  const caller = callers.get(token ?? '') ?? 'none';
  const answer = await respond({ request, method, path, body, caller, tokenGiven: token !== undefined });
  calls.push({ method, path, status: answer === 'reset' ? answer : answer.status, caller });
  if (answer === 'reset') request.socket.destroy();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** Starts the forge for a repository whose git folder is `gitRoot/OWNER/REPO.git`; runs keep theirs in `runsFolder/run-N`. */
export async function startForge(repository: Repository, gitRoot: string, runsFolder: string): Promise<Forge> {
  const emulator = await startEmulator(repository);
  const tokens = Object.entries(emulator.tokens).map(([name, token]) => [token, name as TokenName] as const);
  const callers = new Map<string, Caller>([[adminToken, 'admin'], ...tokens]);
  const calls: Call[] = [];
  const statuses: CommitStatus[] = [];
  const pullRequests = new Map<number, ToldPullRequest>();
  const faults = createFaults();
  const labels = createLabelLog(repository.owner);
  const respond: Respond = async ({ request, ...received }) => {
    const { method, path, body, caller } = received;
    const fault = caller === 'admin' ? undefined : faults.match(method, path);
    if (fault) return faultAnswer(fault);
    const url = new URL(path, `http://${request.headers.host}`);
    if (isGitPath(url.pathname)) return answerGit(gitRoot, request, body, caller);
    const asked = { ...received, path: url.pathname };
    const answer =
      (await answerArtifacts(runsFolder, { ...received, url })) ??
      answerInstead(asked, statuses) ??
      labels.answer(asked) ??
      answerPullRequests(method, url, pullRequests.values());
    return answer ?? emulator.ask(request, emulatorPath(method, path), body);
  };
  const server = createServer((request, response) => {
    serve(request, response, callers, respond, calls).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens: emulator.tokens,
    calls,
    statuses,
    pullRequests,
    inject: faults.inject,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await emulator[Symbol.asyncDispose]();
    },
  };
}
