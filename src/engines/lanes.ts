import { setTimeout as delay } from 'node:timers/promises';
import { openConnection, type Connection } from './connection.ts';
import type { Outgoing } from './deal.ts';
import { retryDelayMs } from './patience.ts';
import { isExpected } from '../expected-status.ts';
import type { Session } from './session.ts';

/** One sender with a connection to base and one to head; it has one request in flight at a time. */
export interface Lane {
  /** `good`: an expected status. Pauses after failures and for a new credential aren't part of the time. Rejects when the signal ends one. */
  send(side: 0 | 1, request: Outgoing): Promise<{ good: boolean; elapsedMs: number }>;
  close(): Promise<void>;
}

interface Side {
  origin: string;
  session: Session;
}

export function openLane(sides: readonly [Side, Side], timeoutMs: number, signal: AbortSignal): Lane {
  const connections: readonly Connection[] = sides.map(({ origin, session }) =>
    openConnection(origin, timeoutMs, session),
  );
  let failuresInARow = 0;
  return {
    async send(side, request) {
      const pauseMs = retryDelayMs(failuresInARow);
      if (pauseMs > 0) await delay(pauseMs, undefined, { signal });
      const pending = sides[side].session.ready();
      if (pending !== null) await pending;
      const freeMs = performance.now();
      const answer = await connections[side]!.send(request);
      const elapsedMs = performance.now() - freeMs;
      failuresInARow = typeof answer === 'number' ? 0 : failuresInARow + 1;
      return { good: typeof answer === 'number' && isExpected(request, answer), elapsedMs };
    },
    async close() {
      await Promise.all(connections.map(async (connection) => connection[Symbol.asyncDispose]()));
    },
  };
}

/**
 * How many lanes can send in turn without their requests queueing for a processor, so that a latency is that of a request and
 * not of its neighbours: as many as keep half of the processors busy, the other half being for the sender and the machine.
 * `busyPerLane` is the CPU time that both sides use per second and lane, in seconds.
 */
export function lanesWithoutQueue(busyPerLane: number, processors: number, most: number): number {
  if (!(busyPerLane > 0)) return most;
  return Math.min(most, Math.max(1, Math.floor(processors / 2 / busyPerLane)));
}
