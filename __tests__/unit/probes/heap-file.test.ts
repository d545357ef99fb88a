import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { writeSnapshot, type ProfileSnapshot } from '../../../src/heap/snapshot-file.ts';
import { readHeapFile } from '../../../src/probes/heap-file.ts';
import { dumpBytes } from '../heap/recorded.ts';
import { retention } from '../heap/snapshots.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'leakgate-files-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const read = (bytes: Uint8Array | string, more: { program?: string; directory?: string } = {}) => {
  const path = join(directory, 'given');
  writeFileSync(path, bytes);
  return readHeapFile(path, { name: 'given', directory, ...more });
};
const profile = readFileSync(new URL('../../fixtures/pprof/go1.26.heap.pb.gz', import.meta.url));

test('a snapshot is read as it was written', () => {
  const taken = retention([['main.a', 1, 8]]);
  expect(read(writeSnapshot(taken))).toEqual(taken);
});

test.each([
  ['packed', profile],
  ['unpacked', gunzipSync(profile)],
])('a heap profile, %s: sites that hold something, heaviest first', (_, bytes) => {
  const { kind, sites, takenAt, process } = read(bytes) as ProfileSnapshot;
  expect(kind).toBe('profile');
  expect(process.pid).toBeNull();
  expect(Date.parse(takenAt)).toBeGreaterThan(Date.parse('2020-01-01'));
  expect(sites.length).toBeGreaterThan(3);
  expect(sites.every(({ liveBytes }) => liveBytes > 0)).toBe(true);
  expect(sites.map(({ liveBytes }) => liveBytes)).toEqual(
    sites.map(({ liveBytes }) => liveBytes).toSorted((a, b) => b - a),
  );
});

test('the source’s module tells which code is the service’s own', () => {
  const checkout = mkdtempSync(join(directory, 'checkout-'));
  writeFileSync(join(checkout, 'go.mod'), 'module example.com/shop\n\ngo 1.22\n');
  const own = (from: string) =>
    (read(profile, { directory: from }) as ProfileSnapshot).sites.flatMap(({ stack }) =>
      stack.filter((frame) => frame.own),
    );
  expect(own(checkout).some(({ function: name }) => name.startsWith('example.com/shop'))).toBe(true);
});

describe('is refused with the file’s name:', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'given is empty.'],
    ['a profile as text', 'heap profile: 3: 128 [9: 400] @ heap/1048576\n', 'given is a profile as text'],
    ['a raw dump without its program', dumpBytes('go1.26.8', 40), 'given is a raw heap dump, which holds no names.'],
    [
      'any text',
      'hello, this is a text of some length',
      'given is neither a snapshot, nor a heap profile, nor a heap dump.',
    ],
    ['one byte', 'x', 'given is neither'],
    ['packed text', gzipSync('hello'), 'given is neither'],
    ['a profile cut off', profile.subarray(0, 1000), "given can't be unpacked"],
    ['other JSON', gzipSync('{"leakgate":"baseline"}'), 'given is no snapshot'],
    // A CPU profile has no column of live bytes.
    ['a profile of something else', gzipSync(Buffer.from([0x0a, 0x00])), 'given is neither'],
  ])('%s', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(LeakgateError);
    expect(() => read(bytes)).toThrow(message);
  });

  test('a dump with a file that is no program: the argument is wrong, no measurement', () => {
    const program = join(directory, 'script');
    writeFileSync(program, '#!/bin/sh\n'.padEnd(80));
    expect(() => read(dumpBytes('go1.26.8', 40), { program })).toThrow(
      expect.objectContaining({
        code: 'config',
        message: expect.stringContaining('it is no 64-bit little-endian ELF program'),
      }),
    );
  });

  test('a file that isn’t there', () => {
    expect(() => readHeapFile(join(directory, 'none'), { name: 'none', directory })).toThrow('There is no file none.');
  });

  test('a folder', () => {
    expect(() => readHeapFile(directory, { name: 'folder', directory })).toThrow("folder can't be read.");
  });
});
