/**
 * The ranges of garbage collection in a trace of the runtime (`runtime/trace`, Go 1.22 and later). The format is a header, then
 * batches: a type, the batch's fields as varints, its data. In data, each event is a type and as many varints as its kind has, the
 * first of them the time since the event before. Events were only added since Go 1.22; their fields stayed as they were.
 */

/** In milliseconds of the trace's own clock. */
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

/** How many varints follow each type of event, from `EvNone` (0) to `EvEndOfGeneration` (52). */
const fields = [
  0, 4, 0, 2, 0, 1, 0, 5, 1, 3, 3, 1, 4, 3, 4, 2, 3, 1, 1, 3, 3, 4, 3, 1, 1, 4, 3, 1, 2, 3, 2, 2, 2, 3, 2, 2, 1, 2, 2,
  2, 5, 3, 4, 4, 5, 3, 3, 4, 5, 4, 0, 4, 0,
];

const batch = { events: 1, experimental: 49, endOfGeneration: 52 } as const;
/** Data that begins with one of these holds tables instead of events. */
const tables = { stacks: 2, strings: 4, samples: 6, frequency: 8, sync: 50 } as const;
const event = {
  goDestroy: 17,
  goStart: 16,
  goStop: 19,
  goBlock: 20,
  goStatus: 25,
  stopBegin: 26,
  stopEnd: 27,
  gcActive: 28,
  gcBegin: 29,
  gcEnd: 30,
  assistActive: 34,
  assistBegin: 35,
  assistEnd: 36,
  goSwitch: 45,
  goSwitchDestroy: 46,
  goStatusStack: 48,
} as const;
const wanted: ReadonlySet<number> = new Set(Object.values(event));

/** An event that ranges are made of. */
interface Seen {
  type: number;
  /** Thread. */
  m: number;
  /** In units of the trace's clock. */
  time: number;
  /** The event's second and fourth field. */
  second: number;
  fourth: number;
}

/** @throws RangeError for anything but a whole trace of a Go version that this reader knows. */
export function readRuntimeTrace(bytes: Uint8Array): RuntimeTrace {
  const reader = byteReader(bytes);
  const header = String.fromCharCode(...bytes.subarray(0, 16));
  if (!/^go 1\.(?:2[2-9]|[3-9]\d) trace\0\0\0$/.test(header)) throw new RangeError('no trace of Go 1.22 or later');
  reader.at = 16;
  const seen: Seen[] = [];
  const clock = { unitsPerSecond: 0, first: Infinity, last: -Infinity };
  while (reader.at < bytes.length) readBatch(reader, seen, clock);
  if (!(clock.unitsPerSecond > 0) || clock.first === Infinity) throw new RangeError('a trace without a clock');
  seen.sort((a, b) => a.time - b.time);
  const toMs = (time: number): number => (time / clock.unitsPerSecond) * 1000;
  const inMs = (ranges: [number, number][]): TraceRange[] =>
    ranges.map(([from, to]) => ({ fromMs: toMs(from), toMs: toMs(to) }));
  return {
    fromMs: toMs(clock.first),
    toMs: toMs(clock.last),
    stops: inMs(pairs(seen, [event.stopBegin], event.stopEnd)),
    collections: inMs(pairs(seen, [event.gcBegin, event.gcActive], event.gcEnd)),
    assists: inMs(assists(seen)),
  };
}

interface ByteReader {
  at: number;
  readonly end: number;
  byte(): number;
  varint(): number;
}

function byteReader(bytes: Uint8Array): ByteReader {
  const reader: ByteReader = {
    at: 0,
    end: bytes.length,
    byte() {
      const value = bytes[reader.at++];
      if (value === undefined) throw new RangeError('a trace that is cut off');
      return value;
    },
    varint() {
      let [value, scale] = [0, 1];
      for (;;) {
        const byte = reader.byte();
        value += (byte & 127) * scale;
        if (byte < 128) return value;
        scale *= 128;
      }
    },
  };
  return reader;
}

interface Clock {
  unitsPerSecond: number;
  first: number;
  last: number;
}

function readBatch(reader: ByteReader, seen: Seen[], clock: Clock): void {
  const type = reader.byte();
  if (type === batch.endOfGeneration) return;
  if (type !== batch.events && type !== batch.experimental)
    throw new RangeError(`a trace with a batch of type ${type}`);
  if (type === batch.experimental) reader.byte();
  reader.varint(); // generation
  const m = reader.varint();
  const time = reader.varint();
  const size = reader.varint();
  const end = reader.at + size;
  if (end > reader.end) throw new RangeError('a trace that is cut off');
  if (type === batch.events && size > 0) readData(reader, end, { m, time, seen, clock });
  reader.at = end;
}

interface Into {
  m: number;
  time: number;
  seen: Seen[];
  clock: Clock;
}

function readData(reader: ByteReader, end: number, { m, time, seen, clock }: Into): void {
  for (let now = time; reader.at < end;) {
    const type = reader.byte();
    if (type === tables.sync) continue;
    if (type === tables.frequency) {
      clock.unitsPerSecond = reader.varint();
      return;
    }
    if (type === tables.stacks || type === tables.strings || type === tables.samples) return;
    const count = fields[type];
    if (count === undefined || count === 0) throw new RangeError(`a trace with an event of type ${type}`);
    now += reader.varint();
    const values = [0, 0, 0, 0, 0];
    for (let field = 1; field < count; field++) values[field] = reader.varint();
    clock.first = Math.min(clock.first, now);
    clock.last = Math.max(clock.last, now);
    if (wanted.has(type)) seen.push({ type, m, time: now, second: values[1]!, fourth: values[3]! });
  }
}

/** Ranges of which there is only one at a time. What was open at the end isn't known to have ended. */
function pairs(seen: readonly Seen[], begins: readonly number[], ends: number): [number, number][] {
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
function assists(seen: readonly Seen[]): [number, number][] {
  const current = new Map<number, number>();
  const open = new Map<number, number>();
  const ranges: [number, number][] = [];
  for (const { type, m, time, second, fourth } of seen) {
    const goroutine = current.get(m);
    switch (type) {
      case event.goStart:
      case event.goSwitch:
      case event.goSwitchDestroy:
        current.set(m, second);
        break;
      case event.goStop:
      case event.goBlock:
      case event.goDestroy:
        current.delete(m);
        break;
      case event.assistActive:
        if (!open.has(second)) open.set(second, time);
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
        if (running.has(fourth)) current.set(m, second);
        break;
    }
  }
  return ranges;
}
