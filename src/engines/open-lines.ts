import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, Connection } from './connection.ts';
import type { Dealt } from './deal.ts';
import { retryDelayMs } from './patience.ts';

/** A request that was on the wire. */
export interface Sending {
  /** Index of the route. */
  route: number;
  /** Of those that `open` made. */
  connection: Connection;
  answer: Answer;
  /** From the intended start, without the generator's own lateness. */
  feltMs: number;
  /** From the sending. */
  servedMs: number;
}

interface LinesOptions {
  /** Makes a connection; it connects when it is first used. */
  open(): Connection;
  connections: number;
  timeoutMs: number;
  next(): Dealt;
  /** Of the credential: null when a request may be sent. */
  ready(): Promise<void> | null;
  /** True once nothing more may be sent: what waits is forgotten. */
  exhausted(): boolean;
  /** A request for this route leaves the queue. */
  sending(route: number): void;
  /** How late it was sent although a connection was free. */
  late(lateMs: number): void;
  /** It had waited for a connection for longer than the timeout, and isn't sent. */
  dropped(route: number): void;
  done(sending: Sending): void;
}

interface Line {
  connection: Connection;
  failuresInARow: number;
}

/** A fixed number of connections, and the requests that wait for one to be free. */
export interface Lines extends AsyncDisposable {
  /** Sends a request that is due since `dueMs` of `performance.now()`, or lets it wait. */
  arrive(dueMs: number): void;
  /** Is there something wrong with the requests themselves, which `drained` will throw? */
  broken(): boolean;
  /** Settles once nothing waits and nothing is in flight. */
  drained(): Promise<void>;
}

export function openLines(options: LinesOptions, signal: AbortSignal): Lines {
  const all = Array.from({ length: options.connections }, (): Line => ({
    connection: options.open(),
    failuresInARow: 0,
  }));
  const closeAll = async (): Promise<void> => {
    await Promise.all(all.map(async ({ connection }) => connection[Symbol.asyncDispose]()));
  };
  const onAbort = (): void => void closeAll();
  signal.addEventListener('abort', onAbort);
  const free = [...all];
  const queue = waitingTimes();
  const working = new Set<Promise<void>>();
  const failures: unknown[] = [];

  /** The request that found the line free, then those that wait, until none does. */
  const work = async (line: Line, dueMs: number): Promise<void> => {
    const pending = options.ready();
    if (pending !== null) await pending;
    const lateMs = Math.max(0, performance.now() - dueMs);
    options.late(lateMs);
    await send(line, dueMs + lateMs, options, signal);
    for (let next = queue.take(); next !== undefined && !options.exhausted(); next = queue.take()) {
      await send(line, next, options, signal);
    }
    free.push(line);
  };

  return {
    arrive(dueMs) {
      const line = free.pop();
      if (line === undefined) return queue.add(dueMs);
      const run = work(line, dueMs)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => working.delete(run));
      working.add(run);
    },
    broken: () => failures.length > 0,
    async drained() {
      while (working.size > 0) await Promise.all(working);
      if (failures.length > 0) throw failures[0];
    },
    async [Symbol.asyncDispose]() {
      signal.removeEventListener('abort', onAbort);
      await closeAll();
      await Promise.all(working);
    },
  };
}

/** `sinceMs` is when the user began to wait. */
async function send(line: Line, sinceMs: number, options: LinesOptions, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const pending = options.ready();
  if (pending !== null) await pending;
  const { route, request } = options.next();
  const sentMs = performance.now();
  options.sending(route);
  if (sentMs - sinceMs > options.timeoutMs) return options.dropped(route);
  const answer = await line.connection.send(request);
  const endedMs = performance.now();
  options.done({ route, connection: line.connection, answer, feltMs: endedMs - sinceMs, servedMs: endedMs - sentMs });
  line.failuresInARow = typeof answer === 'number' ? 0 : line.failuresInARow + 1;
  const pauseMs = retryDelayMs(line.failuresInARow);
  if (pauseMs > 0) await delay(pauseMs, undefined, { signal });
}

/** First in, first out, without moving what is behind at every step. */
function waitingTimes() {
  let times: number[] = [];
  let taken = 0;
  return {
    add: (timeMs: number): void => void times.push(timeMs),
    take(): number | undefined {
      if (taken === times.length) return undefined;
      const next = times[taken];
      taken += 1;
      if (taken > 10_000) [times, taken] = [times.slice(taken), 0];
      return next;
    },
  };
}
