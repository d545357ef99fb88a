import { encoder, firstStatic, nowhere, type AddressSpace, type Encode } from './address.ts';
import type { DumpReader } from './dump-reader.ts';
import type { GoProgram } from './program.ts';
import { GrowingPairs, GrowingUint32 } from './growing.ts';
import type { HeapDump } from './heap-dump.ts';
import type { TypeWords } from './type-words.ts';

/** Objects with a type header are larger than this and at most 32 KiB. */
const headerAbove = 512;
const headerUpTo = 32 * 1024;

/** Sizes between which a goroutine's descriptor lies: 448 bytes up to Go 1.25, 480 since. */
const descriptorBytes = { least: 384, most: 640 };
/** Stacks are powers of two from here on. */
const smallestStackBytes = 2048;

/** Larger objects without pointers aren't loaded. */
const skippedFrom = 1 << 20;

/** File bytes for each object of services with small ones: what the lists are made for, so that they grow once or never. */
const bytesPerObject = 120;

/** Reads the objects of a dump, a million in half a second: everything else of a dump is small. */
export class ObjectReader {
  readonly boxed = new GrowingPairs();
  readonly #reader: DumpReader;
  readonly #text: GoProgram['text'];
  readonly #types: TypeWords;
  readonly #word: GrowingUint32;
  readonly #words: GrowingUint32;
  readonly #edges: GrowingUint32;
  readonly #targets: GrowingUint32;
  readonly #headers = new GrowingPairs();
  readonly #closures = new GrowingPairs();
  readonly #stackBytes = new Map<number, number>();
  #arenaStart = 0;
  #encode: Encode = () => nowhere;

  constructor(reader: DumpReader, { text }: GoProgram, types: TypeWords) {
    this.#reader = reader;
    this.#text = text;
    this.#types = types;
    const objects = Math.ceil(reader.size / bytesPerObject) + 1024;
    this.#word = new GrowingUint32(objects);
    this.#words = new GrowingUint32(objects);
    this.#edges = new GrowingUint32(objects);
    this.#targets = new GrowingUint32(objects);
  }

  begin(space: AddressSpace): void {
    this.#arenaStart = space.arena.start;
    this.#encode = encoder(space);
  }

  finish(): Pick<HeapDump, 'objects' | 'targets' | 'headers' | 'boxed' | 'closures'> {
    this.#edges.push(this.#targets.length);
    return {
      objects: { word: this.#word.view(), words: this.#words.view(), edges: this.#edges.view() },
      targets: this.#targets.view(),
      headers: { object: this.#headers.key.view(), type: this.#headers.values() },
      boxed: { word: this.boxed.key.view(), type: this.boxed.values() },
      closures: { object: this.#closures.key.view(), code: this.#closures.values() },
    };
  }

  /** Size of the stack of the goroutine whose descriptor lies at the word; 0 where none is known. */
  stackBytes(descriptor: number): number {
    return this.#stackBytes.get(descriptor) ?? 0;
  }

  /** One record: address, contents, and the offsets of its pointers. */
  read(): void {
    const reader = this.#reader;
    reader.want(32);
    const address = reader.loadedUint();
    const bytes = reader.loadedUint();
    const number = this.#word.length;
    this.#word.push(Math.floor((address - this.#arenaStart) / 8));
    this.#words.push(Math.ceil(bytes / 8));
    this.#edges.push(this.#targets.length);
    // Without pointers the list of fields is the single byte 0.
    if (bytes > skippedFrom && reader.peekAt(reader.offset + bytes) === 0) return reader.skip(bytes + 1);
    // Contents, and up to six bytes for each pointer-sized word that may be a field: two to four for most.
    reader.want(bytes + (bytes >> 3) * 6 + 16);
    const contents = reader.position;
    if (contents + bytes >= reader.end) throw reader.damaged('it ends in the middle of an object');
    reader.position = contents + bytes;
    const pointers = this.#pointers(contents, bytes);
    if (bytes >= 8) this.#firstWord(number, contents, bytes, pointers);
    if (bytes >= descriptorBytes.least && bytes <= descriptorBytes.most) this.#stack(number, contents);
  }

  /** Reads a list of pointer fields and keeps where they point to. Answers how many there were. */
  #pointers(contents: number, bytes: number): number {
    const reader = this.#reader;
    const { buffer, view, end } = reader;
    let { position } = reader;
    for (let many = 0; position < end; many++) {
      if (buffer[position++] === 0) {
        reader.position = position;
        return many;
      }
      let byte = buffer[position++]!;
      let offset = byte & 127;
      for (let scale = 128; byte >= 128; scale *= 128) {
        byte = buffer[position++]!;
        offset += (byte & 127) * scale;
      }
      if (offset + 8 > bytes) throw reader.damaged('a pointer lies outside of its object');
      const at = contents + offset;
      const target = this.#encode(view.getUint32(at, true), view.getUint32(at + 4, true));
      if (target === nowhere) continue;
      this.#targets.push(target);
      if (target >= firstStatic || offset < 8) continue;
      const type = this.#types.of(view.getUint32(at - 8, true), view.getUint32(at - 4, true));
      if (type !== 0) this.boxed.push(target, type);
    }
    throw reader.damaged('it ends in the middle of an object');
  }

  /** A descriptor begins with where its goroutine's stack begins and ends. Whatever else looks like that is never asked for. */
  #stack(number: number, contents: number): void {
    const { view } = this.#reader;
    const [start, end] = [view.getUint32(contents, true), view.getUint32(contents + 8, true)];
    // A stack is smaller than 4 GiB: the lower halves tell its size.
    const bytes = (end - start) >>> 0;
    const isStack = bytes >= smallestStackBytes && (bytes & (bytes - 1)) === 0;
    if (isStack) this.#stackBytes.set(this.#word.view()[number]!, bytes);
  }

  #firstWord(number: number, contents: number, bytes: number, pointers: number): void {
    const { view } = this.#reader;
    const [low, high] = [view.getUint32(contents, true), view.getUint32(contents + 4, true)];
    // Code and types of a program that isn't position-independent lie in the first 4 GiB.
    if (high !== 0) return;
    if (low >= this.#text.start && low < this.#text.end) this.#closures.push(number, low);
    else if (pointers > 0 && bytes > headerAbove && bytes <= headerUpTo && this.#types.isType(low)) {
      this.#headers.push(number, low);
    }
  }
}
