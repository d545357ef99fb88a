import { get } from 'node:http';
import { connect } from 'node:net';
import type { Endpoint } from './listening.ts';

const answerTimeoutMs = 2000;

/** 2xx or 3xx, out of what `httpStatus` gives. */
export function isHttpSuccess(answer: number | string): boolean {
  return typeof answer === 'number' && answer >= 200 && answer < 400;
}

/** The status that GET answers with, or in words why there is none: `didn't answer within 2 s`. Leaves no connection open. */
export async function httpStatus(endpoint: Endpoint, path: string, signal: AbortSignal): Promise<number | string> {
  const timeout = AbortSignal.timeout(answerTimeoutMs);
  return await new Promise((resolve) => {
    const options = { ...endpoint, path, agent: false, signal: AbortSignal.any([signal, timeout]) };
    get(options, (response) => {
      response.once('error', () => undefined).resume();
      resolve(response.statusCode ?? 0);
    }).once('error', (error) =>
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
