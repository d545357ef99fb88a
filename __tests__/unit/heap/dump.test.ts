import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHeapDump } from '../../../src/heap/dump.ts';
import { LeakgateError } from '../../../src/errors.ts';
import { retentionGraph } from '../../../src/heap/graph.ts';
import { dumpBytes, recorded, withDump } from './recorded.ts';

const { program } = recorded('go1.26.8', 40);
const whole = dumpBytes('go1.26.8', 40);
const read = (bytes: Buffer) => withDump(bytes, (path) => readHeapDump(path, program));

describe('bad dumps end in one clear error', () => {
  test.each([
    ['empty', Buffer.alloc(0), 'it is no heap dump of a Go program'],
    ['foreign', Buffer.from('PK\u0003\u0004 something else entirely'), 'it is no heap dump of a Go program'],
    ['only the header', whole.subarray(0, 16), 'it ends in the middle of a record'],
    ['cut in half', whole.subarray(0, whole.length >> 1), 'it ends in the middle of'],
    ['without its last byte', whole.subarray(0, whole.length - 1), 'it ends in the middle of a record'],
  ])('%s', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(LeakgateError);
    expect(() => read(bytes)).toThrow(message);
  });

  test('missing', () => {
    expect(() => readHeapDump('/nowhere/a.heap', program)).toThrow("/nowhere/a.heap can't be opened");
  });

  test('of another Go version', () => {
    const other = dumpBytes('go1.25.5', 40);
    expect(() => read(other)).toThrow('go1.25.5 wrote the dump, and go1.26.8 built the program');
  });

  test('of another program of that version', () => {
    const moved = { ...program, data: { start: program.data.start + 32, end: program.data.end + 32 } };
    const reading = () => withDump(whole, (path) => readHeapDump(path, moved));
    expect(reading).toThrow('Another program wrote the heap dump');
    expect(reading).toThrow(LeakgateError);
  });

  test('cut anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: whole.length - 1 }), (length) => {
        expect(() => read(whole.subarray(0, length))).toThrow(LeakgateError);
      }),
      { numRuns: 60 },
    );
  });

  test('with any byte changed: read or refused, never a crash of ours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        try {
          retentionGraph(read(changed), program);
        } catch (error) {
          expect(error).toBeInstanceOf(LeakgateError);
        }
      }),
      { numRuns: 150 },
    );
  });
});
