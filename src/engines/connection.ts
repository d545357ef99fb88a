import { Client } from 'undici';
import { LeakgateError } from '../errors.ts';
import type { Outgoing } from './deal.ts';
import { isLoopback } from '../loopback.ts';
import { openSession } from './session.ts';

/** A keep-alive connection that carries one request at a time. */
export interface Connection extends AsyncDisposable {
  send(request: Outgoing): Promise<Answer>;
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
export function openConnection(
  origin: string,
  timeoutMs: number,
  session = openSession({}),
  reader?: Reader,
): Connection {
  // Its own timeouts look at headers and pauses only, and would let an endless answer run on.
  const client = new Client(origin, {
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs, rejectUnauthorized: !isLoopback(origin) },
  });
  return {
    async send(request) {
      const received: Received = { status: 0, setCookie: [] };
      const more = session.fields(request);
      const answer = await send(client, withFields(request, more), timeoutMs, received, reader);
      if (typeof answer === 'number') session.answered(request, answer, received.setCookie);
      return answer;
    },
    [Symbol.asyncDispose]: async () => client.destroy(),
  };
}

interface Received {
  status: number;
  setCookie: readonly string[];
}

const withFields = (request: Outgoing, more: Readonly<Record<string, string>>): Outgoing =>
  Object.keys(more).length === 0 ? request : { ...request, headers: { ...request.headers, ...more } };

async function send(
  client: Client,
  request: Outgoing,
  timeoutMs: number,
  received: Received,
  reader?: Reader,
): Promise<Answer> {
  const { path, method, headers, body = null } = request;
  let timer: NodeJS.Timeout | undefined;
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
            const { 'set-cookie': setCookie = [] } = answerHeaders;
            received.status = statusCode;
            received.setCookie = typeof setCookie === 'string' ? [setCookie] : setCookie;
            reader?.head(answerHeaders);
          },
          ...(reader !== undefined && { onResponseData: (_: unknown, chunk: Buffer) => reader.body(chunk) }),
          onResponseEnd: () => resolve(received.status),
          onResponseError: (_, error) =>
            isRefusal(error)
              ? reject(unsendable(request, error))
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

function unsendable({ label }: Outgoing, cause: Error): LeakgateError {
  return new LeakgateError('config', `The request ${label} can't be sent: ${cause.message}.`, {
    cause,
    hint: 'Look at its headers: connection, content-length, expect, transfer-encoding and upgrade are set by the sender.',
  });
}
