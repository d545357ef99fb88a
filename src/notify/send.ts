import { setTimeout as sleep } from 'node:timers/promises';

export interface Post {
  url: string;
  method: 'POST' | 'PUT';
  headers: Record<string, string>;
  body: string;
  /** Says why an answer with a good status is a refusal all the same; null when it isn't. */
  refusal?: (answer: string) => string | null;
}

const answerTimeoutMs = 10_000;
/** A receiver may ask for patience, but not hold up a workflow. */
const longestPauseMs = 30_000;
const answerCharacters = 2_000;

/**
 * Sends, and tries again after a pause when there was no answer, a server's fault or too many requests. Resolves with null,
 * or with the reason why it wasn't delivered; the address stands in neither.
 */
export async function deliver(post: Post, delaysMs: readonly number[], signal: AbortSignal): Promise<string | null> {
  for (const [attempt, delayMs] of [...delaysMs, null].entries()) {
    const outcome = await attemptOnce(post, attempt, signal);
    if (outcome.problem === null || !outcome.passing || delayMs === null) return outcome.problem;
    await sleep(Math.min(Math.max(delayMs, outcome.pauseMs), longestPauseMs), undefined, { signal });
  }
  return null;
}

interface Attempt {
  problem: string | null;
  /** May another attempt go better? */
  passing: boolean;
  /** What the receiver asked for. */
  pauseMs: number;
}

async function attemptOnce(post: Post, attempt: number, signal: AbortSignal): Promise<Attempt> {
  try {
    const response = await fetch(post.url, {
      method: post.method,
      headers: { ...post.headers, 'x-leakgate-attempt': String(attempt + 1) },
      body: post.body,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs)]),
    });
    const answer = (await response.text()).slice(0, answerCharacters);
    const { status } = response;
    if (status >= 200 && status < 300) return { problem: post.refusal?.(answer) ?? null, passing: false, pauseMs: 0 };
    const pauseMs = Number(response.headers.get('retry-after') ?? '0') * 1000 || 0;
    return { problem: `HTTP ${status}`, passing: status >= 500 || status === 429 || status === 408, pauseMs };
  } catch (error) {
    signal.throwIfAborted();
    return { problem: whyNoAnswer(error), passing: true, pauseMs: 0 };
  }
}

/** fetch's own message names nothing; its cause may name an address, so only the code is told. */
function whyNoAnswer(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${answerTimeoutMs / 1000} s`;
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'the connection failed';
  return `no answer (${code})`;
}
