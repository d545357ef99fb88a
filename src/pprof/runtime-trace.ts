import { event, readTraceEvents, type TraceEvent } from './trace-events.ts';

/** In millinameds of the trace's own clock. */
export interface TraceRange {
  fromMs: number;
  toMs: number;
}

export interface RuntimeTrace {
  /** First and last event. */
  fromMs: number;
  toMs: number;
  /** The world stood still, for collections and other reasons. */
  stops: TraceRange[];
  /** Collections from their begin to their end. */
  collections: TraceRange[];
  /** Goroutines that had to help marking. They overlap each other. */
  assists: TraceRange[];
}

const rangeEvents = [
  event.goDestroy,
  event.goStart,
  event.goStop,
  event.goBlock,
  event.goStatus,
  event.stopBegin,
  event.stopEnd,
  event.gcActive,
  event.gcBegin,
  event.gcEnd,
  event.assistActive,
  event.assistBegin,
  event.assistEnd,
  event.goSwitch,
  event.goSwitchDestroy,
  event.goStatusStack,
];

/**
 * The ranges of garbage collection in a trace of the runtime.
 * @throws RangeError for anything but a whole trace of a Go version that this reader knows.
 */
export function readRuntimeTrace(bytes: Uint8Array): RuntimeTrace {
  const { events, first, last, toMs } = readTraceEvents(bytes, rangeEvents);
  const inMs = (ranges: [number, number][]): TraceRange[] =>
    ranges.map(([from, to]) => ({ fromMs: toMs(from), toMs: toMs(to) }));
  return {
    fromMs: toMs(first),
    toMs: toMs(last),
    stops: inMs(pairs(events, [event.stopBegin], event.stopEnd)),
    collections: inMs(pairs(events, [event.gcBegin, event.gcActive], event.gcEnd)),
    assists: inMs(assists(events)),
  };
}

/** Ranges of which there is only one at a time. What was open at the end isn't known to have ended. */
function pairs(seen: readonly TraceEvent[], begins: readonly number[], ends: number): [number, number][] {
  const ranges: [number, number][] = [];
  let from: number | null = null;
  for (const { type, time } of seen) {
    if (begins.includes(type)) from ??= time;
    else if (type === ends && from !== null) {
      ranges.push([from, time]);
      from = null;
    }
  }
  return ranges;
}

const running: ReadonlySet<number> = new Set([2, 3]);

/** A goroutine that helps may be moved to another thread meanwhile: ranges belong to goroutines, events to threads. */
function assists(seen: readonly TraceEvent[]): [number, number][] {
  const current = new Map<number, number>();
  const open = new Map<number, number>();
  const ranges: [number, number][] = [];
  for (const { type, m, time, a: named, c: status } of seen) {
    const goroutine = current.get(m);
    switch (type) {
      case event.goStart:
      case event.goSwitch:
      case event.goSwitchDestroy:
        current.set(m, named);
        break;
      case event.goStop:
      case event.goBlock:
      case event.goDestroy:
        current.delete(m);
        break;
      case event.assistActive:
        if (!open.has(named)) open.set(named, time);
        break;
      case event.assistBegin:
        if (goroutine !== undefined) open.set(goroutine, time);
        break;
      case event.assistEnd:
        if (goroutine !== undefined && open.has(goroutine)) ranges.push([open.get(goroutine)!, time]);
        if (goroutine !== undefined) open.delete(goroutine);
        break;
      case event.goStatus:
      case event.goStatusStack:
        if (running.has(status)) current.set(m, named);
        break;
    }
  }
  return ranges;
}
