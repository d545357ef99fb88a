// Reads one heap dump and prints what each step took, as JSON: `node heap-reading.mjs PROGRAM DUMP`. Started by bench-heap.mjs.
import { readGoProgram, readHeapDump, retentionGraph, trieOf } from '../src/heap/index.ts';
import { programFrames } from '../src/probes/program-frames.ts';

const [, , binary = '', dumpPath = ''] = process.argv;
const steps: Record<string, { cpuMs: number; wallMs: number }> = {};

function measured<T>(name: string, step: () => T): T {
  const [cpu, wallMs] = [process.cpuUsage(), performance.now()];
  const result = step();
  const { user, system } = process.cpuUsage(cpu);
  steps[name] = { cpuMs: (user + system) / 1000, wallMs: performance.now() - wallMs };
  return result;
}

const program = measured('program', () => readGoProgram(binary));
const dump = measured('dump', () => readHeapDump(dumpPath, program));
const graph = measured('dominators', () => retentionGraph(dump, program));
const trie = measured('names', () => trieOf(graph, programFrames(program.build, process.cwd())));
console.log(
  JSON.stringify({
    steps,
    objects: dump.objects.word.length,
    edges: dump.targets.length,
    reachableBytes: trie.retainedBytes,
    maxRssBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
