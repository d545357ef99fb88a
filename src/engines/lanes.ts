import { setTimeout as delay } from 'node:timers/promises';
import { openConnection, type Connection } from './connection.ts';
import type { Route } from '../model.ts';
import { retryDelayMs } from './patience.ts';
import { isExpected } from './routes.ts';

/** One sender with a connection to base and one to head; it has one request in flight at a time. */
export interface Lane {
  /** `good`: an expected status. The pause after failures isn't part of the time. Rejects when the signal ends such a pause. */
  send(side: 0 | 1, route: Route): Promise<{ good: boolean; elapsedMs: number }>;
  close(): Promise<void>;
}

export function openLane(origins: readonly [string, string], timeoutMs: number, signal: AbortSignal): Lane {
  const connections: readonly Connection[] = origins.map((origin) => openConnection(origin, timeoutMs));
  let failuresInARow = 0;
  return {
    async send(side, route) {
      const pauseMs = retryDelayMs(failuresInARow);
      if (pauseMs > 0) await delay(pauseMs, undefined, { signal });
      const freeMs = performance.now();
      const answer = await connections[side]!.send(route);
      const elapsedMs = performance.now() - freeMs;
      failuresInARow = typeof answer === 'number' ? 0 : failuresInARow + 1;
      return { good: typeof answer === 'number' && isExpected(route, answer), elapsedMs };
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
