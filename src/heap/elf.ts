import { readFileSync } from 'node:fs';
import { LeakgateError } from '../errors.ts';

/** Half-open: `start ≤ address < end`. */
export interface Range {
  start: number;
  end: number;
}

/** Symbols of one kind, sorted by address. Addresses are plain numbers: Go programs lie far below 2^53. */
export interface Symbols {
  start: Float64Array;
  end: Float64Array;
  name(index: number): string;
  /** Index of the symbol that holds the address, or −1. */
  find(address: number): number;
}

/** An opened ELF file: its bytes and its sections. */
export interface ElfSections {
  bytes: Buffer;
  sections: Section[];
}

/** And where its symbols are. */
export interface ElfFile extends ElfSections {
  symbols: Section;
  strings: Section;
}

export interface Section {
  name: string;
  type: number;
  address: number;
  offset: number;
  size: number;
  link: number;
}

const positionIndependent = 3;
const symbolTable = 2;
export const objectSymbol = 1;
export const functionSymbol = 2;
const symbolBytes = 24;

/** Opens any 64-bit little-endian ELF program. @throws LeakgateError `measurement` for anything else. */
export function openSections(path: string): ElfSections {
  const bytes = read(path);
  if (bytes.length < 64 || bytes.readUInt32BE(0) !== 0x7f454c46 || bytes[4] !== 2 || bytes[5] !== 1) {
    throw unreadable(path, 'it is no 64-bit little-endian ELF program');
  }
  return { bytes, sections: readSections(bytes) };
}

/**
 * Opens a 64-bit little-endian ELF program with a symbol table.
 * Position-independent programs are refused: their addresses in a dump are shifted by a slide that the file doesn't hold.
 * @throws LeakgateError `measurement` for anything else.
 */
export function openElf(path: string): ElfFile {
  const { bytes, sections } = openSections(path);
  if (bytes.readUInt16LE(16) === positionIndependent) {
    throw unreadable(path, 'it is position-independent; build it with -buildmode=exe');
  }
  const symbols = sections.find(({ type }) => type === symbolTable);
  const strings = symbols && sections[symbols.link];
  if (symbols === undefined || strings === undefined) {
    throw unreadable(path, 'its symbol table was stripped; build it without -ldflags=-s');
  }
  return { bytes, sections, symbols, strings };
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw unreadable(path, 'it can’t be opened', cause);
  }
}

function readSections(file: Buffer): Section[] {
  const at = word(file, 40);
  const [bytes, many, names] = [file.readUInt16LE(58), file.readUInt16LE(60), file.readUInt16LE(62)];
  const sections = Array.from({ length: many }, (_, index) => {
    const base = at + index * bytes;
    return {
      nameAt: file.readUInt32LE(base),
      type: file.readUInt32LE(base + 4),
      address: word(file, base + 16),
      offset: word(file, base + 24),
      size: word(file, base + 32),
      link: file.readUInt32LE(base + 40),
    };
  });
  const table = sections[names]?.offset ?? 0;
  return sections.map(({ nameAt, ...section }) => ({ ...section, name: text(file, table + nameAt) }));
}

/** Addresses of a few symbols by name. */
export function addressesOf(elf: ElfFile, names: string[]): Map<string, number> {
  const { bytes: file, symbols: table, strings } = elf;
  const wanted = new Set(names);
  const longest = Math.max(...names.map((name) => name.length));
  const found = new Map<string, number>();
  for (let at = table.offset; at < table.offset + table.size; at += symbolBytes) {
    const nameAt = strings.offset + file.readUInt32LE(at);
    // Names of tens of thousands of functions are longer; only short ones are worth a string.
    const end = file.indexOf(0, nameAt);
    if (end - nameAt > longest) continue;
    const name = file.toString('latin1', nameAt, end);
    if (wanted.has(name)) found.set(name, word(file, at + 8));
  }
  return found;
}

/** All symbols of one kind that have a size. */
export function symbolsOf(elf: ElfFile, kind: number): Symbols {
  const { bytes: file, symbols: table, strings } = elf;
  const places: number[] = [];
  for (let at = table.offset; at < table.offset + table.size; at += symbolBytes) {
    if ((file[at + 4]! & 15) === kind && word(file, at + 16) > 0) places.push(at);
  }
  const address = (at: number): number => word(file, at + 8);
  places.sort((a, b) => address(a) - address(b));
  const start = Float64Array.from(places, address);
  const end = Float64Array.from(places, (at) => address(at) + word(file, at + 16));
  return {
    start,
    end,
    name: (index) => text(file, strings.offset + file.readUInt32LE(places[index] ?? 0)),
    find(wanted) {
      const index = lastAtOrBelow(start, wanted);
      return index >= 0 && wanted < end[index]! ? index : -1;
    },
  };
}

/** Index of the last element that isn't above `wanted`, in a sorted array; −1 when all are. */
export function lastAtOrBelow(sorted: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export const word = (file: Buffer, at: number): number => file.readUInt32LE(at) + file.readUInt32LE(at + 4) * 2 ** 32;

const text = (file: Buffer, at: number): string => file.toString('latin1', at, file.indexOf(0, at));

export function unreadable(path: string, why: string, cause?: unknown): LeakgateError {
  return new LeakgateError('measurement', `The program ${path} can't be read for names: ${why}.`, { cause });
}
