import * as z from 'zod';
import type { Dose, SiteUsage, Snapshot } from '../model.ts';
import type { SourceReader } from '../pprof/site.ts';
import { allocationsIn } from './allocations.ts';
import type { Bench } from './check.ts';
import { exceedsCounts, type CostLimits } from './cost-limits.ts';
import { allocationSchema } from './leak-schema.ts';
import type { LeakPass, Stage } from './stages.ts';

/** What a request costs in memory, and what is left once the doses are over. */
export const requestCosts = z.object({
  /** Requests of the three doses; figures of other doses don't compare. */
  doses: z.array(z.number()),
  /** After the doses, collected. */
  heapBytes: z.number(),
  /** What pools held on top of it: most and least of the looks after the doses, since a collection may empty them at any moment. */
  pooledBytes: z.number(),
  leastPooledBytes: z.number().default(0),
  mallocsPerRequest: z.number(),
  allocatedBytesPerRequest: z.number(),
  /** The own lines that allocate most. */
  allocations: z.array(allocationSchema),
});

export type RequestCosts = z.output<typeof requestCosts>;

/** Allocations of a further round of requests. */
export const countsSchema = z.object({ mallocsPerRequest: z.number(), allocatedBytesPerRequest: z.number() });

export type Counts = z.output<typeof countsSchema>;

/** The baseline's commit, measured in this run because its stored counts couldn't be used; or why that failed. */
export const baseCostsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), sha: z.string(), ...requestCosts.shape }),
  z.object({ kind: z.literal('unavailable'), reason: z.string() }),
]);

export type BaseCosts = z.output<typeof baseCostsSchema>;

type Largest = Pick<Dose, 'mallocsPerRequest' | 'allocatedBytesPerRequest'>;

export function costsOf(
  doses: readonly Stage[],
  { mallocsPerRequest, allocatedBytesPerRequest }: Largest,
  source: SourceReader,
): RequestCosts {
  const { after } = doses.at(-1)!;
  const pooled = doses.map((dose) => pooledBytesOf(dose.after));
  return {
    doses: doses.map(({ requests }) => requests),
    heapBytes: after.heapBytes,
    pooledBytes: Math.max(...pooled),
    leastPooledBytes: Math.min(...pooled),
    mallocsPerRequest,
    allocatedBytesPerRequest,
    allocations: allocationsIn(doses, source),
  };
}

const pooledBytesOf = ({ pooledSites, sites }: Snapshot): number =>
  Math.max(0, Math.round(liveBytes(pooledSites) - liveBytes(sites)));

const liveBytes = (sites: readonly SiteUsage[]): number => sites.reduce((sum, site) => sum + site.liveBytes, 0);

/** Measures the baseline's commit with the doses of this run, where its stored counts can't be used. */
export async function measureBase(bench: Bench, pass: LeakPass): Promise<BaseCosts | null> {
  const { baseCounts: base } = bench;
  if (base === null) return null;
  if ('unavailable' in base) return { kind: 'unavailable', reason: base.unavailable };
  bench.progress(`counts of the baseline’s commit ${base.sha.slice(0, 7)}, measured anew`);
  const seen = await base.measure(
    pass.warmUp,
    pass.doses.map(({ requests }) => requests),
  );
  if ('unavailable' in seen) return { kind: 'unavailable', reason: seen.unavailable };
  bench.note(
    `The baseline’s counts were made under other conditions than this run’s, so its commit ${base.sha.slice(0, 7)} was measured anew.`,
  );
  const stages = seen.doses.map((dose, index): Stage => ({
    requests: dose.requests,
    durationMs: dose.durationMs,
    before: seen.doses[index - 1]?.after ?? seen.before,
    after: dose.after,
  }));
  return { kind: 'measured', sha: base.sha, ...costsOf(stages, seen.doses.at(-1)!, base.source) };
}

const mostConfirmations = 2;

/**
 * Counts that would fail are measured again, up to twice: a cache that was still warming up, or a pool that a collection emptied, makes a
 * round dearer now and then. Only what every round shows is the code's.
 */
export async function confirmCounts(
  bench: Bench,
  current: RequestCosts,
  against: RequestCosts | null,
  limits: CostLimits,
): Promise<Counts[]> {
  const rounds: Counts[] = [];
  if (against === null) return rounds;
  while (rounds.length < mostConfirmations && exceedsCounts(current, least([current, ...rounds]), against, limits)) {
    bench.progress('allocations: more than the baseline, measuring again');
    const { mallocsPerRequest, allocatedBytesPerRequest } = await bench.leaks.dose(current.doses.at(-1)!);
    rounds.push({ mallocsPerRequest, allocatedBytesPerRequest });
  }
  return rounds;
}

/** Of each count, the lowest of all rounds. */
export const least = (rounds: readonly Counts[]): Counts => ({
  mallocsPerRequest: Math.min(...rounds.map((round) => round.mallocsPerRequest)),
  allocatedBytesPerRequest: Math.min(...rounds.map((round) => round.allocatedBytesPerRequest)),
});
