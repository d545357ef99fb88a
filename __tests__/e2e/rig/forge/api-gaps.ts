import * as z from 'zod';
import { json, type Answer } from './answer.ts';
import type { Caller } from './tokens.ts';

/** What is known about a request to the REST API before it is passed on. */
export interface ApiRequest {
  method: string;
  /** Without the query. */
  path: string;
  body: Buffer;
  caller: Caller;
  /** True when some token came along, known or not. */
  tokenGiven: boolean;
}

/** A commit status, which the emulator has no route for. */
export interface CommitStatus {
  id: number;
  sha: string;
  state: string;
  context?: string | undefined;
  description?: string | undefined;
}

/** GitHub counts characters, not bytes. */
const maximumCommentCharacters = 65_536;
const integrationRefused = 'Resource not accessible by integration';
const statusBody = z.object({ state: z.string(), context: z.string().optional(), description: z.string().optional() });

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function refuseComment(body: Buffer): Answer | undefined {
  const comment = z.object({ body: z.string() }).safeParse(parseJson(body));
  if (!comment.success) return json(400, { message: 'Problems parsing JSON' });
  if (Array.from(comment.data.body).length <= maximumCommentCharacters) return undefined;
  const message = `body is too long (maximum is ${maximumCommentCharacters} characters)`;
  return json(422, { message: 'Validation Failed', errors: [{ resource: 'IssueComment', field: 'body', message }] });
}

/** Answers what the emulator would answer wrongly or not at all. Undefined: ask the emulator. */
export function answerInstead(request: ApiRequest, statuses: CommitStatus[]): Answer | undefined {
  const { method, path, caller } = request;
  if (request.tokenGiven && caller === 'none') return json(401, { message: 'Bad credentials' });
  const writes = method === 'POST' || method === 'PATCH';
  if (writes && /\/issues\/(\d+\/)?comments/.test(path)) return refuseComment(request.body);
  const sha = /^\/repos\/[^/]+\/[^/]+\/statuses\/(\w+)$/.exec(path)?.[1];
  if (sha === undefined || method !== 'POST') return undefined;
  if (caller !== 'rw' && caller !== 'admin') return json(403, { message: integrationRefused });
  const status = statusBody.safeParse(parseJson(request.body));
  if (!status.success) return json(422, { message: 'Validation Failed' });
  statuses.push({ id: statuses.length + 1, sha, ...status.data });
  return json(201, statuses.at(-1));
}

/** The emulator's answer, in GitHub's words and shape. */
export function correct(path: string, status: number, text: string): string {
  if (status === 403) return text.replace('"Forbidden"', `"${integrationRefused}"`);
  if (status !== 200 || !path.endsWith('/annotations')) return text;
  const wrapped = z.object({ check_annotations: z.array(z.unknown()) }).safeParse(JSON.parse(text));
  return wrapped.success ? JSON.stringify(wrapped.data.check_annotations) : text;
}
