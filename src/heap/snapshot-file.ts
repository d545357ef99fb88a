import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { LeakgateError } from '../errors.ts';
import type { Label } from './labels.ts';
import type { Trie } from './trie.ts';

const frame = z.object({ function: z.string(), file: z.string(), line: z.number(), own: z.boolean() });
const label = z.object({ text: z.string(), frame: frame.nullable(), foreign: z.boolean() });

/** [label, objects, bytes, children]: a quarter of what named keys take. */
type Packed = [number, number, number, Packed[]];
const packed: z.ZodType<Packed> = z.tuple([z.number(), z.number(), z.number(), z.lazy(() => z.array(packed))]);

const shared = {
  leakgate: z.literal('snapshot'),
  schemaVersion: z.literal(1),
  takenAt: z.string(),
  /** Of the process: two snapshots of one process may be subtracted object by object. */
  process: z.object({ pid: z.number().nullable(), startedAt: z.string().nullable(), buildId: z.string().nullable() }),
  goVersion: z.string(),
  /** Requests answered before, where Leakgate sent them itself. */
  requests: z.number().nullable(),
};

const fileSchema = z.discriminatedUnion('kind', [
  z.object({
    ...shared,
    kind: z.literal('retention'),
    /** What the runtime counted. */
    heapAllocBytes: z.number(),
    reachableBytes: z.number(),
    labels: z.array(label),
    trie: packed,
    /** For labels right below the top that are no roots: ways from roots down to them. */
    heldBy: z.array(z.tuple([z.number(), z.array(z.array(z.number()))])),
    /** Labels of goroutines, and the bytes of their stacks. Missing in files of older versions. */
    stacks: z.array(z.tuple([z.number(), z.number()])).default([]),
  }),
  z.object({
    ...shared,
    kind: z.literal('profile'),
    sites: z.array(
      z.object({ key: z.string(), liveBytes: z.number(), liveObjects: z.number(), stack: z.array(frame) }),
    ),
  }),
]);

type SnapshotFile = z.output<typeof fileSchema>;
export type ProfileSnapshot = Extract<SnapshotFile, { kind: 'profile' }>;
type RetentionFile = Extract<SnapshotFile, { kind: 'retention' }>;

/** A snapshot on disk: who keeps what alive (from the probe's dump), or allocation sites alone (from a profile). */
export type HeapSnapshot = ProfileSnapshot | RetentionSnapshot;
export type RetentionSnapshot = Omit<RetentionFile, 'trie' | 'labels' | 'heldBy' | 'stacks'> & { trie: Trie };

/** A snapshot as bytes: gzipped JSON that needs neither the program nor the sources to be read again. */
export function writeSnapshot(snapshot: HeapSnapshot): Uint8Array {
  return gzipSync(JSON.stringify(snapshot.kind === 'profile' ? snapshot : pack(snapshot)));
}

/** @throws LeakgateError `config` when the bytes are no snapshot, or one of another version. */
export function parseSnapshot(bytes: Uint8Array, name: string): HeapSnapshot {
  const found = json(bytes, name);
  try {
    const file = fileSchema.parse(found);
    return file.kind === 'profile' ? file : unpack(file);
  } catch (cause) {
    // A foreign file may also be nested so deep that the stack doesn't suffice.
    throw new LeakgateError('config', `${name} is no snapshot that this version of Leakgate can read.`, {
      cause,
      hint: 'Take it again with `leakgate snapshot`.',
    });
  }
}

function json(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: 512 << 20 }).toString('utf8'));
  } catch (cause) {
    throw new LeakgateError('config', `${name} is no snapshot: it isn't gzipped JSON.`, { cause });
  }
}

function pack({ trie, ...rest }: RetentionSnapshot): RetentionFile {
  const labels: Label[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (one: Label): number => {
    let number = numbers.get(one.text);
    if (number === undefined) numbers.set(one.text, (number = labels.push(one) - 1));
    return number;
  };
  const node = (one: Trie): Packed => [
    numberOf(one.label),
    one.objects,
    one.bytes,
    [...one.children.values()].map(node),
  ];
  const heldBy = [...trie.children.values()].flatMap((child): RetentionFile['heldBy'] =>
    child.heldBy === undefined ? [] : [[numberOf(child.label), child.heldBy.map((way) => way.map(numberOf))]],
  );
  const stacks = [...trie.children.values()].flatMap(({ label: of, stackBytes }): RetentionFile['stacks'] =>
    stackBytes === undefined ? [] : [[numberOf(of), stackBytes]],
  );
  return { ...rest, trie: node(trie), heldBy, stacks, labels };
}

function unpack({ trie, labels, heldBy, stacks, ...rest }: RetentionFile): RetentionSnapshot {
  const nameless: Label = { text: '?', frame: null, foreign: false };
  const labelOf = (number: number): Label => labels[number] ?? nameless;
  const node = ([number, objects, bytes, packedChildren]: Packed): Trie => {
    const children = new Map(packedChildren.map(node).map((child) => [child.label.text, child]));
    const below = [...children.values()].reduce((sum, child) => sum + child.retainedBytes, 0);
    return { label: labelOf(number), objects, bytes, retainedBytes: bytes + below, children };
  };
  const top = node(trie);
  for (const [number, ways] of heldBy) {
    const child = top.children.get(labelOf(number).text);
    if (child !== undefined) child.heldBy = ways.map((way) => way.map(labelOf));
  }
  for (const [number, bytes] of stacks) {
    const child = top.children.get(labelOf(number).text);
    if (child !== undefined) child.stackBytes = bytes;
  }
  return { ...rest, trie: top };
}
