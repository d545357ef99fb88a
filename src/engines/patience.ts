import type { Failure } from './connection.ts';

/** Failures without an answer in between that a connection is good for, and what a timeout counts as one of them. */
export const failuresPerConnection = 10;
export const failuresPerTimeout = 5;

/** More than this share of requests timing out makes the rest of a load pointless waiting. */
const timeoutShare = 0.01;

/** How long a connection waits after its n-th failure in a row before it tries again: 0, 2, 4, 8 … 250 ms. */
export function retryDelayMs(failuresInARow: number): number {
  return failuresInARow < 2 ? 0 : Math.min(250, 2 ** (failuresInARow - 1));
}

/** Decides when a service that doesn't answer has been asked often enough. */
export interface Patience {
  answered(): void;
  failed(how: Failure): void;
  /** True from then on: send nothing more. */
  exhausted(): boolean;
}

/**
 * Exhausted after about ten failures of every connection (half a second on a dead port, thanks to `retryDelayMs`), after two
 * timeouts of every connection, or when a part of the service hangs while the rest answers.
 */
export function patienceFor(connections: number): Patience {
  let inARow = 0;
  let timeouts = 0;
  let requests = 0;
  let exhausted = false;
  return {
    answered() {
      requests += 1;
      inARow = 0;
    },
    failed(how) {
      requests += 1;
      inARow += how === 'timeout' ? failuresPerTimeout : 1;
      if (how === 'timeout') timeouts += 1;
      const hangs = timeouts > failuresPerConnection * connections && timeouts > requests * timeoutShare;
      if (hangs || inARow >= failuresPerConnection * connections) exhausted = true;
    },
    exhausted: () => exhausted,
  };
}
