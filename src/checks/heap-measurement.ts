import * as z from 'zod';
import { heapEvidenceSchema } from './heap-evidence.ts';
import { heapLeakSchema, poolMisuseSchema } from './leak-schema.ts';
import { baseCostsSchema, countsSchema, requestCosts } from './request-costs.ts';

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
  ...requestCosts.shape,
  /** Further rounds, where the first one would have failed. */
  confirmations: z.array(countsSchema).exactOptional(),
  /** The baseline's commit, where its stored counts couldn't be used. */
  base: baseCostsSchema.exactOptional(),
  /** Pace of the doses. Missing in figures of older versions. */
  requestsPerSecond: z.number().exactOptional(),
  /** For pictures; never judged. */
  evidence: heapEvidenceSchema.exactOptional(),
});

export type HeapMeasurement = z.output<typeof heapMeasurement>;
