import { describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { readHeapDump } from '../../../src/heap/dump.ts';
import type { GoProgram } from '../../../src/heap/program.ts';
import { arena, dumpOf, itab, object, parameters, unknown, words } from './dump-bytes.ts';
import { made } from './made-dump.ts';
import { withDump } from './recorded.ts';

const at = (word: number): number => arena.start + word * 8;
const [types, text] = [
  { start: 0x50_0000, end: 0x60_0000 },
  { start: 0x40_0000, end: 0x50_0000 },
];
const program: GoProgram = { ...made({ objects: [], globals: {} }).program, types, text };
const read = (...records: Buffer[]) =>
  withDump(dumpOf(parameters(), ...records), (path) => readHeapDump(path, program));

test('objects lie where they lay, and point where they pointed', () => {
  const { objects, targets } = read(
    object(at(0), words(at(512), 7, at(1024)), [0, 16]),
    object(at(1024), words(0, at(5)), [0, 8]),
    // Outside of the arena and of all variables: a stack, or memory of C.
    object(at(512), words(0x7fff_0000_0000), [0]),
  );
  expect([[...objects.word], [...objects.words], [...objects.edges]]).toEqual([
    [0, 1024, 512],
    [3, 2, 1],
    [0, 2, 3, 3],
  ]);
  expect([...targets]).toEqual([512, 1024, 5]);
});

test('the word before a pointer tells its type, directly or by the interface’s table', () => {
  const { boxed } = read(
    itab(0x70_0000, types.start + 64),
    object(at(0), words(0x70_0000, at(8), types.start, at(16), 3, at(24)), [8, 24, 40]),
  );
  expect([[...boxed.word], [...boxed.type]]).toEqual([
    [8, 16],
    [types.start + 64, types.start],
  ]);
});

test('a first word may be code, or the header of what is larger than 512 bytes', () => {
  const large = (first: number): Buffer => Buffer.concat([words(first, at(64)), Buffer.alloc(512)]);
  const { closures, headers } = read(
    object(at(0), words(text.start + 32, 5)),
    object(at(64), large(types.start + 8), [8]),
    // Without pointers there is no header, and a small one has none either.
    object(at(256), large(types.start + 8)),
    object(at(512), words(types.start + 8, at(64)), [8]),
  );
  expect([[...closures.object], [...closures.code]]).toEqual([[0], [text.start + 32]]);
  expect([[...headers.object], [...headers.type]]).toEqual([[1], [types.start + 8]]);
});

test('large objects are skipped where they hold no pointers, and read where they do', () => {
  const size = 6 << 20;
  const pages = Buffer.alloc(size);
  pages.writeBigUInt64LE(BigInt(at(3)), size - 8);
  const { objects, targets } = read(
    object(at(0), Buffer.alloc(size)),
    object(at(size), pages, [size - 8]),
    object(at(3 * size), words(1)),
  );
  expect([...objects.words]).toEqual([size / 8, size / 8, 1]);
  expect([...targets]).toEqual([3]);
});

describe('is refused:', () => {
  const refused =
    (bytes: Buffer): (() => unknown) =>
    () =>
      withDump(bytes, (path) => readHeapDump(path, program));
  test.each([
    [
      'a pointer outside of its object',
      dumpOf(parameters(), object(at(0), words(1), [8])),
      'a pointer lies outside of its object',
    ],
    [
      'a list of pointers without an end',
      dumpOf(parameters(), object(at(0), words(1), [0]).subarray(0, -1)).subarray(0, -1),
      'it ends in the middle of an object',
    ],
    ['another machine’s byte order', dumpOf(parameters({ bigEndian: 1 })), 'isn’t 64-bit little-endian'],
    ['a machine of 32 bits', dumpOf(parameters({ pointerBytes: 4 })), 'isn’t 64-bit little-endian'],
    ['more addresses than fit', dumpOf(parameters({ end: arena.start + 2 ** 40 })), 'spans more than 30 GB'],
    ['a record that nobody knows', dumpOf(parameters(), unknown(99)), 'unknown kind 99'],
    ['no parameters', dumpOf(), 'it has no parameters'],
  ])('%s', (_, bytes, why) => {
    expect(refused(bytes)).toThrow(LeakgateError);
    expect(refused(bytes)).toThrow(why);
  });
});
