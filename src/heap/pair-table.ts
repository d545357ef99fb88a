/**
 * Numbers pairs of 32-bit values in the order in which they are first seen: a Map of texts without the texts.
 * Open addressing with linear probing.
 */
export class PairTable {
  /** How many pairs there are; their numbers are 0 … size − 1. */
  size = 0;
  #first = new Uint32Array(256);
  #second = new Uint32Array(256);
  /** Number of the pair in each slot, plus one. */
  #slots = new Uint32Array(1024);

  /** Number of the pair; a new one gets the next. */
  of(first: number, second: number): number {
    const slot = this.#slot(first, second);
    const found = this.#slots[slot]!;
    return found === 0 ? this.#insert(slot, first, second) : found - 1;
  }

  /** Number of the pair, or `none`. */
  find(first: number, second: number): number {
    // A free slot holds 0, and 0 − 1 as an unsigned number is `none`.
    return (this.#slots[this.#slot(first, second)]! - 1) >>> 0;
  }

  first(pair: number): number {
    return this.#first[pair]!;
  }

  second(pair: number): number {
    return this.#second[pair]!;
  }

  clear(): void {
    this.size = 0;
    this.#slots.fill(0);
  }

  #slot(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const found = this.#slots[slot]!;
      if (found === 0 || (this.#first[found - 1] === first && this.#second[found - 1] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #insert(slot: number, first: number, second: number): number {
    if (this.size === this.#first.length) {
      this.#grow();
      slot = this.#slot(first, second);
    }
    this.#first[this.size] = first;
    this.#second[this.size] = second;
    this.#slots[slot] = ++this.size;
    return this.size - 1;
  }

  /** Four slots for each pair: long runs of taken slots stay rare. */
  #grow(): void {
    this.#first = doubled(this.#first);
    this.#second = doubled(this.#second);
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let pair = 0; pair < this.size; pair++) {
      this.#slots[this.#slot(this.#first[pair]!, this.#second[pair]!)] = pair + 1;
    }
  }
}

/** Mixes all bits of both into the low ones (the finalizer of MurmurHash3). */
function hash(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function doubled(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(list.length * 2);
  wider.set(list);
  return wider;
}
