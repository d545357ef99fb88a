/** A service under load while a dependency fails. */

/** What a proxy in front of a dependency does to its traffic. */
export type Disturbance =
  /** Every piece of a request comes so much later. */
  | { kind: 'delay'; delayMs: number }
  /** Connections are reset, those that are open and every new one. */
  | { kind: 'reset' }
  /** Connections are taken, and nothing comes through until it ends. */
  | { kind: 'blackhole' };

/** Answers of a load in the order in which they came, a column each. */
export interface AnswerColumns {
  /** When the request started. */
  sentMs: number[];
  /** Until its answer was complete, the wait for a free connection included. */
  tookUs: number[];
  /** 0: reset or refused; -1: timed out. */
  status: number[];
  /** Index of the route. */
  route: number[];
  /** Did it carry Retry-After? */
  retryAfter: boolean[];
  /** Did its body hold the text that marks a fallback? */
  fallback: boolean[];
}

/** Of a circuit breaker: calls get through, none do, or a few are let through to try. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/**
 * What became of the requests that started in the same moment, on one axis of time. The i-th entry of each column covers
 * `i·bucketMs` up to `(i+1)·bucketMs` since the load began.
 */
export interface ResilienceTimeline {
  bucketMs: number;
  /** In order of time; what lies between them isn't judged. */
  phases: { name: string; fromMs: number; toMs: number }[];
  buckets: {
    /** With the expected status. */
    served: number[];
    /** Marked as a fallback. */
    fallback: number[];
    /** 429, and 503 that is no fallback. */
    refused: number[];
    /** Any other status, a reset, a timeout. */
    failed: number[];
    /** Of those served; null where none was. */
    p95Us: (number | null)[];
    /** Calls that reached the dependency; null without a proxy in front of it. */
    arrivals: number[] | null;
  };
  /** From when on the breaker was in which state, as seen from outside; empty without a fault. */
  breaker: { state: BreakerState; fromMs: number }[];
}
