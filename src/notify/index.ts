import type { Pushgateway, Webhook } from '../config/notify.ts';
import type { Report } from '../model.ts';
import type { Before } from '../reporters/index.ts';
import { postToGateway } from './pushgateway.ts';
import { deliver, type Post } from './send.ts';
import { isNews } from './state.ts';
import { postFor } from './webhooks.ts';

export { stateBefore } from './state.ts';

/** Pauses between the attempts of a delivery. */
export const retryDelaysMs: readonly number[] = [1000, 4000, 10_000];

export interface Notice {
  report: Report;
  before: Before;
  /** Names the run; the same for all attempts, so that a receiver can tell a repetition. */
  id: string;
}

/** One line for each webhook that was to be told: what became of it. Nothing of an address is in it. */
export interface Delivery {
  delivered: boolean;
  line: string;
}

/** Tells the webhooks for which this verdict is news, all at the same time. Failures are answers, not errors. */
export async function notify(
  hooks: Webhook[],
  notice: Notice,
  delaysMs: readonly number[],
  signal: AbortSignal,
): Promise<Delivery[]> {
  const red = notice.report.verdict === 'fail';
  const wanted = hooks.filter(({ url, when }) => url !== '' && isNews(red, notice.before, when));
  return Promise.all(
    wanted.map(async (hook) =>
      delivery(`The ${hook.type} webhook`, postFor(hook, { ...notice, nowMs: Date.now() }), delaysMs, signal),
    ),
  );
}

/** Hands the figures to a Pushgateway. */
export async function push(
  gateway: Pushgateway,
  report: Report,
  delaysMs: readonly number[],
  signal: AbortSignal,
): Promise<Delivery[]> {
  if (gateway.url === '') return [];
  return [await delivery('The Pushgateway', postToGateway(gateway, report), delaysMs, signal)];
}

async function delivery(name: string, post: Post, delaysMs: readonly number[], signal: AbortSignal): Promise<Delivery> {
  const problem = await deliver(post, delaysMs, signal);
  if (problem === null) return { delivered: true, line: `${name} was told.` };
  return { delivered: false, line: `${name} wasn’t told: ${problem}. The verdict stands.` };
}
