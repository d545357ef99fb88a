import type { MessagePort, Worker } from 'node:worker_threads';
import { LeakgateError } from '../errors.ts';
import type { Credential, Fields } from './session.ts';

/** What a thread is told of the credential that the main thread keeps. */
type Told =
  { fields: Fields } | { refused: { code: LeakgateError['code']; message: string; hint: string | undefined } };

/** What a thread says when its fields were refused. Nothing else it says has this shape. */
const refusal = { credential: 'refused' } as const;

/** In a thread: sends with the fields it was given, and waits for others once they are refused. */
export function remoteCredential(port: MessagePort, given: Fields): Credential {
  let fields = given;
  let pending: PromiseWithResolvers | null = null;
  port.on('message', (told: Told) => {
    if ('fields' in told) fields = told.fields;
    const waiting = pending;
    pending = null;
    if ('fields' in told) waiting?.resolve();
    else waiting?.reject(new LeakgateError(told.refused.code, told.refused.message, hintOf(told.refused.hint)));
  });
  port.unref();
  return {
    fields: () => fields,
    ready: (): Promise<void> | null => pending?.promise ?? null,
    refused(sent) {
      if (sent !== fields || pending !== null) return;
      pending = withResolvers();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
      port.postMessage(refusal);
    },
    onRenewed: () => () => undefined,
  };
}

/** In the main thread: renews when the thread asks, and tells it whatever is new. Answers how to stop. */
export function shareCredential(credential: Credential, worker: Worker): () => void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  const tell = (told: Told): void => worker.postMessage(told);
  const tellFields = (): void => tell({ fields: credential.fields() });
  const stop = credential.onRenewed(tellFields);
  const listen = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('credential' in message)) return;
    credential.refused(credential.fields());
    const ready = credential.ready();
    if (ready === null) return tellFields();
    void ready.then(tellFields, (error: unknown) => tell({ refused: asTold(error) }));
  };
  worker.on('message', listen);
  return () => {
    stop();
    worker.off('message', listen);
  };
}

const hintOf = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });

const asTold = (error: unknown) =>
  error instanceof LeakgateError
    ? { code: error.code, message: error.message, hint: error.hint }
    : { code: 'service' as const, message: String(error), hint: undefined };

interface PromiseWithResolvers {
  promise: Promise<void>;
  resolve(): void;
  reject(reason: unknown): void;
}

function withResolvers(): PromiseWithResolvers {
  const parts: Partial<PromiseWithResolvers> = {};
  const promise = new Promise<void>((resolve, reject) => Object.assign(parts, { resolve, reject }));
  // Whoever waits for it hears of it; where nobody does, the load is over.
  promise.catch(() => undefined);
  return { ...(parts as PromiseWithResolvers), promise };
}
