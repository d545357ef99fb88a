import type { LoadSummary, Route } from '../model.ts';
import type { Variants } from './deal.ts';
import type { SessionOptions } from './session.ts';

/** What to send, how wide, and until when. */
export interface Load extends SessionOptions {
  /** At least one. Their weights are shares of the traffic, kept exactly: see `routeOrder`. */
  routes: Route[];
  /** Which requests templates make; all different, from the first on, unless told. */
  variants?: Variants;
  /** Keep-alive connections that send at the same time. Fewer are opened when there are fewer requests. */
  connections: number;
  /** Requests in flight on each connection, where the protocol can carry several; one unless told. */
  streams?: number;
  /** A count is sent exactly; at the end of a duration nothing new is sent and what is in flight is waited for. */
  stop: { requests: number } | { durationMs: number };
  /** After how long a request without a complete answer counts as timed out. */
  timeoutMs: number;
  /** Told of every answer with an expected status: when it came, by `performance.now()`, and how long it took. Must be cheap. */
  observe?: (endedMs: number, latencyUs: number) => void;
  /** Told of every `Server-Timing` field of such an answer. Must be cheap. */
  serverTiming?: (field: string) => void;
}

/**
 * Sends a load to a service and tells what came back. The service's faults are numbers of the summary, never errors.
 * An engine gives up early on a service that answers nothing: `sent` is then below what was asked for.
 */
export interface Engine {
  name: string;
  /** Of the program or library that sends. Part of what makes two measurements comparable. */
  version: string;
  /** `origin` is `http://127.0.0.1:8080`. All connections are closed once it settles. Rejects with the signal's reason. */
  run(origin: string, load: Load, signal: AbortSignal): Promise<LoadSummary>;
}
