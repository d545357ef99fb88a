import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LeakgateError } from '../errors.ts';

const windowBytes = 1 << 22;

/**
 * Reads a heap dump from front to back through a window that grows to the largest object.
 * Public fields, because the hot loops read them: `buffer[position]` is the next byte, `end` the first one that isn't loaded.
 */
export class DumpReader implements Disposable {
  buffer = Buffer.allocUnsafeSlow(windowBytes);
  /** The same bytes, for words. */
  view = new DataView(this.buffer.buffer);
  position = 0;
  end = 0;
  readonly path: string;
  readonly size: number;
  readonly #descriptor: number;
  /** Offset in the file of `buffer[0]`. */
  #base = 0;

  constructor(path: string) {
    this.path = path;
    try {
      this.#descriptor = openSync(path, 'r');
    } catch (cause) {
      throw new LeakgateError('measurement', `The heap dump ${path} can't be opened.`, { cause });
    }
    this.size = fstatSync(this.#descriptor).size;
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }

  get offset(): number {
    return this.#base + this.position;
  }

  /** Makes at least `bytes` readable at `position`. @throws LeakgateError when the file ends before. */
  need(bytes: number): void {
    if (this.position + bytes <= this.end) return;
    this.want(bytes);
    if (this.position + bytes > this.end) throw this.damaged('it ends in the middle of a record');
  }

  /** Loads up to `bytes` at `position`, fewer at the end of the file. */
  want(bytes: number): void {
    if (this.position + bytes <= this.end) return;
    if (bytes > this.size - this.offset + 64) bytes = Math.max(0, this.size - this.offset);
    const kept = this.buffer.subarray(this.position, this.end);
    const next = bytes > this.buffer.length ? Buffer.allocUnsafeSlow(bytes + windowBytes) : this.buffer;
    kept.copy(next, 0);
    this.#base += this.position;
    this.position = 0;
    this.end = kept.length;
    if (next !== this.buffer) {
      this.buffer = next;
      this.view = new DataView(next.buffer);
    }
    while (this.end < next.length) {
      const read = readSync(this.#descriptor, next, this.end, next.length - this.end, this.#base + this.end);
      if (read === 0) break;
      this.end += read;
    }
  }

  /** One byte at a file offset, without moving. −1 past the end. */
  peekAt(offset: number): number {
    const one = Buffer.allocUnsafe(1);
    return readSync(this.#descriptor, one, 0, 1, offset) === 1 ? one[0]! : -1;
  }

  /** Goes on `bytes` further, also past what is loaded. */
  skip(bytes: number): void {
    if (this.position + bytes <= this.end) {
      this.position += bytes;
      return;
    }
    if (this.offset + bytes > this.size) throw this.damaged('it ends in the middle of a record');
    this.#base += this.position + bytes;
    this.position = 0;
    this.end = 0;
  }

  /** An unsigned varint below 2^53. Ten bytes must be loaded, or the rest of the file. */
  loadedUint(): number {
    const { buffer } = this;
    let byte = buffer[this.position++]!;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = buffer[this.position++]!;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte >= 128 && scale < 2 ** 70);
    if (this.position > this.end) throw this.damaged('it ends in the middle of a record');
    return value;
  }

  uint(): number {
    if (this.position + 10 > this.end) this.want(10);
    if (this.position >= this.end) throw this.damaged('it ends in the middle of a record');
    return this.loadedUint();
  }

  text(): string {
    const length = this.uint();
    this.need(length);
    const value = this.buffer.toString('utf8', this.position, this.position + length);
    this.position += length;
    return value;
  }

  damaged(why: string): LeakgateError {
    return new LeakgateError('measurement', `The heap dump ${this.path} can't be read: ${why}.`, {
      hint: 'Take the snapshot again. A dump that another program wrote, or that was cut off, has no use.',
    });
  }
}
