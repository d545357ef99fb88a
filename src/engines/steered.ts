import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { LeakgateError } from '../errors.ts';
import type { AnswerColumns } from '../model.ts';
import { shareCredential } from './remote-credential.ts';
import type { Credential } from './session.ts';
import type { SteeredBatch, SteeredOrder } from './steering.ts';

/** What the thread is told, and what it tells. */
export type SteeredCall = { perSecond: number } | { finish: true };
export type SteeredReply =
  | { batch: SteeredBatch }
  | { finished: true }
  | { refused: { code: LeakgateError['code']; message: string; hint: string | undefined } };

/** An open loop in a thread of its own, whose rate changes while it runs. Disposing ends it at once. */
export interface SteeredLoad extends AsyncDisposable {
  /** Requests that start each second from now on. */
  rate(perSecond: number): void;
  /** Everything that came until now, with `sentMs` by `clockMs()`; grows. @throws what ended the thread before its time. */
  readonly answers: AnswerColumns;
  /** Requests that went out and haven't been answered, as far as the thread has told. */
  inFlight(): number;
  /** How late requests started since this was asked last, although a connection was free. */
  takeLateMs(): number[];
  /** Sends nothing more, and settles once everything has been answered or has timed out. @throws LeakgateError `config` for requests that can't be sent. */
  finish(): Promise<void>;
}

export async function steeredLoad(
  { credential, ...order }: SteeredOrder & { credential?: Credential | undefined },
  signal: AbortSignal,
): Promise<SteeredLoad> {
  signal.throwIfAborted();
  await credential?.ready();
  const workerData = { ...order, fields: credential?.fields() ?? null };
  // Beside the bundle: `npm run build` makes it.
  const worker = new Worker(new URL('./steered-worker.js', import.meta.url), { workerData });
  const stopSharing = credential && shareCredential(credential, worker);
  const seen = listen(worker);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  const post = (call: SteeredCall): void => worker.postMessage(call);
  return {
    rate: (perSecond) => post({ perSecond }),
    get answers() {
      if (seen.failure !== null) throw seen.failure;
      return seen.answers;
    },
    inFlight: () => seen.sent - seen.answers.sentMs.length,
    takeLateMs: () => seen.lateMs.splice(0),
    async finish() {
      post({ finish: true });
      await seen.ended.wait(signal);
      if (seen.failure !== null) throw seen.failure;
    },
    async [Symbol.asyncDispose]() {
      stopSharing?.();
      await worker.terminate();
    },
  };
}

/** Gathers what the thread tells. */
function listen(worker: Worker) {
  const answers: AnswerColumns = { sentMs: [], tookUs: [], status: [], route: [], retryAfter: [], fallback: [] };
  const ended = new AbortController();
  const seen = { answers, sent: 0, lateMs: [] as number[], failure: null as Error | null, ended: { wait } };
  async function wait(signal: AbortSignal): Promise<void> {
    const both = AbortSignal.any([signal, ended.signal]);
    if (!both.aborted) await once(both, 'abort');
    signal.throwIfAborted();
  }
  worker.on('message', (reply: SteeredReply) => {
    // What isn't for us is about the credential.
    if ('credential' in reply) return;
    if ('batch' in reply) {
      seen.sent += reply.batch.sent;
      seen.lateMs.push(...reply.batch.lateMs);
      append(answers, reply.batch.answers);
      return;
    }
    if ('refused' in reply) {
      const { code, message, hint } = reply.refused;
      seen.failure = new LeakgateError(code, message, hint === undefined ? {} : { hint });
    }
    ended.abort();
  });
  worker.on('error', (error: Error) => {
    seen.failure = error;
    ended.abort();
  });
  return seen;
}

function append(to: AnswerColumns, from: AnswerColumns): void {
  to.sentMs.push(...from.sentMs);
  to.tookUs.push(...from.tookUs);
  to.status.push(...from.status);
  to.route.push(...from.route);
  to.retryAfter.push(...from.retryAfter);
  to.fallback.push(...from.fallback);
}
