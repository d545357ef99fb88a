export { readHeapDump, type HeapDump } from './dump.ts';
export { readGoProgram, type GoProgram } from './elf.ts';
export { retentionGraph, type RetentionGraph } from './graph.ts';
export { growth, retainedByRoot, type ChainGrowth } from './growth.ts';
export { trieOf, type Trie } from './trie.ts';
