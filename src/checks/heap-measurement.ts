import * as z from 'zod';
import { heapEvidenceSchema } from './heap-evidence.ts';
import { allocationSchema, heapLeakSchema, poolMisuseSchema } from './leak-schema.ts';

/** What the heap check stores: leaks, and the figures that a later run is held against. */
export const heapMeasurement = z.object({
  leaks: z.array(heapLeakSchema),
  /**
   * The trie of what keeps the growth alive, flattened and pruned: each path of names from a root down, with the bytes that each
   * request adds at its end. A later run tells new chains by it. Missing where nothing grew or nobody could tell.
   */
  retained: z.record(z.string(), z.number()).exactOptional(),
  /** Growth of memory that only the standard library allocated, on behalf of the leaks. */
  libraryBytesPerRequest: z.number(),
  /** Ids of goroutine and descriptor leaks, which may hold memory. */
  holders: z.array(z.string()),
  pools: z.array(poolMisuseSchema),
  /** Requests of the three doses; figures of other doses don't compare. */
  doses: z.array(z.number()),
  /** After the doses, collected. */
  heapBytes: z.number(),
  /** What pools held on top of it. */
  pooledBytes: z.number(),
  mallocsPerRequest: z.number(),
  allocatedBytesPerRequest: z.number(),
  /** The own lines that allocate most. */
  allocations: z.array(allocationSchema),
  /** For pictures; never judged. */
  evidence: heapEvidenceSchema.exactOptional(),
});

export type HeapMeasurement = z.output<typeof heapMeasurement>;
