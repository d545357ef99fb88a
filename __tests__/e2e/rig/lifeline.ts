/**
 * What must be gone even when nobody gets to run a `finally`: the test runner was told to stop.
 * A handler is synchronous, because a worker that was sent SIGTERM is killed a moment later.
 */
const handlers = new Set<() => void>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function runHandlers(signal: NodeJS.Signals): void {
  for (const name of signals) process.off(name, runHandlers);
  for (const handler of [...handlers].toReversed()) handler();
  process.kill(process.pid, signal);
}

/** Calls `handler` when this process is told to end, until the returned handle is disposed. */
export function onTermination(handler: () => void): Disposable {
  if (handlers.size === 0) for (const name of signals) process.on(name, runHandlers);
  handlers.add(handler);
  return {
    [Symbol.dispose]: () => {
      handlers.delete(handler);
      if (handlers.size === 0) for (const name of signals) process.off(name, runHandlers);
    },
  };
}
