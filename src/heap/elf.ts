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

/** What the reader of a heap dump needs to know of the program that wrote it. */
export interface GoProgram {
  globals: Symbols;
  functions: Symbols;
  text: Range;
  /** Where type descriptors lie. From Go 1.26 on it spans all of `.rodata`: a value in it needn't be a type. */
  types: Range;
  /** From the first to the last byte of data and bss. */
  statics: Range;
  /** The type whose descriptor lies at the address: its name and the bytes of one value. Null when there is none. */
  typeAt(address: number): { name: string; size: number } | null;
}

interface Section {
  name: string;
  type: number;
  address: number;
  offset: number;
  size: number;
  link: number;
}

const positionIndependent = 3;
const symbolTable = 2;
const object = 1;
const func = 2;
const symbolBytes = 24;

/**
 * Reads symbols and type names of a Go program on disk.
 * Position-independent programs are refused: their addresses in a dump are shifted by a slide that the file doesn't hold.
 * @throws LeakgateError `measurement` for anything that isn't a 64-bit little-endian ELF with a symbol table.
 */
export function readGoProgram(path: string): GoProgram {
  const file = read(path);
  if (file.length < 64 || file.readUInt32BE(0) !== 0x7f454c46 || file[4] !== 2 || file[5] !== 1) {
    throw unreadable(path, 'it is no 64-bit little-endian ELF program');
  }
  if (file.readUInt16LE(16) === positionIndependent) {
    throw unreadable(path, 'it is position-independent; build it with -buildmode=exe');
  }
  try {
    return program(file, path);
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    throw unreadable(path, 'it is damaged', cause);
  }
}

function program(file: Buffer, path: string): GoProgram {
  const sections = readSections(file);
  const table = sections.find(({ type }) => type === symbolTable);
  const strings = table && sections[table.link];
  if (table === undefined || strings === undefined) {
    throw unreadable(path, 'its symbol table was stripped; build it without -ldflags=-s');
  }
  const marks = addressesOf(file, table, strings, [
    'runtime.text',
    'runtime.etext',
    'runtime.types',
    'type:*',
    'runtime.etypes',
  ]);
  const types = {
    start: marks.get('runtime.types') ?? marks.get('type:*') ?? 0,
    end: marks.get('runtime.etypes') ?? 0,
  };
  const written = sections.filter(({ name }) => /^\.(noptr)?(data|bss)$/.test(name));
  return {
    globals: readSymbols(file, table, strings, object),
    functions: readSymbols(file, table, strings, func),
    text: { start: marks.get('runtime.text') ?? 0, end: marks.get('runtime.etext') ?? 0 },
    types,
    statics: {
      start: Math.min(...written.map(({ address }) => address)),
      end: Math.max(...written.map(({ address, size }) => address + size)),
    },
    typeAt: typeReader(file, sections, types),
  };
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

function addressesOf(file: Buffer, table: Section, strings: Section, names: string[]): Map<string, number> {
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

function readSymbols(file: Buffer, table: Section, strings: Section, kind: number): Symbols {
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

const nameOffsetAt = 40;
const flagsAt = 20;
const extraStar = 2;

/** Type descriptors as `internal/abi.Type` lays them out: size, flags, and the offset of the name from the first type. */
function typeReader(file: Buffer, sections: Section[], types: Range): GoProgram['typeAt'] {
  const known = new Map<number, { name: string; size: number } | null>();
  const place = (address: number): number => {
    const section = sections.find(
      (one) => one.type === 1 && address >= one.address && address < one.address + one.size,
    );
    return section === undefined ? -1 : section.offset + address - section.address;
  };
  const readType = (address: number): { name: string; size: number } | null => {
    const at = place(address);
    if (at < 0 || at + 48 > file.length) return null;
    const nameAt = place(types.start + file.readInt32LE(at + nameOffsetAt));
    const name = nameAt < 0 ? null : readName(file, nameAt);
    if (name === null) return null;
    return { name: (file[at + flagsAt]! & extraStar) === 0 ? name : name.slice(1), size: word(file, at) };
  };
  return (address) => {
    if (address < types.start || address >= types.end) return null;
    let type = known.get(address);
    if (type === undefined) known.set(address, (type = readType(address)));
    return type;
  };
}

/** A name record: a flag byte, the length as uvarint, the bytes. Whatever doesn't look like one isn't a type. */
function readName(file: Buffer, at: number): string | null {
  let [length, shift, position] = [0, 0, at + 1];
  for (;;) {
    const byte = file[position++];
    if (byte === undefined || shift > 14) return null;
    length |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) break;
  }
  const name = file.toString('utf8', position, position + length);
  return length > 0 && !/[\p{Cc}\uFFFD]/u.test(name) ? name : null;
}

const word = (file: Buffer, at: number): number => file.readUInt32LE(at) + file.readUInt32LE(at + 4) * 2 ** 32;

const text = (file: Buffer, at: number): string => file.toString('latin1', at, file.indexOf(0, at));

function unreadable(path: string, why: string, cause?: unknown): LeakgateError {
  return new LeakgateError('measurement', `The program ${path} can't be read for names: ${why}.`, { cause });
}
