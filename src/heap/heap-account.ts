import type { RetentionSnapshot } from './snapshot-file.ts';
import type { Trie } from './trie.ts';

/** Where the change of the runtime's own count, HeapAlloc, comes from: the parts add up to it. All are differences in bytes. */
export interface HeapAccount {
  heapAllocBytes: number;
  /** Roots that are shown as having grown. */
  shownBytes: number;
  /** The service's other roots: those that shrank, and those that a rule leaves out. */
  otherBytes: number;
  /** What the runtime and the probe keep for themselves. */
  runtimeBytes: number;
  /** What the runtime counts and no root reaches. */
  unreachedBytes: number;
}

/** Reconciles the growth of the shown roots with what the runtime counts. */
export function heapAccount(before: RetentionSnapshot, after: RetentionSnapshot, shownBytes: number): HeapAccount {
  const heapAllocBytes = after.heapAllocBytes - before.heapAllocBytes;
  const runtimeBytes = foreignBytes(after.trie) - foreignBytes(before.trie);
  const reached = after.trie.retainedBytes - before.trie.retainedBytes;
  return {
    heapAllocBytes,
    shownBytes,
    otherBytes: reached - runtimeBytes - shownBytes,
    runtimeBytes,
    unreachedBytes: heapAllocBytes - reached,
  };
}

const foreignBytes = ({ children }: Trie): number =>
  [...children.values()]
    .filter(({ label }) => label.foreign)
    .reduce((sum, { retainedBytes }) => sum + retainedBytes, 0);
