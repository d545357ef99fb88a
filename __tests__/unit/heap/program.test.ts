import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { readGoProgram, readProgramBuild } from '../../../src/heap/program.ts';
import { elf } from './made-elf.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-elf-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

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
