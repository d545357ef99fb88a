import { Client } from 'undici';
import { LeakgateError } from '../errors.ts';
import type { Route } from '../model.ts';
import { isLoopback } from './loopback.ts';

/** A keep-alive connection that carries one request at a time. */
export interface Connection extends AsyncDisposable {
  send(route: Route): Promise<Answer>;
}

/** Why there is no answer. `reset`: the service cut the line while it was awaited. `error`: refused, or closed without a word. */
export type Failure = 'error' | 'reset' | 'timeout';

/** The status of a complete answer, or why there is none. */
export type Answer = number | Failure;

/** Told of what an answer holds while it comes; the first call for each answer is `head`. Must be cheap. */
export interface Reader {
  head(headers: Readonly<Record<string, string | string[] | undefined>>): void;
  body(chunk: Buffer): void;
}

/** Undici's dispatcher: a third of the generator CPU that fetch costs. Reconnects by itself. */
export function openConnection(origin: string, timeoutMs: number, reader?: Reader): Connection {
  // Its own timeouts look at headers and pauses only, and would let an endless answer run on.
  const client = new Client(origin, {
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs, rejectUnauthorized: !isLoopback(origin) },
  });
  return {
    send: async (route) => send(client, route, timeoutMs, reader),
    [Symbol.asyncDispose]: async () => client.destroy(),
  };
}

async function send(client: Client, route: Route, timeoutMs: number, reader?: Reader): Promise<Answer> {
  const { path, method, headers, body = null } = route;
  let timer: NodeJS.Timeout | undefined;
  let status = 0;
  let failure: Answer = 'error';
  try {
    return await new Promise((resolve, reject) => {
      client.dispatch(
        { path, method, headers, body },
        {
          onRequestStart(controller) {
            timer = setTimeout(() => {
              failure = 'timeout';
              controller.abort(new Error('timed out'));
            }, timeoutMs);
          },
          onResponseStart(_, statusCode, answerHeaders) {
            status = statusCode;
            reader?.head(answerHeaders);
          },
          ...(reader !== undefined && { onResponseData: (_: unknown, chunk: Buffer) => reader.body(chunk) }),
          onResponseEnd: () => resolve(status),
          onResponseError: (_, error) =>
            isRefusal(error)
              ? reject(unsendable(route, error))
              : resolve(failure === 'error' && isReset(error) ? 'reset' : failure),
        },
      );
    });
  } finally {
    clearTimeout(timer);
  }
}

/** The other side cut the line, where it might have closed it. */
export const isReset = ({ code }: NodeJS.ErrnoException): boolean => code === 'ECONNRESET' || code === 'EPIPE';

/** Undici won't send such a request at all: a header that it reserves for itself, a line break in a value. */
const isRefusal = (error: Error & { code?: string }): boolean =>
  error.code === 'UND_ERR_INVALID_ARG' || error.code === 'UND_ERR_NOT_SUPPORTED';

function unsendable(route: Route, cause: Error): LeakgateError {
  return new LeakgateError('config', `The request ${route.label} can't be sent: ${cause.message}.`, {
    cause,
    hint: 'Look at its headers: connection, content-length, expect, transfer-encoding and upgrade are set by the sender.',
  });
}
