import { parentPort, workerData } from 'node:worker_threads';
import { LeakgateError } from '../errors.ts';
import { remoteCredential } from './remote-credential.ts';
import type { Fields } from './session.ts';
import type { SteeredCall, SteeredReply } from './steered.ts';
import { steer, type SteeredOrder } from './steering.ts';

/** The thread of `steeredLoad`. It is ended from outside. */
const reportEveryMs = 50;

const { fields, ...order } = workerData as SteeredOrder & { fields: Fields | null };
const credential = parentPort !== null && fields !== null ? remoteCredential(parentPort, fields) : undefined;
const steering = steer(order, credential);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const post = (reply: SteeredReply): void => parentPort?.postMessage(reply);
const report = setInterval(() => {
  post({ batch: steering.take() });
  if (steering.broken()) void finish();
}, reportEveryMs);

async function finish(): Promise<void> {
  try {
    await steering.finish();
    clearInterval(report);
    post({ batch: steering.take() });
    post({ finished: true });
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    clearInterval(report);
    post({ refused: { code: error.code, message: error.message, hint: error.hint } });
  }
}

parentPort?.on('message', (call: SteeredCall) => {
  if ('perSecond' in call) steering.rate(call.perSecond);
  else if ('finish' in call) void finish();
});
