import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fullDisk } from '../errors.ts';
import { addsUp, namedTrie, readGoProgram, readHeapDump, retentionGraph } from '../heap/index.ts';
import type { GoProgram, ObjectNames, Trie } from '../heap/index.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import type { Probe } from './client.ts';

/** Who keeps what alive, at one moment of a service at rest. */
export interface Retention {
  goVersion: string;
  trie: Trie;
  /** What each object is called, for a later look at the same process. */
  objects: ObjectNames;
  /** Bytes of all objects that the roots reach. */
  reachableBytes: number;
  /** What the runtime counts; equal but for what cleanups and weak pointers hold. */
  heapAllocBytes: number;
  /** False when the two differ by more than they should: then the chains can't be trusted. */
  consistent: boolean;
}

/** `earlier`: what the objects were called in a look since which every allocation was sampled. */
export type RetentionReader = (probe: Probe, signal: AbortSignal, earlier?: ObjectNames) => Promise<Retention>;

/** Reads retention of one program; its symbols are read once. `binary` is the file that the service runs. */
export function retentionReader(binary: string, frames: FrameResolver): RetentionReader {
  let program: GoProgram | undefined;
  return async (probe, signal, earlier) => {
    program ??= readGoProgram(binary);
    const directory = await mkdtemp(join(tmpdir(), 'leakgate-heap-'));
    try {
      const path = join(directory, 'heap.dump');
      await probe.heapDump(path, signal);
      return await wholeRetention(path, program, frames, earlier);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };
}

/** The runtime doesn't tell that it could write no more: what it left is cut off. */
async function wholeRetention(...given: Parameters<typeof readRetention>): Promise<Retention> {
  try {
    return readRetention(...given);
  } catch (cause) {
    const [path] = given;
    const { bavail, bsize } = await statfs(dirname(path));
    throw bavail * bsize < leastBytes ? fullDisk('the heap dump is cut off', { cause }) : cause;
  }
}

/** Where less is free than this, a write was refused. */
const leastBytes = 64 * 1024;

/** Reads the dump at `path`. @throws LeakgateError `measurement` when it can't be read. */
export function readRetention(
  path: string,
  program: GoProgram,
  frames: FrameResolver,
  earlier?: ObjectNames,
): Retention {
  const dump = readHeapDump(path, program);
  const graph = retentionGraph(dump, program);
  const { reachableBytes } = graph;
  const { heapAllocBytes, goVersion } = dump;
  const consistent = addsUp({ heapAllocBytes, reachableBytes });
  return { goVersion, ...namedTrie(graph, frames, earlier), reachableBytes, heapAllocBytes, consistent };
}
