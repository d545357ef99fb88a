/**
 * What must be gone even when nobody gets to run a `finally`: the test runner was told to stop, or died and left its
 * worker, this process, without a parent to talk to. Handlers are synchronous: there may be no time for more.
 */
const handlers = new Set<() => void>();
const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const;

function runHandlers(event: (typeof events)[number]): void {
  listen('off');
  for (const handler of [...handlers].toReversed()) handler();
  process.kill(process.pid, event === 'disconnect' ? 'SIGTERM' : event);
}

const listeners = events.map((event) => [event, () => runHandlers(event)] as const);

function listen(change: 'on' | 'off'): void {
  for (const [event, listener] of listeners) process[change](event, listener);
}

/** Calls `handler` when this process is told to end, until the returned handle is disposed. */
export function onTermination(handler: () => void): Disposable {
  if (handlers.size === 0) listen('on');
  handlers.add(handler);
  return {
    [Symbol.dispose]: () => {
      handlers.delete(handler);
      if (handlers.size === 0) listen('off');
    },
  };
}
