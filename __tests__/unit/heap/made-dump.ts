import { firstStatic } from '../../../src/heap/address.ts';
import { lastAtOrBelow, type Symbols } from '../../../src/heap/elf.ts';
import type { Bucket, DumpGoroutine, HeapDump } from '../../../src/heap/heap-dump.ts';
import type { GoProgram } from '../../../src/heap/program.ts';

/** A heap written down: what each object points to, how large it is, and what the globals point to. */
export interface MadeHeap {
  objects: { words: number; to: number[]; site?: string }[];
  globals: Record<string, number[]>;
  goroutines?: { reason: string; frames: Record<string, number[]> }[];
}

const staticStart = 0x10_0000;
const arenaStart = 0xc0_0000_0000;
const pageWords = 1024;

/** The dump and the program that such a heap would give. Each object lies in a page of its own. */
export function made({ objects, globals, goroutines = [] }: MadeHeap): { dump: HeapDump; program: GoProgram } {
  const wordOf = (object: number): number => object * pageWords;
  const edges = [0];
  for (const { to } of objects) edges.push(edges.at(-1)! + to.length);
  const names = Object.keys(globals);
  const slots = names.flatMap((name, at) => globals[name]!.map((object, k) => ({ at, k, object })));
  const sites = [...new Set(objects.flatMap(({ site }) => site ?? []))];
  const sampled = objects.flatMap(({ site }, object) => (site === undefined ? [] : [{ object, site }]));
  const dump: HeapDump = {
    goVersion: 'go1.26.8',
    space: { arena: { start: arenaStart, end: arenaStart + 2 ** 30 }, statics: range },
    heapAllocBytes: 0,
    objects: {
      word: Uint32Array.from(objects, (_, object) => wordOf(object)),
      words: Uint32Array.from(objects, ({ words }) => words),
      edges: Uint32Array.from(edges),
    },
    targets: Uint32Array.from(objects.flatMap(({ to }) => to.map(wordOf))),
    headers: { object: new Uint32Array(0), type: new Float64Array(0) },
    boxed: { word: new Uint32Array(0), type: new Float64Array(0) },
    closures: { object: new Uint32Array(0), code: new Float64Array(0) },
    slots: {
      at: Uint32Array.from(slots, ({ at, k }) => firstStatic + at * globalWords + k),
      target: Uint32Array.from(slots, ({ object }) => wordOf(object)),
    },
    goroutines: goroutines.map(({ reason, frames }, id): DumpGoroutine => ({
      id,
      descriptor: 0xffffffff,
      stackBytes: 2048,
      createdAt: 0,
      reason,
      system: false,
      holds: [],
      frames: Object.entries(frames).map(([name, holds]) => ({ function: name, holds: holds.map(wordOf) })),
    })),
    finalizers: [],
    buckets: sites.map((site): Bucket => {
      const [name = '', place = ''] = site.split(' ');
      const [file = '', line = '0'] = place.split(':');
      return { objectBytes: 8, stack: [{ function: name, file: `/src/${file}`, line: Number(line) }] };
    }),
    samples: {
      word: Uint32Array.from(sampled, ({ object }) => wordOf(object)),
      bucket: Uint32Array.from(sampled, ({ site }) => sites.indexOf(site)),
    },
  };
  return { dump, program: programWith(names) };
}

const globalWords = 64;
const range = { start: staticStart, end: staticStart + 2 ** 20 };

function programWith(names: string[]): GoProgram {
  const start = Float64Array.from(names, (_, at) => staticStart + at * globalWords * 8);
  const end = start.map((from) => from + globalWords * 8);
  const globals: Symbols = {
    start,
    end,
    name: (index) => names[index]!,
    find(address) {
      const index = lastAtOrBelow(start, address);
      return index >= 0 && address < end[index]! ? index : -1;
    },
  };
  const nothing = { start: 0, end: 0 };
  return {
    build: { goVersion: 'go1.26.8', buildId: '', packagePath: '', modulePath: '' },
    globals,
    functions: { start: new Float64Array(0), end: new Float64Array(0), name: () => '', find: () => -1 },
    text: nothing,
    types: nothing,
    statics: range,
    data: range,
    bss: nothing,
    typeAt: () => null,
    inlined: (name) => name,
  };
}
