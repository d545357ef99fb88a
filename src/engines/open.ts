import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { LeakgateError } from '../errors.ts';
import type { LoadSummary } from '../model.ts';
import type { OpenLoad } from './open-loop.ts';
import { shareCredential } from './remote-credential.ts';
import type { Fields } from './session.ts';

/** What the thread is given, and what it answers with. */
export interface OpenOrder {
  origin: string;
  load: Omit<OpenLoad, 'credential'>;
  /** What requests carry until it is renewed. */
  fields: Fields | null;
}
export type OpenReply =
  { summary: LoadSummary } | { refused: { code: LeakgateError['code']; message: string; hint: string | undefined } };

/**
 * An open loop in a thread of its own: what the main thread does meanwhile doesn't delay a request. Requests start when
 * the schedule says so; see `openLoop`. Rejects with the signal's reason, the thread ended.
 * @throws LeakgateError `config` for requests that can't be sent.
 */
export async function openLoad(
  origin: string,
  { credential, ...load }: OpenLoad,
  signal: AbortSignal,
): Promise<LoadSummary> {
  signal.throwIfAborted();
  await credential?.ready();
  const order: OpenOrder = { origin, load, fields: credential?.fields() ?? null };
  // Beside the bundle: `npm run build` makes it.
  const worker = new Worker(new URL('./open-worker.js', import.meta.url), { workerData: order });
  const stopSharing = credential && shareCredential(credential, worker);
  try {
    const reply = await replyOf(worker, signal);
    if ('summary' in reply) return reply.summary;
    const { code, message, hint } = reply.refused;
    throw new LeakgateError(code, message, hint === undefined ? {} : { hint });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    stopSharing?.();
    await worker.terminate();
  }
}

/** What comes before is about the credential. */
async function replyOf(worker: Worker, signal: AbortSignal): Promise<OpenReply> {
  for (;;) {
    const [message] = (await once(worker, 'message', { signal })) as [OpenReply | { credential: unknown }];
    if (!('credential' in message)) return message;
  }
}
