/**
 * Go 1.26 and 1.27 can kill a service while its heap is dumped: `dumpgs` handles a goroutine that runs a system call and
 * then falls through to `throw("dumpgs in STW - bad status")`. Without that one line the dump is sound.
 */
const fallthroughToThrow = /^[ \t]*fallthrough\n(?=[ \t]*default:\n(?:.*\n)?[ \t]*throw\("dumpgs in STW)/gm;

/** Is `runtime/heapdump.go` free of the fault? The file has no other `fallthrough`. */
export function isHeapDumpSound(source: string): boolean {
  return !/^[ \t]*fallthrough\b/m.test(source);
}

/** The source without the fault and with the same line numbers; null when it isn't the text that we know. */
export function fixHeapDump(source: string): string | null {
  if (source.match(fallthroughToThrow)?.length !== 1) return null;
  const fixed = source.replace(fallthroughToThrow, '\n');
  return isHeapDumpSound(fixed) ? fixed : null;
}
