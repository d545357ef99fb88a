export { readHeapDump } from './dump.ts';
export type { HeapDump } from './heap-dump.ts';
export { readGoProgram, readProgramBuild, type GoProgram } from './program.ts';
export { addsUp, retentionGraph, type RetentionGraph } from './graph.ts';
export { growthSteps } from './growth-steps.ts';
export { grownWays } from './grown-ways.ts';
export { growth, retainedByRoot, type ChainGrowth } from './growth.ts';
export type { ObjectNames } from './earlier-names.ts';
export { namedTrie, trieOf, type Trie } from './trie.ts';
