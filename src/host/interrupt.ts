/**
 * An abort signal that fires on the first Ctrl-C or SIGTERM, so that every opener closes what it opened.
 * A second one ends the program at once.
 */
export function onInterrupt(source: NodeJS.Process): { signal: AbortSignal } {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    source.on(name, () => {
      if (controller.signal.aborted) source.exit(130);
      controller.abort(new Error(`interrupted by ${name}`));
    });
  }
  return { signal: controller.signal };
}
