import type { Range } from './elf.ts';

/**
 * Addresses of a dump as 32-bit words, so that millions of edges fit in typed arrays: heap addresses count 8-byte words from the
 * arena's start, addresses of data and bss count from `firstStatic`, everything else is `nowhere`.
 */
export const firstStatic = 0xf0000000;
export const nowhere = 0xffffffff;

/** Turns a 64-bit address, given as its two halves, into a word. */
export type Encode = (low: number, high: number) => number;

export interface AddressSpace {
  arena: Range;
  statics: Range;
}

export function encoder({ arena, statics }: AddressSpace): Encode {
  return (low, high) => {
    const address = high * 2 ** 32 + low;
    if (address >= arena.start && address < arena.end) return Math.floor((address - arena.start) / 8);
    if (address >= statics.start && address < statics.end)
      return firstStatic + Math.floor((address - statics.start) / 8);
    return nowhere;
  };
}

/** The address that a static's word stands for. */
export const staticAddress = (word: number, { statics }: AddressSpace): number =>
  statics.start + (word - firstStatic) * 8;
