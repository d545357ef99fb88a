import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addsUp, readGoProgram, readHeapDump, retentionGraph, trieOf } from '../heap/index.ts';
import type { GoProgram, Trie } from '../heap/index.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import type { Probe } from './client.ts';

/** Who keeps what alive, at one moment of a service at rest. */
export interface Retention {
  goVersion: string;
  trie: Trie;
  /** Bytes of all objects that the roots reach. */
  reachableBytes: number;
  /** What the runtime counts; equal but for what cleanups and weak pointers hold. */
  heapAllocBytes: number;
  /** False when the two differ by more than they should: then the chains can't be trusted. */
  consistent: boolean;
}

/** Reads retention of one program; its symbols are read once. `binary` is the file that the service runs. */
export function retentionReader(
  binary: string,
  frames: FrameResolver,
): (probe: Probe, signal: AbortSignal) => Promise<Retention> {
  let program: GoProgram | undefined;
  return async (probe, signal) => {
    program ??= readGoProgram(binary);
    const directory = await mkdtemp(join(tmpdir(), 'leakgate-heap-'));
    try {
      const path = join(directory, 'heap.dump');
      await probe.heapDump(path, signal);
      return readRetention(path, program, frames);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };
}

/** Reads the dump at `path`. @throws LeakgateError `measurement` when it can't be read. */
export function readRetention(path: string, program: GoProgram, frames: FrameResolver): Retention {
  const dump = readHeapDump(path, program);
  const graph = retentionGraph(dump, program);
  const { reachableBytes } = graph;
  const { heapAllocBytes, goVersion } = dump;
  const consistent = addsUp({ heapAllocBytes, reachableBytes });
  return { goVersion, trie: trieOf(graph, frames), reachableBytes, heapAllocBytes, consistent };
}
