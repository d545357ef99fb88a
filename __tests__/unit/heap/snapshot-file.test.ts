import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import { retentionGraph } from '../../../src/heap/graph.ts';
import { parseSnapshot, writeSnapshot } from '../../../src/heap/snapshot-file.ts';
import { trieOf } from '../../../src/heap/trie.ts';
import { frames, recorded } from './recorded.ts';
import { profile, retention } from './snapshots.ts';

describe('a snapshot on disk', () => {
  test('is the snapshot, with chains and holders', () => {
    const { dump, program } = recorded('go1.26.8', 40);
    const graph = retentionGraph(dump, program);
    const { reachableBytes } = graph;
    const { heapAllocBytes } = dump;
    const taken = { ...retention([]), trie: trieOf(graph, frames), heapAllocBytes, reachableBytes, requests: 40 };
    const read = parseSnapshot(writeSnapshot(taken), 'a.heap');
    expect(read).toEqual(taken);
  });

  test('is the profile', () => {
    const taken = profile({ 'main.put': [4096, 4] });
    expect(parseSnapshot(writeSnapshot(taken), 'a.heap')).toEqual(taken);
  });

  test('keeps names that are hostile as they are', () => {
    const names = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(names, (name) => {
        const taken = retention([[name, 1, 8, ['"],[[', 2, 16]]]);
        expect(parseSnapshot(writeSnapshot(taken), 'a.heap')).toEqual(taken);
      }),
    );
  });
});

describe('is refused with the file’s name', () => {
  const json = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
  const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  test.each([
    ['no gzip', Buffer.from('hello')],
    ['gzip of no JSON', gzipSync('hello')],
    ['cut off', writeSnapshot(retention([['main.a', 1, 8]])).subarray(0, 60)],
    ['another kind of JSON', json({ leakgate: 'baseline' })],
    ['a newer version', json({ leakgate: 'snapshot', schemaVersion: 2, kind: 'retention' })],
    [
      'nested beyond any stack',
      gzipSync(`{"leakgate":"snapshot","schemaVersion":1,"kind":"retention","trie":${nested}}`),
    ],
  ])('%s', (_, bytes) => {
    expect(() => parseSnapshot(bytes, 'a.heap')).toThrow(LeakgateError);
    expect(() => parseSnapshot(bytes, 'a.heap')).toThrow(/^a\.heap is no snapshot/);
  });
});
