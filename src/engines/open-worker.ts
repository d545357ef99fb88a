import { parentPort, workerData } from 'node:worker_threads';
import { LeakgateError } from '../errors.ts';
import { openLoop } from './open-loop.ts';
import { remoteCredential } from './remote-credential.ts';
import type { OpenOrder, OpenReply } from './open.ts';

/** The thread of `openLoad`. It is ended from outside, so nothing here listens for an abort. */
async function reply({ origin, load, fields }: OpenOrder): Promise<OpenReply> {
  const credential = parentPort !== null && fields !== null ? remoteCredential(parentPort, fields) : undefined;
  try {
    return { summary: await openLoop(origin, { ...load, credential }, new AbortController().signal) };
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    return { refused: { code: error.code, message: error.message, hint: error.hint } };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await reply(workerData as OpenOrder));
