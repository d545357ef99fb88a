import * as z from 'zod';
import { patterns, type PatternName } from './goroutine-patterns.ts';

const frame = z.object({ function: z.string(), file: z.string(), line: z.number(), own: z.boolean() });

/** A `Site` as measurements store it. */
export const siteSchema = z.object({
  function: z.string(),
  file: z.string(),
  line: z.number(),
  source: z.string().exactOptional(),
  stack: z.array(frame),
});

/** What every leak has, whatever leaks. */
const leak = {
  /** Stable across commits: function and source text. */
  id: z.string(),
  site: siteSchema,
  /** Does a frame of the service's own code stand behind it? */
  own: z.boolean(),
  /** `time`: it grows as fast without requests. */
  growsWith: z.enum(['requests', 'time']),
  /** Routes that drive it, strongest first; empty when it wasn't looked at, or no single one does. */
  routes: z.array(z.string()),
  /** What was there before the decisive rounds and after each of them. */
  values: z.array(z.number()),
  /** Requests of those rounds. */
  requests: z.array(z.number()),
};

export const heapLeakSchema = z.object({
  ...leak,
  bytesPerRequest: z.number(),
  /** For each request of the routes that drive it; null when these weren't looked at one by one. Missing in figures of older versions. */
  bytesPerDrivingRequest: z.number().nullable().exactOptional(),
  objectsPerRequest: z.number(),
  /** Who keeps it alive: the root, and the chain from it in words. Null where no chain leads to this line. */
  keptBy: z
    .object({
      root: z.string(),
      chain: z.string(),
      /** The chain step by step. Missing in figures of older versions. */
      steps: z.array(z.object({ text: z.string(), frame: frame.nullable() })).exactOptional(),
      /** Where no single root keeps it alive: the shortest way from each of some. */
      heldBy: z.array(z.array(z.string())).exactOptional(),
    })
    .nullable(),
  /**
   * Names from a root down to what this line allocated, alike in the next commit, with the bytes that each request adds there. Missing in
   * figures of older versions, empty where no path leads here.
   */
  paths: z.array(z.object({ path: z.string(), bytesPerRequest: z.number() })).exactOptional(),
  /** The leak that holds this memory: it goes when that one is mended. */
  heldBy: z.object({ kind: z.enum(['goroutines', 'descriptors']), id: z.string() }).nullable(),
});

export const goroutineLeakSchema = z.object({
  ...leak,
  perThousand: z.number(),
  proven: z.boolean(),
  state: z.string(),
  /** Where they wait; null when no frame of the stack is known. */
  waitsAt: siteSchema.nullable(),
  pattern: z.enum(Object.keys(patterns) as [PatternName, ...PatternName[]]).nullable(),
  /** Heap that grows with them, in bytes for each. */
  heapBytesEach: z.number(),
  /**
   * How that was found. `dump`: counted, all that only they reach, the runtime's own records of them included. `profile`: estimated from
   * the lines that grow with them. Missing in figures of older versions, which are estimates.
   */
  heapRuler: z.enum(['dump', 'profile']).exactOptional(),
  /** Stack of each, outside of the heap. Missing where no dump tells it. */
  stackBytesEach: z.number().exactOptional(),
  /** What they keep alive: the chain from them down to the objects, in words and step by step. Missing where none begins at them. */
  holds: z
    .object({ chain: z.string(), steps: z.array(z.object({ text: z.string(), frame: frame.nullable() })) })
    .exactOptional(),
  /** How long they were watched without load, to see whether they end. */
  restedMs: z.number(),
});

export const descriptorLeakSchema = z.object({
  ...leak,
  /** The line that opens them, when exactly that many of its objects stay. */
  site: siteSchema.nullable(),
  perThousand: z.number(),
  /** Id of the goroutine leak that holds them. */
  heldBy: z.string().nullable(),
  /** Closed only by the garbage collector: the limit of open files is reached whenever it runs late. */
  collected: z.boolean(),
  /** What became more, the most first: `connection to 127.0.0.1:5432`. Missing in figures of older versions. */
  kinds: z.array(z.object({ what: z.string(), count: z.number() })).exactOptional(),
});

export const threadLeakSchema = z.object({
  ...leak,
  /** Where the goroutines start that occupy them; null when none leak at the same pace. */
  site: siteSchema.nullable(),
  perThousand: z.number(),
  /** Id of that goroutine leak. */
  heldBy: z.string().nullable(),
});

export const poolMisuseSchema = z.object({
  id: z.string(),
  kind: z.enum(['never-put', 'never-taken', 'oversized']),
  site: siteSchema,
  /** New objects of the pool that requests make. */
  objectsPerRequest: z.number(),
  bytesPerRequest: z.number(),
  /** What lay idle in the pool at most after a dose. */
  idleObjects: z.number(),
  idleBytes: z.number(),
});

/** What a line allocates, to name where a change of the totals comes from. */
export const allocationSchema = z.object({
  id: z.string(),
  function: z.string(),
  file: z.string(),
  line: z.number(),
  bytesPerRequest: z.number(),
  objectsPerRequest: z.number(),
});

export type PoolMisuse = z.output<typeof poolMisuseSchema>;
export type Allocation = z.output<typeof allocationSchema>;
export type ThreadLeak = z.output<typeof threadLeakSchema>;
export type DescriptorLeak = z.output<typeof descriptorLeakSchema>;
export type HeapLeak = z.output<typeof heapLeakSchema>;
export type GoroutineLeak = z.output<typeof goroutineLeakSchema>;
