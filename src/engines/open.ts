import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { LeakgateError } from '../errors.ts';
import type { LoadSummary } from '../model.ts';
import type { OpenLoad } from './open-loop.ts';

/** What the thread is given, and what it answers with. */
export interface OpenOrder {
  origin: string;
  load: OpenLoad;
}
export type OpenReply =
  { summary: LoadSummary } | { refused: { code: LeakgateError['code']; message: string; hint: string | undefined } };

/**
 * An open loop in a thread of its own: what the main thread does meanwhile doesn't delay a request. Requests start when
 * the schedule says so; see `openLoop`. Rejects with the signal's reason, the thread ended.
 * @throws LeakgateError `config` for requests that can't be sent.
 */
export async function openLoad(origin: string, load: OpenLoad, signal: AbortSignal): Promise<LoadSummary> {
  signal.throwIfAborted();
  const order: OpenOrder = { origin, load };
  // Beside the bundle: `npm run build` makes it.
  const worker = new Worker(new URL('./open-worker.js', import.meta.url), { workerData: order });
  try {
    const [reply] = (await once(worker, 'message', { signal })) as [OpenReply];
    if ('summary' in reply) return reply.summary;
    const { code, message, hint } = reply.refused;
    throw new LeakgateError(code, message, hint === undefined ? {} : { hint });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    await worker.terminate();
  }
}
