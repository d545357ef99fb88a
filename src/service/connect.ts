import { get, type IncomingMessage } from 'node:http';
import { get as getOverTls } from 'node:https';
import { connect } from 'node:net';
import type { Endpoint } from './listening.ts';

const answerTimeoutMs = 2000;

/** 2xx or 3xx, out of what `httpStatus` gives. */
export function isHttpSuccess(answer: number | string): boolean {
  return typeof answer === 'number' && answer >= 200 && answer < 400;
}

/** The status that GET answers with, or in words why there is none: `didn't answer within 2 s`. Leaves no connection open. */
export async function httpStatus(
  { tls = false, ...endpoint }: Endpoint & { tls?: boolean },
  path: string,
  signal: AbortSignal,
): Promise<number | string> {
  const timeout = AbortSignal.timeout(answerTimeoutMs);
  return await new Promise((resolve) => {
    const options = { ...endpoint, path, agent: false, signal: AbortSignal.any([signal, timeout]) };
    const answered = (response: IncomingMessage): void => {
      response.once('error', () => undefined).resume();
      resolve(response.statusCode ?? 0);
    };
    // A service on this machine: who signed its certificate tells nothing about it.
    const request = tls ? getOverTls({ ...options, rejectUnauthorized: false }, answered) : get(options, answered);
    request.once('error', (error) =>
      resolve(timeout.aborted ? `didn't answer within ${answerTimeoutMs / 1000} s` : `failed (${error.message})`),
    );
  });
}

/** Can a TCP connection be made? */
export async function takesConnections(endpoint: Endpoint, signal: AbortSignal): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ ...endpoint, signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs)]) });
    const answer = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
