import type { Frame, LeakProneSite, LoadSummary } from '../model.ts';
import type { SiteLives } from '../pprof/goroutine-lives.ts';
import type { Goroutine } from '../pprof/stacks.ts';

/** The service built so that every branch counts, for one load. */
export interface CoverageBench {
  /** Exactly so many requests of the scenario. */
  load(requests: number): Promise<CoveredLoad>;
}

export interface CoveredLoad {
  summary: LoadSummary;
  /** Every line that can leak, with how often it was run. */
  sites: Omit<LeakProneSite, 'alive' | 'lives'>[];
  /** What is left once the load has ended; the service's own only. */
  goroutines: Goroutine[];
  /** Does the collector prove which of them nothing can wake? */
  leakProof: boolean;
  /** How goroutines fared beside the load, by the `go` statement that started them; null where nothing could be traced. */
  lives: { ms: number; sites: (Omit<SiteLives, 'createdBy'> & { createdBy: Frame })[] } | null;
}
