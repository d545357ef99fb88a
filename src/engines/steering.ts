import { clockMs } from '../clock.ts';
import type { AnswerColumns, Route } from '../model.ts';
import type { Connection } from './connection.ts';
import { watchingConnection, type WatchingConnection } from './watching-connection.ts';
import { openLines } from './open-lines.ts';
import { dealRequests, type Variants } from './deal.ts';
import { openSession, type Credential } from './session.ts';

/** What is sent while somebody else decides how much of it. */
export interface SteeredOrder {
  origin: string;
  routes: Route[];
  /** At most so many requests are in flight; the others wait, and their wait counts. */
  connections: number;
  timeoutMs: number;
  /** Text in the body of an answer that marks it as a fallback; null when nothing does. */
  fallback: string | null;
  /** Which requests templates make; all different, from the first on, unless told. */
  variants?: Variants;
  /** Keep cookies, for each connection its own. */
  cookies?: boolean | undefined;
}

export interface SteeredBatch {
  /** With `sentMs` by `clockMs()`. */
  answers: AnswerColumns;
  /** Requests that were sent since the last batch. */
  sent: number;
  /** Of them, how late each was that a free connection waited for. */
  lateMs: number[];
}

/** An open loop whose rate changes while it runs. It never gives up: a service that fails is what it is there to see. */
export interface Steering extends AsyncDisposable {
  /** From now on; 0 pauses. */
  rate(perSecond: number): void;
  /** What happened since it was asked last. */
  take(): SteeredBatch;
  /** Is there something wrong with the requests themselves, which `finish` will throw? */
  broken(): boolean;
  /** Sends nothing more, and settles once nothing is in flight. @throws LeakgateError `config` for requests that can't be sent. */
  finish(): Promise<void>;
}

/** As many requests are started in one go; then answers get their turn. */
const mostAtOnce = 64;

export function steer(order: SteeredOrder, credential?: Credential): Steering {
  const { routes, connections, timeoutMs, fallback, cookies } = order;
  let batch = emptyBatch();
  const add = (sentMs: number, tookUs: number, status: number, route: number, seen?: WatchingConnection): void => {
    const { answers } = batch;
    answers.sentMs.push(sentMs);
    answers.tookUs.push(tookUs);
    answers.status.push(status);
    answers.route.push(route);
    answers.retryAfter.push(status > 0 && seen?.retryAfter === true);
    answers.fallback.push(status > 0 && seen?.fallback === true);
  };
  const watching = new Map<Connection, WatchingConnection>();
  const open = (): Connection => {
    const made = watchingConnection(order.origin, {
      timeoutMs,
      marker: fallback,
      session: openSession({ credential, cookies }),
    });
    watching.set(made.connection, made);
    return made.connection;
  };
  const lines = openLines(
    {
      open,
      connections,
      timeoutMs,
      next: dealRequests(routes, order.variants).next,
      ready: (): Promise<void> | null => credential?.ready() ?? null,
      exhausted: () => false,
      sending: () => (batch.sent += 1),
      late: (lateMs) => batch.lateMs.push(lateMs),
      dropped: (route) => add(clockMs() - timeoutMs, timeoutMs * 1000, -1, route),
      done({ route, connection, answer, feltMs }) {
        const status = typeof answer === 'number' ? answer : answer === 'timeout' ? -1 : 0;
        add(clockMs() - feltMs, feltMs * 1000, status, route, watching.get(connection));
      },
    },
    new AbortController().signal,
  );
  const clock = arrivalClock((dueMs) => lines.arrive(dueMs));

  return {
    rate: (perSecond) => clock.rate(perSecond),
    broken: () => lines.broken(),
    take() {
      const taken = batch;
      batch = emptyBatch();
      return taken;
    },
    async finish() {
      clock.rate(0);
      await lines.drained();
    },
    async [Symbol.asyncDispose]() {
      clock.rate(0);
      await lines[Symbol.asyncDispose]();
    },
  };
}

const emptyBatch = (): SteeredBatch => ({
  answers: { sentMs: [], tookUs: [], status: [], route: [], retryAfter: [], fallback: [] },
  sent: 0,
  lateMs: [],
});

/** Calls `arrive` with each intended start, by `performance.now()`, in equal gaps. */
function arrivalClock(arrive: (dueMs: number) => void) {
  let gapMs = Infinity;
  let dueMs = 0;
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  const stop = (): void => {
    clearTimeout(timer as NodeJS.Timeout);
    clearImmediate(timer as NodeJS.Immediate);
  };
  const tick = (): void => {
    for (let started = 0; dueMs <= performance.now() && started < mostAtOnce; started += 1, dueMs += gapMs) {
      arrive(dueMs);
    }
    const waitMs = dueMs - performance.now();
    timer = waitMs > 0 ? setTimeout(tick, waitMs) : setImmediate(tick);
  };
  return {
    rate(perSecond: number): void {
      stop();
      if (perSecond === 0) return;
      gapMs = 1000 / perSecond;
      dueMs = performance.now();
      tick();
    },
  };
}
