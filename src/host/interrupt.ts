import { setMaxListeners } from 'node:events';

/**
 * An abort signal that fires on the first Ctrl-C or SIGTERM, so that every opener closes what it opened.
 * A second one ends the program at once.
 */
export function onInterrupt(source: NodeJS.Process): { signal: AbortSignal } {
  const controller = new AbortController();
  // Each thing that is open listens to it; many at a time are no leak.
  setMaxListeners(0, controller.signal, source);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    source.on(name, () => {
      if (controller.signal.aborted) source.exit(130);
      controller.abort(new Error(`interrupted by ${name}`));
    });
  }
  return { signal: controller.signal };
}
