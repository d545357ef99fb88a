import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { readGoProgram, readProgramBuild } from '../../../src/heap/program.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-elf-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

interface Made {
  type?: number;
  symbols?: [name: string, address: number, size: number, kind: number][];
  withoutSymbols?: boolean;
}

const uvarint = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);

/** A type descriptor at the start of `.rodata`, whose name is `main.Entry` with a star to take off. */
function typeDescriptor(): Buffer {
  const type = Buffer.alloc(48);
  type.writeBigUInt64LE(88n, 0);
  type[20] = 2;
  type[21] = 8;
  type[23] = 25;
  type.writeInt32LE(64, 40);
  return Buffer.concat([type, Buffer.alloc(16), Buffer.from([0]), uvarint('*main.Entry'), Buffer.alloc(16)]);
}

const everyMark: NonNullable<Made['symbols']> = [
  ['runtime.text', 0x1000, 0, 2],
  ['runtime.etext', 0x2000, 0, 2],
  ['runtime.types', 0x3000, 0, 1],
  ['runtime.etypes', 0x4000, 0, 1],
  ['runtime.data', 0x5000, 0, 1],
  ['runtime.edata', 0x5100, 0, 1],
  ['runtime.bss', 0x6000, 0, 1],
  ['runtime.ebss', 0x6200, 0, 1],
  ['main.main', 0x1200, 64, 2],
  ['main.cache', 0x5040, 8, 1],
];

/** The smallest file that Go's linker could have written. */
function elf({ type = 2, symbols = everyMark, withoutSymbols = false }: Made = {}): Buffer {
  const sentinel = 'x'.repeat(16);
  const buildInfo = Buffer.concat([
    Buffer.from('ff20476f206275696c64696e663a0802', 'hex'),
    Buffer.alloc(16),
    uvarint('go1.26.8'),
    uvarint(`${sentinel}path\texample.com/shop/cmd/api\nmod\texample.com/shop\t(devel)\n${sentinel}`),
  ]);
  const note = Buffer.concat([Buffer.from([4, 0, 0, 0, 5, 0, 0, 0, 4, 0, 0, 0]), Buffer.from('Go\0\0a/b/c')]);
  const strings = Buffer.from(`\0${symbols.map(([name]) => name).join('\0')}\0`);
  const table = Buffer.concat(
    symbols.map(([name, address, size, kind]) => {
      const symbol = Buffer.alloc(24);
      symbol.writeUInt32LE(strings.indexOf(`\0${name}\0`) + 1, 0);
      symbol[4] = kind;
      symbol.writeBigUInt64LE(BigInt(address), 8);
      symbol.writeBigUInt64LE(BigInt(size), 16);
      return symbol;
    }),
  );
  const sections: [name: string, kind: number, address: number, contents: Buffer, link?: number][] = [
    ['', 0, 0, Buffer.alloc(0)],
    ['.rodata', 1, 0x3000, typeDescriptor()],
    ['.data', 1, 0x5000, Buffer.alloc(0x100)],
    ['.bss', 8, 0x6000, Buffer.alloc(0)],
    ['.go.buildinfo', 1, 0x7000, buildInfo],
    ['.note.go.buildid', 7, 0x8000, note],
    ['.strtab', 3, 0, strings],
    ...(withoutSymbols ? [] : [['.symtab', 2, 0, table, 6] as [string, number, number, Buffer, number]]),
  ];
  const names = Buffer.from(`${sections.map(([name]) => name).join('\0')}\0.names\0`);
  sections.push(['.names', 3, 0, names]);
  const bodies = Buffer.concat(sections.map(([, , , contents]) => contents));
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  header.writeUInt16LE(type, 16);
  header.writeBigUInt64LE(BigInt(64 + bodies.length), 40);
  [64, sections.length, sections.length - 1].forEach((value, i) => header.writeUInt16LE(value, 58 + i * 2));
  let offset = 64;
  const headers = sections.map(([name, kind, address, contents, link = 0]) => {
    const section = Buffer.alloc(64);
    section.writeUInt32LE(names.indexOf(`${name}\0`), 0);
    section.writeUInt32LE(kind, 4);
    section.writeBigUInt64LE(BigInt(address), 16);
    section.writeBigUInt64LE(BigInt(offset), 24);
    section.writeBigUInt64LE(BigInt(kind === 8 ? 0x200 : contents.length), 32);
    section.writeUInt32LE(link, 40);
    offset += contents.length;
    return section;
  });
  return Buffer.concat([header, bodies, ...headers]);
}

function read(bytes: Buffer): ReturnType<typeof readGoProgram> {
  const path = join(directory, 'program');
  writeFileSync(path, bytes);
  return readGoProgram(path);
}

test('names symbols, types and the build', () => {
  const program = read(elf());
  expect(program.build).toEqual({
    goVersion: 'go1.26.8',
    buildId: 'a/b/c',
    packagePath: 'example.com/shop/cmd/api',
    modulePath: 'example.com/shop',
  });
  expect(program.globals.name(program.globals.find(0x5044))).toBe('main.cache');
  expect(program.globals.find(0x5048)).toBe(-1);
  expect(program.functions.name(program.functions.find(0x1200))).toBe('main.main');
  expect(program.typeAt(0x3000)).toEqual({ name: 'main.Entry', size: 88 });
  expect(program.data).toEqual({ start: 0x5000, end: 0x5100 });
  expect(program.statics).toEqual({ start: 0x5000, end: 0x6200 });
});

test.each([
  ['stripped', elf({ withoutSymbols: true })],
  ['position-independent', elf({ type: 3 })],
])('the build is known of a %s program too', (_, bytes) => {
  const path = join(directory, 'program');
  writeFileSync(path, bytes);
  expect(readProgramBuild(path)).toMatchObject({ goVersion: 'go1.26.8', modulePath: 'example.com/shop' });
});

test('what only lies among the types is none', () => {
  const program = read(elf());
  expect(program.typeAt(0x3010)).toBeNull();
  expect(program.typeAt(0x2fff)).toBeNull();
  expect(program.typeAt(0x3fff)).toBeNull();
});

describe('is refused with a reason', () => {
  test.each([
    ['a text', Buffer.from('#!/bin/sh\n'.padEnd(100)), 'it is no 64-bit little-endian ELF program'],
    ['an empty file', Buffer.alloc(0), 'it is no 64-bit little-endian ELF program'],
    ['a position-independent program', elf({ type: 3 }), 'it is position-independent; build it with -buildmode=exe'],
    [
      'a stripped program',
      elf({ withoutSymbols: true }),
      'its symbol table was stripped; build it without -ldflags=-s',
    ],
    ['a program of another language', elf({ symbols: [['main', 0x1000, 8, 2]] }), 'it is no Go program'],
    ['half of a program', elf().subarray(0, 700), 'it is damaged'],
  ])('%s', (_, bytes, why) => {
    expect(() => read(bytes)).toThrow(why);
    expect(() => read(bytes)).toThrow(LeakgateError);
  });

  test('none', () => {
    expect(() => readGoProgram('/nowhere/api')).toThrow('it can’t be opened');
  });

  test('or read, with any byte changed', () => {
    const whole = elf();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        try {
          const program = read(changed);
          program.typeAt(0x3000);
          program.globals.find(0x5044);
        } catch (error) {
          expect(error).toBeInstanceOf(LeakgateError);
        }
      }),
      { numRuns: 400 },
    );
  });
});
