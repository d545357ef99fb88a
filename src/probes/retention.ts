import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      return readRetention(path, program, frames, earlier);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };
}

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
