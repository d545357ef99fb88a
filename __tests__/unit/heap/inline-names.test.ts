import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ElfFile, Section } from '../../../src/heap/elf.ts';
import { inlineNames } from '../../../src/heap/inline-names.ts';
import { pcValues, type Stretch } from '../../../src/heap/pc-values.ts';

/** What the linker writes, by `cmd/internal/obj/pcln.go`. */
function encode(stretches: readonly Stretch[]): number[] {
  const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
  const bytes = stretches.flatMap(({ end, value }, index) => {
    const [before, start] = index === 0 ? [-1, 0] : [stretches[index - 1]!.value, stretches[index - 1]!.end];
    const difference = value - before;
    return [...varint(difference < 0 ? -2 * difference - 1 : 2 * difference), ...varint(end - start)];
  });
  return [...bytes, 0];
}

test('tables of values come back as they were written', () => {
  const steps = fc.array(fc.record({ length: fc.integer({ min: 1, max: 5000 }), value: fc.nat(100_000) }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(steps, (given) => {
      let end = 0;
      const all = given.map(({ length, value }) => ({ end: (end += length), value }));
      // Equal neighbours are one stretch: a difference of zero would end the table.
      const written = all.filter(({ value }, index) => value !== all[index + 1]?.value);
      expect(pcValues(Buffer.from(encode(written)), 0, 1)).toEqual(written);
    }),
  );
});

const dataAddress = 0x9000;

/** A program of `main.handle`, 30 bytes of code: lines of its own, of `main.put` in another file, and of `os.Open` inside of that. */
function program(magic = 0xfffffff1): ElfFile {
  const names = 'main.handle\0main.put\0os.Open\0';
  const files = '/src/main.go\0/src/store.go\0/go/src/os/file.go\0';
  const tables = [
    [
      { end: 10, value: -1 },
      { end: 18, value: 0 },
      { end: 24, value: 1 },
      { end: 30, value: -1 },
    ],
    [
      { end: 10, value: 0 },
      { end: 18, value: 1 },
      { end: 24, value: 2 },
      { end: 30, value: 0 },
    ],
    [
      { end: 5, value: 7 },
      { end: 10, value: 8 },
      { end: 18, value: 27 },
      { end: 24, value: 400 },
      { end: 30, value: 9 },
    ],
  ];
  const [calls, fileTable, lines] = tables.map(encode) as [number[], number[], number[]];
  const [namesAt, unitAt, filesAt, pcAt] = [72, 112, 128, 192];
  const [callsAt, fileTableAt, linesAt] = [1, 1 + calls.length, 1 + calls.length + fileTable.length];
  const functionsAt = 256;
  const table = Buffer.alloc(352);
  table.writeUInt32LE(magic);
  table.set([1, 8], 6);
  [1, 3, 0, namesAt, unitAt, filesAt, pcAt, functionsAt].forEach((value, index) =>
    table.writeBigUInt64LE(BigInt(value), 8 + 8 * index),
  );
  table.write(names, namesAt, 'latin1');
  [0, files.indexOf('/src/store'), files.indexOf('/go')].forEach((value, index) =>
    table.writeUInt32LE(value, unitAt + 4 * index),
  );
  table.write(files, filesAt, 'latin1');
  table.set([0, ...calls, ...fileTable, ...lines], pcAt);
  table.writeUInt32LE(16, functionsAt + 4);
  const record = functionsAt + 16;
  [0, 0, 0, 0, 0, fileTableAt, linesAt, 3, 0, 1].forEach((value, index) =>
    table.writeUInt32LE(value, record + 4 * index),
  );
  table.writeUInt8(4, record + 43);
  [0, 0, callsAt, 0xffffffff, 0xffffffff, 0xffffffff, 16].forEach((value, index) =>
    table.writeUInt32LE(value, record + 44 + 4 * index),
  );
  const tree = Buffer.alloc(48);
  tree.writeInt32LE(names.indexOf('main.put'), 20);
  tree.writeInt32LE(names.indexOf('os.Open'), 36);
  const none = { type: 1, link: 0 };
  const sections: Section[] = [
    { ...none, name: '.gopclntab', address: 0x8000, offset: 0, size: table.length },
    { ...none, name: '.rodata', address: dataAddress, offset: table.length, size: tree.length },
  ];
  return { bytes: Buffer.concat([table, tree]), sections, symbols: sections[0]!, strings: sections[0]! };
}

describe('a line is of the function that it lies in', () => {
  const nameOf = inlineNames(program(), dataAddress);
  test.each([
    ['its own', '/src/main.go', 7, 'main.handle'],
    ['its own, after the call', '/src/main.go', 9, 'main.handle'],
    ['an inlined function’s', '/src/store.go', 27, 'main.put'],
    ['one inlined into that', '/go/src/os/file.go', 400, 'os.Open'],
    ['nowhere in its code', '/src/other.go', 1, 'main.handle'],
  ])('%s', (_, file, line, name) => {
    expect(nameOf('main.handle', file, line)).toBe(name);
  });

  test('a function that isn’t in the program keeps its name', () => {
    expect(nameOf('main.none', '/src/store.go', 27)).toBe('main.none');
  });
});

test.each<[string, ElfFile, number | undefined]>([
  ['of an unknown version', program(0xfffffffb), dataAddress],
  ['whose data lie nowhere', program(), 0x100],
  ['without data', program(), undefined],
  ['without tables', { ...program(), sections: [] }, dataAddress],
])('a program %s names functions as the dump does', (_, elf, functionData) => {
  expect(inlineNames(elf, functionData)('main.handle', '/src/store.go', 27)).toBe('main.handle');
});
