import { request } from 'undici';
import type { Candidate } from './candidates.ts';
import { exampleFrom } from './examples.ts';

/** What a service answered to a candidate, with the same status every time. */
export type Answer = { status: number; location?: string; text: string } | { none: string };

const timeoutMs = 2000;
const times = 3;
/** An answer larger than this measures the network stack. */
const mostBytes = 2 * 1024 * 1024;

/** Asks three times, since what differs each time can't be judged. Never follows a redirect. */
export async function ask(origin: string, path: string, signal: AbortSignal): Promise<Answer> {
  let first: Answer | undefined;
  for (let time = 0; time < times; time++) {
    const answer = await once(origin, path, signal);
    if ('none' in answer) return answer;
    if (first !== undefined && 'status' in first && first.status !== answer.status)
      return { none: `answers ${first.status} and then ${answer.status}` };
    first = answer;
  }
  return first!;
}

async function once(origin: string, path: string, signal: AbortSignal): Promise<Answer> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const { statusCode, headers, body } = await request(`${origin}${path}`, { signal: over });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) return { none: 'answers with more than 2 MiB' };
      chunks.push(chunk);
    }
    const { location } = headers;
    const text = Buffer.concat(chunks).toString('utf8');
    return { status: statusCode, text, ...(typeof location === 'string' && { location }) };
  } catch (error) {
    signal.throwIfAborted();
    return { none: over.aborted ? 'didn’t answer within 2 s' : `failed (${(error as Error).message})` };
  }
}

/** The candidates that answer with success, and why the others are left out. */
export interface Asked {
  answered: Candidate[];
  left: string[];
  /** A path of those asked that is good for waiting on. */
  health: string | null;
}

const mostRequests = 12;

/** Asks a running service for everything that it may have. */
export async function askAll(
  origin: string,
  { candidates, health }: { candidates: readonly Candidate[]; health: readonly string[] },
  signal: AbortSignal,
): Promise<Asked> {
  const answered: Candidate[] = [];
  const left: string[] = [];
  const good = new Map<string, string>();
  const check = async (path: string): Promise<string | null> => {
    const answer = await ask(origin, path, signal);
    const why = whyNot(answer);
    if ('status' in answer && why === null) good.set(path, answer.text);
    return why;
  };
  for (const candidate of candidates) {
    const why = await check(candidate.path);
    const better = why === null ? null : fromList(candidate, good);
    if (why === null) answered.push(candidate);
    else if (better !== null && (await check(better.path)) === null) answered.push(better);
    else left.push(`GET ${candidate.source?.path ?? candidate.path}: ${why}`);
  }
  // A service that answers everything with its front page says nothing with this.
  const answersAll = whyNot(await ask(origin, '/leakgate-asks-for-what-is-not-there', signal)) === null;
  if (!answersAll) for (const path of health) if (!good.has(path)) await check(path);
  return { answered: answered.slice(0, mostRequests), left, health: health.find((path) => good.has(path)) ?? null };
}

/** The same candidate with a value that the list one level up has; null without one. */
function fromList(candidate: Candidate, good: ReadonlyMap<string, string>): Candidate | null {
  const [name, ...more] = candidate.madeUp;
  if (name === undefined || more.length > 0) return null;
  const made = candidate.path.split('/');
  const at = candidate.source!.path.split('/').findIndex((segment) => /^[:{]/.test(segment));
  const list = made.slice(0, at).join('/');
  const text = good.get(list) ?? good.get(`${list}/`);
  const value = text === undefined ? null : exampleFrom(text, name);
  return value === null ? null : { ...candidate, path: made.with(at, value).join('/'), madeUp: [] };
}

/** Null for an answer that a load may have. */
function whyNot(answer: Answer): string | null {
  if ('none' in answer) return answer.none;
  const { status, location } = answer;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `sends elsewhere (${status}${location === undefined ? '' : ` ${location}`})`;
  return status === 401 || status === 403 ? `answers ${status}: give it \`auth\`` : `answers ${status}`;
}
