import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readHeapDump } from '../../../src/heap/dump.ts';
import type { GoProgram } from '../../../src/heap/program.ts';
import type { HeapDump } from '../../../src/heap/heap-dump.ts';
import { frameResolver } from '../../../src/pprof/frames.ts';
import { thaw, type FrozenProgram } from '../../fixtures/heap/program.ts';

export const versions = ['go1.22.12', 'go1.24.11', 'go1.25.5', 'go1.26.8', 'go1.27.0'] as const;

const folder = new URL('../../fixtures/heap/', import.meta.url);
const unzip = (name: string): Buffer => gunzipSync(readFileSync(new URL(name, folder)));

export interface Recorded {
  program: GoProgram;
  dump: HeapDump;
  /** What `MemStats.HeapAlloc` said just before. */
  heapAllocBytes: number;
}

/** A dump recorded with `count` entries of each pattern. */
export function recorded(version: string, count: 40 | 80): Recorded {
  const frozen = JSON.parse(unzip(`${version}.json.gz`).toString()) as FrozenProgram & {
    facts: Record<number, { heapAlloc: number }>;
  };
  const program = thaw(frozen);
  return {
    program,
    dump: withDump(unzip(`${version}-${count}.heap.gz`), (path) => readHeapDump(path, program)),
    heapAllocBytes: frozen.facts[count]!.heapAlloc,
  };
}

export const dumpBytes = (version: string, count: number): Buffer => unzip(`${version}-${count}.heap.gz`);

/** Lays bytes on disk for as long as `read` runs. */
export function withDump<T>(bytes: Buffer, read: (path: string) => T): T {
  const path = join(tmpdir(), `leakgate-test-${process.pid}-${Math.random().toString(36).slice(2)}.heap`);
  writeFileSync(path, bytes);
  try {
    return read(path);
  } finally {
    rmSync(path);
  }
}

export const frames = frameResolver(
  {
    workingDirectory: '/src',
    moduleDirectory: '/src',
    modulePath: 'example.com/heapfix',
    ownModules: [{ path: 'example.com/heapfix', directory: '/src' }],
    packagePath: 'example.com/heapfix',
    packageDirectory: '/src',
    goVersion: 'go1.26.8',
    goRoot: '/go',
    goModCache: '/mod',
    goArch: 'amd64',
  },
  '/src',
);
