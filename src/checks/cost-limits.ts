export interface CostLimits {
  /** Undefined: less than a whole allocation more, see below. */
  maxAllocsIncrease?: number | undefined;
  maxAllocatedBytesIncrease: number;
  maxLiveHeapIncrease: number;
}

/** Changes smaller than this don't count, however large their share. */
const leastAllocs = 0.5;
export const leastAllocatedBytes = 16;

/** Unless the settings say otherwise: half a percent, never a whole allocation, and never below what counts scatter by themselves. */
const allocs = { share: 0.005, most: 0.75, scatter: 0.0015 };

/** How many more allocations a request may make. */
export function allowedAllocs(before: number, { maxAllocsIncrease: limit }: CostLimits): number {
  if (limit !== undefined) return Math.max(leastAllocs, limit * before);
  return Math.max(leastAllocs, allocs.scatter * before, Math.min(allocs.most, allocs.share * before));
}

/** How many more bytes a request may allocate. */
export const allowedBytes = (before: number, { maxAllocatedBytesIncrease: limit }: CostLimits): number =>
  Math.max(leastAllocatedBytes, limit * before);

interface Counted {
  mallocsPerRequest: number;
  allocatedBytesPerRequest: number;
}

/** Does a request allocate more than it may, by number or by bytes? */
export const exceedsCounts = (after: Counted, before: Counted, limits: CostLimits): boolean =>
  after.mallocsPerRequest - before.mallocsPerRequest > allowedAllocs(before.mallocsPerRequest, limits) ||
  after.allocatedBytesPerRequest - before.allocatedBytesPerRequest >
    allowedBytes(before.allocatedBytesPerRequest, limits);
