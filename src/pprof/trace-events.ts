/**
 * The events of a trace of the runtime (`runtime/trace`, Go 1.22 and later). The format is a header, then batches: a type, the
 * batch's fields as varints, its data. In data, each event is a type and as many varints as its kind has, the first of them the time since
 * the event before. Events were only added since Go 1.22; their fields stayed as they were. Strings and stacks stand in tables of their own,
 * numbered anew in each generation, which is about a second.
 */

/** How many varints follow each type of event, from `EvNone` (0) to `EvEndOfGeneration` (52). */
const fields = [
  0, 4, 0, 2, 0, 1, 0, 5, 1, 3, 3, 1, 4, 3, 4, 2, 3, 1, 1, 3, 3, 4, 3, 1, 1, 4, 3, 1, 2, 3, 2, 2, 2, 3, 2, 2, 1, 2, 2,
  2, 5, 3, 4, 4, 5, 3, 3, 4, 5, 4, 0, 4, 0,
];

const batch = { events: 1, experimental: 49, endOfGeneration: 52 } as const;
/** Data that begins with one of these holds tables instead of events. */
const tables = { stacks: 2, strings: 4, samples: 6, frequency: 8, sync: 50 } as const;

export const event = {
  goCreate: 14,
  goStart: 16,
  goDestroy: 17,
  goStop: 19,
  goBlock: 20,
  goUnblock: 21,
  syscallBegin: 22,
  syscallEnd: 23,
  syscallEndBlocked: 24,
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
  goCreateBlocked: 47,
  goStatusStack: 48,
} as const;

export interface TraceEvent {
  type: number;
  /** Thread. */
  m: number;
  generation: number;
  /** In units of the trace's clock. */
  time: number;
  /** The event's fields behind its time; 0 where it has fewer. */
  a: number;
  b: number;
  c: number;
}

/** Bytes of one table, from its first entry on. */
interface Table {
  generation: number;
  from: number;
  to: number;
}

export interface TraceEvents {
  /** By time. */
  events: TraceEvent[];
  /** In the clock's units. */
  first: number;
  last: number;
  toMs: (time: number) => number;
  bytes: Uint8Array;
  strings: Table[];
  stacks: Table[];
}

/** @throws RangeError for anything but a whole trace of a Go version that this reader knows. */
export function readTraceEvents(bytes: Uint8Array, wanted: readonly number[]): TraceEvents {
  const reader = byteReader(bytes);
  const header = String.fromCharCode(...bytes.subarray(0, 16));
  if (!/^go 1\.(?:2[2-9]|[3-9]\d) trace\0\0\0$/.test(header)) throw new RangeError('no trace of Go 1.22 or later');
  reader.at = 16;
  const into: Into = {
    wanted: new Set(wanted),
    events: [],
    strings: [],
    stacks: [],
    clock: { unitsPerSecond: 0, first: Infinity, last: -Infinity },
  };
  while (reader.at < bytes.length) readBatch(reader, into);
  const { clock, events, strings, stacks } = into;
  if (!(clock.unitsPerSecond > 0) || clock.first === Infinity) throw new RangeError('a trace without a clock');
  events.sort((a, b) => a.time - b.time);
  const toMs = (time: number): number => (time / clock.unitsPerSecond) * 1000;
  return { events, first: clock.first, last: clock.last, toMs, bytes, strings, stacks };
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

interface Into {
  wanted: ReadonlySet<number>;
  events: TraceEvent[];
  strings: Table[];
  stacks: Table[];
  clock: { unitsPerSecond: number; first: number; last: number };
}

function readBatch(reader: ByteReader, into: Into): void {
  const type = reader.byte();
  if (type === batch.endOfGeneration) return;
  if (type !== batch.events && type !== batch.experimental)
    throw new RangeError(`a trace with a batch of type ${type}`);
  if (type === batch.experimental) reader.byte();
  const generation = reader.varint();
  const m = reader.varint();
  const time = reader.varint();
  const size = reader.varint();
  const end = reader.at + size;
  if (end > reader.end) throw new RangeError('a trace that is cut off');
  if (type === batch.events && size > 0) readData(reader, end, { generation, m, time }, into);
  reader.at = end;
}

function readData(
  reader: ByteReader,
  end: number,
  of: Pick<TraceEvent, 'generation' | 'm' | 'time'>,
  into: Into,
): void {
  const { generation, m } = of;
  for (let now = of.time; reader.at < end;) {
    const type = reader.byte();
    if (type === tables.sync) continue;
    if (type === tables.frequency) {
      into.clock.unitsPerSecond = reader.varint();
      return;
    }
    if (type === tables.stacks) into.stacks.push({ generation, from: reader.at, to: end });
    if (type === tables.strings) into.strings.push({ generation, from: reader.at, to: end });
    if (type === tables.stacks || type === tables.strings || type === tables.samples) return;
    const count = fields[type];
    if (count === undefined || count === 0) throw new RangeError(`a trace with an event of type ${type}`);
    now += reader.varint();
    const values = [0, 0, 0, 0, 0];
    for (let field = 1; field < count; field++) values[field] = reader.varint();
    into.clock.first = Math.min(into.clock.first, now);
    into.clock.last = Math.max(into.clock.last, now);
    if (into.wanted.has(type))
      into.events.push({ type, m, generation, time: now, a: values[1]!, b: values[2]!, c: values[3]! });
  }
}

/** The innermost call of a stack. */
export interface TraceFrame {
  function: string;
  /** As the binary names it. */
  file: string;
  line: number;
}

/** Finds what numbers in events stand for. */
export interface TraceTables {
  text: (generation: number, id: number) => string;
  /** Null for no stack. */
  innermost: (generation: number, id: number) => TraceFrame | null;
}

/** @throws RangeError as `readTraceEvents`. */
export function readTables({ bytes, strings, stacks }: TraceEvents): TraceTables {
  const texts = new Map<string, string>();
  const decoder = new TextDecoder();
  eachEntry(bytes, strings, (reader, key) => {
    const size = reader.varint();
    texts.set(key, decoder.decode(bytes.subarray(reader.at, reader.at + size)));
    reader.at += size;
  });
  const text = (generation: number, id: number): string => texts.get(`${generation} ${id}`) ?? '';
  const frames = new Map<string, TraceFrame>();
  eachEntry(bytes, stacks, (reader, key, generation) => {
    const depth = reader.varint();
    for (let frame = 0; frame < depth; frame++) {
      reader.varint(); // program counter
      const [name, file, line] = [reader.varint(), reader.varint(), reader.varint()];
      if (frame === 0) frames.set(key, { function: text(generation, name), file: text(generation, file), line });
    }
  });
  return { text, innermost: (generation, id) => frames.get(`${generation} ${id}`) ?? null };
}

/** Each entry is its type, its number, and what `read` takes. */
function eachEntry(
  bytes: Uint8Array,
  of: readonly Table[],
  read: (reader: ByteReader, key: string, generation: number) => void,
): void {
  for (const { generation, from, to } of of) {
    const reader = byteReader(bytes.subarray(0, to));
    reader.at = from;
    while (reader.at < to) {
      reader.byte();
      read(reader, `${generation} ${reader.varint()}`, generation);
    }
  }
}
