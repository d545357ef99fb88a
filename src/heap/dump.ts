import { LeakgateError } from '../errors.ts';
import { encoder, firstStatic, nowhere, type AddressSpace, type Encode } from './address.ts';
import { DumpReader } from './dump-reader.ts';
import type { Range } from './elf.ts';
import type { GoProgram } from './program.ts';
import { GrowingUint32 } from './growing.ts';
import type { Bucket, DumpFrame, DumpGoroutine, HeapDump } from './heap-dump.ts';
import { ObjectReader } from './object-reader.ts';
import { TypeWords } from './type-words.ts';

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

class DumpParser {
  readonly #reader: DumpReader;
  readonly #program: GoProgram;
  #space: AddressSpace = { arena: { start: 0, end: 0 }, statics: { start: 0, end: 0 } };
  #encode: Encode = () => nowhere;
  #goVersion = '';
  #heapAllocBytes = 0;
  readonly #objects: ObjectReader;
  readonly #types: TypeWords;
  readonly #slotAt = new GrowingUint32();
  readonly #slotTarget = new GrowingUint32();
  readonly #goroutines: DumpGoroutine[] = [];
  readonly #finalizers: number[] = [];
  readonly #buckets: Bucket[] = [];
  /** The dump numbers buckets by the address of the runtime's record. */
  readonly #bucketAt = new Map<number, number>();
  readonly #texts = new Map<string, string>();
  readonly #sampleWord = new GrowingUint32(1 << 12);
  readonly #sampleBucket = new GrowingUint32(1 << 12);

  constructor(reader: DumpReader, program: GoProgram) {
    this.#reader = reader;
    this.#program = program;
    this.#types = new TypeWords(program);
    this.#objects = new ObjectReader(reader, program, this.#types);
  }

  parse(): HeapDump {
    for (let tag = this.#reader.uint(); tag !== 0; tag = this.#reader.uint()) this.#record(tag);
    if (this.#goVersion === '') throw this.#reader.damaged('it has no parameters');
    return {
      goVersion: this.#goVersion,
      space: this.#space,
      heapAllocBytes: this.#heapAllocBytes,
      ...this.#objects.finish(),
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
        return this.#objects.read();
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
        return this.#statics(this.#program.data);
      case 13:
        return this.#statics(this.#program.bss);
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
    const { goVersion } = this.#program.build;
    if (goVersion !== '' && goVersion !== this.#goVersion) {
      throw this.#foreign(`${this.#goVersion} wrote the dump, and ${goVersion} built the program`);
    }
    this.#space = { arena: { start, end }, statics: this.#program.statics };
    this.#encode = encoder(this.#space);
    this.#objects.begin(this.#space);
  }

  #foreign(why: string): LeakgateError {
    return new LeakgateError('measurement', `Another program wrote the heap dump ${this.#reader.path}: ${why}.`, {
      hint: 'Name the very file that the process ran; a new build of the same source is another program.',
    });
  }

  #type(): void {
    this.#reader.uint();
    this.#reader.uint();
    this.#reader.text();
    this.#reader.uint();
  }

  #itab(): void {
    this.#types.addItab(this.#reader.uint(), this.#reader.uint());
  }

  #goroutine(): void {
    const reader = this.#reader;
    const [descriptor, , id, createdAt] = [reader.uint(), reader.uint(), reader.uint(), reader.uint()];
    reader.uint();
    const system = reader.uint() !== 0;
    reader.uint();
    reader.uint();
    const reason = this.#known(reader.text());
    const context = reader.uint();
    reader.uint();
    const [defers, panics] = [reader.uint(), reader.uint()];
    const holds = [context, defers, panics]
      .map((address) => this.#encodeWhole(address))
      .filter((word) => word !== nowhere);
    const word = this.#encodeWhole(descriptor);
    this.#goroutines.push({
      id,
      descriptor: word,
      stackBytes: this.#objects.stackBytes(word),
      createdAt,
      reason,
      system,
      holds,
      frames: [],
    });
  }

  /** The same names come a hundred thousand times: one copy of each is kept. */
  #known(text: string): string {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
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
    const name = this.#known(reader.text());
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
  #statics({ start: expected, end }: Range): void {
    const reader = this.#reader;
    const start = reader.uint();
    const bytes = reader.uint();
    if (start !== expected || bytes !== end - expected) throw this.#foreign('their variables lie at other addresses');
    reader.need(bytes);
    const contents = Buffer.from(reader.buffer.subarray(reader.position, reader.position + bytes));
    reader.position += bytes;
    for (let kind = reader.uint(); kind !== 0; kind = reader.uint()) {
      const at = reader.uint();
      const target = this.#encode(contents.readUInt32LE(at), contents.readUInt32LE(at + 4));
      if (target === nowhere) continue;
      this.#slotAt.push(this.#encodeWhole(start + at));
      this.#slotTarget.push(target);
      if (at < 8 || target >= firstStatic) continue;
      const type = this.#types.of(contents.readUInt32LE(at - 8), contents.readUInt32LE(at - 4));
      if (type !== 0) this.#objects.boxed.push(target, type);
    }
  }

  #bucket(): void {
    const reader = this.#reader;
    const [number, objectBytes, depth] = [reader.uint(), reader.uint(), reader.uint()];
    const stack: DumpFrame[] = [];
    for (let i = 0; i < depth; i++) {
      const [of, file, line] = [this.#known(reader.text()), this.#known(reader.text()), reader.uint()];
      stack.push({ function: this.#program.inlined(of, file, line), file, line });
    }
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
