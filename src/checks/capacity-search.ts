/** What one try at a rate showed. `late`: the generator didn't keep to it, so it says nothing about the service. */
export type Trial = 'holds' | 'fails' | 'late';

export interface SearchPlan {
  /** Where to begin, in requests per second. */
  fromPerSecond: number;
  /** Never asked for more. */
  upToPerSecond: number;
  /** Factor from one rate to the next while they hold. */
  growth: number;
  /** The search ends when the lowest rate that failed is at most this many times the highest that held. */
  precision: number;
}

export interface Capacity {
  /** The highest rate that held; 0 when not even `lowestPerSecond` did. */
  perSecond: number;
  /** What keeps it from being higher. */
  limit: 'service' | 'generator' | 'plan';
  trials: number;
}

/** Below this a percentile would take minutes of tries. */
export const lowestPerSecond = 10;
/** One hiccup of the machine doesn't cost a rate: it is out when it failed, or came late, as often as this. */
const strikes = 2;

/**
 * Finds the highest rate that holds: growing until one fails, or shrinking until one holds, and then halving the gap on a
 * logarithmic scale. Each rate that fails is tried again at once. A rate that the generator can't keep to ends the search
 * upwards: what lies above it isn't known.
 */
export async function searchCapacity(
  trial: (perSecond: number) => Promise<Trial>,
  { fromPerSecond, upToPerSecond, growth, precision }: SearchPlan,
): Promise<Capacity> {
  let trials = 0;
  const attempt = async (perSecond: number): Promise<Trial> => {
    const seen = { fails: 0, late: 0 };
    while (seen.fails < strikes && seen.late < strikes) {
      trials += 1;
      const outcome = await trial(perSecond);
      if (outcome === 'holds') return 'holds';
      seen[outcome] += 1;
    }
    return seen.fails >= strikes ? 'fails' : 'late';
  };

  let low = 0;
  let high = Infinity;
  let limit: Capacity['limit'] = 'plan';
  for (let rate = Math.min(fromPerSecond, upToPerSecond); ;) {
    const outcome = await attempt(rate);
    if (outcome === 'holds') low = rate;
    else [high, limit] = [rate, outcome === 'late' ? 'generator' : 'service'];
    if (low === upToPerSecond || high <= lowestPerSecond || high / low <= precision) break;
    if (low === 0) rate = Math.max(lowestPerSecond, high / growth);
    else rate = high === Infinity ? Math.min(upToPerSecond, low * growth) : Math.sqrt(low * high);
  }
  return { perSecond: low, limit, trials };
}
