/**
 * Go 1.26 and 1.27 can kill a service while its heap is dumped, both times by `throw("dumpgs in STW - bad status")`: `dumpgs` falls
 * through to it from a goroutine that runs a system call, and it doesn't know the status of a goroutine that the collector has
 * proved to be leaked. Without the one line and with the status among those that wait, the dump is sound.
 */
const fallthroughToThrow = /^[ \t]*fallthrough\n(?=[ \t]*default:\n(?:.*\n)?[ \t]*throw\("dumpgs in STW)/gm;
const waitingCase = /^([ \t]*_Gwaiting):$/gm;

/** Is `runtime/heapdump.go` of this Go version free of both faults? The file has no other `fallthrough`. */
export function isHeapDumpSound(source: string, goVersion: string): boolean {
  return !/^[ \t]*fallthrough\b/m.test(source) && (!provesLeaks(goVersion) || source.includes('_Gleaked'));
}

/** The source without the faults and with the same line numbers; null when it isn't the text that we know. */
export function fixHeapDump(source: string, goVersion: string): string | null {
  if (source.match(fallthroughToThrow)?.length !== 1 || source.match(waitingCase)?.length !== 1) return null;
  const fixed = source.replace(fallthroughToThrow, '\n').replace(waitingCase, '$1, _Gleaked:');
  return isHeapDumpSound(fixed, goVersion) ? fixed : null;
}

/** `_Gleaked` exists since Go 1.26. */
const provesLeaks = (goVersion: string): boolean => Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? Infinity) >= 26;
