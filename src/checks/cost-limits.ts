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
const allocsMargin = { share: 0.005, most: 0.75, scatter: 0.0015 };

/** How many more allocations a request may make. */
export function allowedAllocs(before: number, { maxAllocsIncrease: limit }: CostLimits): number {
  if (limit !== undefined) return Math.max(leastAllocs, limit * before);
  return Math.max(leastAllocs, allocsMargin.scatter * before, Math.min(allocsMargin.most, allocsMargin.share * before));
}

/** The shares that may govern it. */
export const allocsShares = ({ maxAllocsIncrease: limit }: CostLimits): number[] =>
  limit === undefined ? [allocsMargin.share, allocsMargin.scatter] : [limit];

/** How many more bytes a request may allocate. */
export const allowedBytes = (before: number, { maxAllocatedBytesIncrease: limit }: CostLimits): number =>
  Math.max(leastAllocatedBytes, limit * before);

interface Counted {
  mallocsPerRequest: number;
  allocatedBytesPerRequest: number;
}

interface Dosed extends Counted {
  doses: readonly number[];
}

/** What each round costs once, at most: its connections' buffers, and pools that the collections before it have emptied. */
const perRound: Counted = { mallocsPerRequest: 512, allocatedBytesPerRequest: 65_536 };

/** How much dearer a request may look because its round had fewer requests to share that with: slow services get smaller rounds. */
export function startUp(after: Pick<Dosed, 'doses'>, before: Pick<Dosed, 'doses'>): Counted {
  const share = Math.max(0, 1 / after.doses.at(-1)! - 1 / before.doses.at(-1)!);
  return {
    mallocsPerRequest: share * perRound.mallocsPerRequest,
    allocatedBytesPerRequest: share * perRound.allocatedBytesPerRequest,
  };
}

/** Does a request allocate more than it may, by number or by bytes? `least`: the lowest counts of all rounds like the last of `after`. */
export function exceedsCounts(after: Pick<Dosed, 'doses'>, least: Counted, before: Dosed, limits: CostLimits): boolean {
  const slack = startUp(after, before);
  const allocs = allowedAllocs(before.mallocsPerRequest, limits) + slack.mallocsPerRequest;
  const bytes = allowedBytes(before.allocatedBytesPerRequest, limits) + slack.allocatedBytesPerRequest;
  return (
    least.mallocsPerRequest - before.mallocsPerRequest > allocs ||
    least.allocatedBytesPerRequest - before.allocatedBytesPerRequest > bytes
  );
}
