import { LeakgateError } from '../errors.ts';
import { encoder, firstStatic, nowhere, type AddressSpace, type Encode } from './address.ts';
import { DumpReader } from './dump-reader.ts';
import type { GoProgram, Range } from './elf.ts';
import { GrowingPairs, GrowingUint32 } from './growing.ts';
import type { Bucket, DumpFrame, DumpGoroutine, HeapDump } from './heap-dump.ts';

const magic = 'go1.7 heap dump\n';

/** Reads a dump of `runtime/debug.WriteHeapDump`. @throws LeakgateError `measurement` for anything else, or one cut off. */
export function readHeapDump(path: string, program: GoProgram): HeapDump {
  using reader = new DumpReader(path);
  reader.want(magic.length);
  if (reader.end < magic.length || reader.buffer.toString('latin1', 0, magic.length) !== magic) {
    throw reader.damaged('it is no heap dump of a Go program');
  }
  reader.position = magic.length;
  try {
    return new DumpParser(reader, program).parse();
  } catch (cause) {
    // A length or offset that can't be: typed arrays and buffers refuse it.
    if (cause instanceof RangeError) throw reader.damaged('its records contradict each other');
    throw cause;
  }
}

/** Objects with a type header are larger than this and at most 32 KiB. */
const headerAbove = 512;
const headerUpTo = 32 * 1024;

class DumpParser {
  readonly #reader: DumpReader;
  readonly #program: GoProgram;
  #space: AddressSpace = { arena: { start: 0, end: 0 }, statics: { start: 0, end: 0 } };
  #encode: Encode = () => nowhere;
  #goVersion = '';
  #heapAllocBytes = 0;
  readonly #word = new GrowingUint32(1 << 16);
  readonly #words = new GrowingUint32(1 << 16);
  readonly #edges = new GrowingUint32(1 << 16);
  readonly #targets = new GrowingUint32(1 << 17);
  readonly #headers = new GrowingPairs();
  readonly #boxed = new GrowingPairs();
  readonly #closures = new GrowingPairs();
  readonly #slotAt = new GrowingUint32();
  readonly #slotTarget = new GrowingUint32();
  readonly #goroutines: DumpGoroutine[] = [];
  readonly #finalizers: number[] = [];
  readonly #buckets: Bucket[] = [];
  /** The dump numbers buckets by the address of the runtime's record. */
  readonly #bucketAt = new Map<number, number>();
  readonly #sampleWord = new GrowingUint32(1 << 12);
  readonly #sampleBucket = new GrowingUint32(1 << 12);
  readonly #itabs = new Map<number, number>();
  readonly #itabRange: Range = { start: Number.POSITIVE_INFINITY, end: 0 };

  constructor(reader: DumpReader, program: GoProgram) {
    this.#reader = reader;
    this.#program = program;
  }

  parse(): HeapDump {
    for (let tag = this.#reader.uint(); tag !== 0; tag = this.#reader.uint()) this.#record(tag);
    if (this.#goVersion === '') throw this.#reader.damaged('it has no parameters');
    this.#edges.push(this.#targets.length);
    return {
      goVersion: this.#goVersion,
      space: this.#space,
      heapAllocBytes: this.#heapAllocBytes,
      objects: { word: this.#word.view(), words: this.#words.view(), edges: this.#edges.view() },
      targets: this.#targets.view(),
      headers: { object: this.#headers.key.view(), type: this.#headers.values() },
      boxed: { word: this.#boxed.key.view(), type: this.#boxed.values() },
      closures: { object: this.#closures.key.view(), code: this.#closures.values() },
      slots: { at: this.#slotAt.view(), target: this.#slotTarget.view() },
      goroutines: this.#goroutines,
      finalizers: this.#finalizers,
      buckets: this.#buckets,
      samples: { word: this.#sampleWord.view(), bucket: this.#sampleBucket.view() },
    };
  }

  /** Tags of `runtime/heapdump.go`. */
  #record(tag: number): void {
    switch (tag) {
      case 1:
        return this.#object();
      case 3:
        return this.#type();
      case 4:
        return this.#goroutine();
      case 5:
        return this.#frame();
      case 6:
        return this.#parameters();
      case 7:
      case 11:
        return this.#finalizer();
      case 8:
        return this.#itab();
      case 9:
        return this.#skipUints(3);
      case 10:
        return this.#memStats();
      case 12:
      case 13:
        return this.#statics();
      case 14:
        return this.#skipUints(7);
      case 15:
        return this.#skipUints(6);
      case 16:
        return this.#bucket();
      case 17:
        return this.#sample();
      default:
        throw this.#reader.damaged(`it has a record of the unknown kind ${tag} at byte ${this.#reader.offset}`);
    }
  }

  #skipUints(many: number): void {
    for (let i = 0; i < many; i++) this.#reader.uint();
  }

  #parameters(): void {
    const reader = this.#reader;
    const [bigEndian, pointerBytes, start, end] = [reader.uint(), reader.uint(), reader.uint(), reader.uint()];
    reader.text();
    this.#goVersion = reader.text();
    reader.uint();
    if (bigEndian !== 0 || pointerBytes !== 8)
      throw reader.damaged('it is of a machine that isn’t 64-bit little-endian');
    if ((end - start) / 8 >= firstStatic) {
      throw new LeakgateError('measurement', `The heap dump ${reader.path} spans more than 30 GB of addresses.`);
    }
    this.#space = { arena: { start, end }, statics: this.#program.statics };
    this.#encode = encoder(this.#space);
  }

  #type(): void {
    this.#reader.uint();
    this.#reader.uint();
    this.#reader.text();
    this.#reader.uint();
  }

  #itab(): void {
    const [itab, type] = [this.#reader.uint(), this.#reader.uint()];
    this.#itabs.set(itab, type);
    this.#itabRange.start = Math.min(this.#itabRange.start, itab);
    this.#itabRange.end = Math.max(this.#itabRange.end, itab + 1);
  }

  #object(): void {
    const reader = this.#reader;
    reader.want(32);
    const address = reader.loadedUint();
    const bytes = reader.loadedUint();
    const number = this.#word.length;
    this.#word.push(Math.floor((address - this.#space.arena.start) / 8));
    this.#words.push(Math.ceil(bytes / 8));
    this.#edges.push(this.#targets.length);
    // A large object without pointers needn't be loaded: its list of fields is the single byte 0.
    if (bytes > 1 << 20 && reader.peekAt(reader.offset + bytes) === 0) return reader.skip(bytes + 1);
    reader.want(bytes + (bytes >> 3) * 4 + 16);
    const contents = reader.position;
    if (contents + bytes >= reader.end) throw reader.damaged('it ends in the middle of an object');
    reader.position = contents + bytes;
    const pointers = this.#pointers(contents);
    if (bytes >= 8) this.#firstWord(number, contents, bytes, pointers);
  }

  /** Reads a list of pointer fields and keeps where they point to. Answers how many there were. */
  #pointers(contents: number): number {
    const reader = this.#reader;
    let many = 0;
    for (;;) {
      if (reader.position + 20 > reader.end) {
        const before = reader.position;
        reader.want(20);
        contents += reader.position - before;
      }
      const kind = reader.loadedUint();
      if (kind === 0) return many;
      const at = contents + reader.loadedUint();
      const { buffer } = reader;
      const [low, high] = [buffer.readUInt32LE(at), buffer.readUInt32LE(at + 4)];
      many++;
      if (low === 0 && high === 0) continue;
      const target = this.#encode(low, high);
      if (target === nowhere) continue;
      this.#targets.push(target);
      if (target < firstStatic && at >= contents + 8) this.#interfaceBefore(at - 8, target);
    }
  }

  /** The word before an interface's data pointer tells the type of what it points to. */
  #interfaceBefore(at: number, target: number): void {
    const { buffer } = this.#reader;
    const value = buffer.readUInt32LE(at) + buffer.readUInt32LE(at + 4) * 2 ** 32;
    const { types } = this.#program;
    if (value >= this.#itabRange.start && value < this.#itabRange.end) {
      const type = this.#itabs.get(value);
      if (type !== undefined) this.#boxed.push(target, type);
    } else if (value >= types.start && value < types.end) this.#boxed.push(target, value);
  }

  #firstWord(number: number, contents: number, bytes: number, pointers: number): void {
    const { buffer } = this.#reader;
    const value = buffer.readUInt32LE(contents) + buffer.readUInt32LE(contents + 4) * 2 ** 32;
    const { text, types } = this.#program;
    if (value >= text.start && value < text.end) this.#closures.push(number, value);
    else if (pointers > 0 && bytes > headerAbove && bytes <= headerUpTo && value >= types.start && value < types.end) {
      this.#headers.push(number, value);
    }
  }

  #goroutine(): void {
    const reader = this.#reader;
    const [descriptor, , id, createdAt] = [reader.uint(), reader.uint(), reader.uint(), reader.uint()];
    reader.uint();
    const system = reader.uint() !== 0;
    reader.uint();
    reader.uint();
    const reason = reader.text();
    const context = reader.uint();
    reader.uint();
    const [defers, panics] = [reader.uint(), reader.uint()];
    const holds = [context, defers, panics]
      .map((address) => this.#encodeWhole(address))
      .filter((word) => word !== nowhere);
    this.#goroutines.push({
      id,
      descriptor: this.#encodeWhole(descriptor),
      createdAt,
      reason,
      system,
      holds,
      frames: [],
    });
  }

  #encodeWhole(address: number): number {
    return this.#encode(address % 2 ** 32, Math.floor(address / 2 ** 32));
  }

  #frame(): void {
    const reader = this.#reader;
    this.#skipUints(3);
    const bytes = reader.uint();
    reader.need(bytes);
    const contents = reader.position;
    const stack = Buffer.from(reader.buffer.subarray(contents, contents + bytes));
    reader.position += bytes;
    this.#skipUints(3);
    const name = reader.text();
    const holds: number[] = [];
    for (let kind = reader.uint(); kind !== 0; kind = reader.uint()) {
      const at = reader.uint();
      if (at + 8 > bytes) continue;
      const word = this.#encode(stack.readUInt32LE(at), stack.readUInt32LE(at + 4));
      if (word !== nowhere) holds.push(word);
    }
    this.#goroutines.at(-1)?.frames.push({ function: name, holds });
  }

  #finalizer(): void {
    const [target, code] = [this.#reader.uint(), this.#reader.uint()];
    this.#skipUints(3);
    for (const address of [code, target]) {
      const word = this.#encodeWhole(address);
      if (word !== nowhere) this.#finalizers.push(word);
    }
  }

  #memStats(): void {
    this.#heapAllocBytes = this.#reader.uint();
    this.#skipUints(23 + 256 + 1);
  }

  /** Data or bss: contents, then the offsets of its pointers. */
  #statics(): void {
    const reader = this.#reader;
    const start = reader.uint();
    const bytes = reader.uint();
    reader.need(bytes);
    const contents = Buffer.from(reader.buffer.subarray(reader.position, reader.position + bytes));
    reader.position += bytes;
    for (let kind = reader.uint(); kind !== 0; kind = reader.uint()) {
      const at = reader.uint();
      const target = this.#encode(contents.readUInt32LE(at), contents.readUInt32LE(at + 4));
      if (target === nowhere) continue;
      this.#slotAt.push(this.#encodeWhole(start + at));
      this.#slotTarget.push(target);
      this.#interfaceInStatics(contents, at, target);
    }
  }

  #interfaceInStatics(contents: Buffer, at: number, target: number): void {
    if (at < 8 || target >= firstStatic) return;
    const value = contents.readUInt32LE(at - 8) + contents.readUInt32LE(at - 4) * 2 ** 32;
    const { types } = this.#program;
    const type = this.#itabs.get(value) ?? (value >= types.start && value < types.end ? value : undefined);
    if (type !== undefined) this.#boxed.push(target, type);
  }

  #bucket(): void {
    const reader = this.#reader;
    const [number, objectBytes, depth] = [reader.uint(), reader.uint(), reader.uint()];
    const stack: DumpFrame[] = [];
    for (let i = 0; i < depth; i++) stack.push({ function: reader.text(), file: reader.text(), line: reader.uint() });
    this.#skipUints(2);
    this.#bucketAt.set(number, this.#buckets.push({ objectBytes, stack }) - 1);
  }

  #sample(): void {
    const word = this.#encodeWhole(this.#reader.uint());
    const bucket = this.#bucketAt.get(this.#reader.uint());
    if (word === nowhere || bucket === undefined) return;
    this.#sampleWord.push(word);
    this.#sampleBucket.push(bucket);
  }
}
