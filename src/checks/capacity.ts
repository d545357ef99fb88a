import * as z from 'zod';
import { kebabOptions } from '../config/options.ts';
import { duration, share } from '../config/values.ts';
import type { CheckReport, Finding, LoadSummary } from '../model.ts';
import { median } from '../stats/quantiles.ts';
import { lowestPerSecond, searchCapacity, type Capacity, type Trial } from './capacity-search.ts';
import { defineCheck, PairUnavailable, type Bench, type JudgeContext, type RatedSide } from './check.ts';
import { failedShare } from './load-summary.ts';
import { lagLimitUs } from './punctual-load.ts';
import { amountText, percent, signedPercent } from './wording.ts';

const options = kebabOptions({
  'capacity-p99': duration
    .prefault('50ms')
    .describe(
      'The `capacity` check finds the highest rate at which the 99th percentile of the latency is at most this.',
    ),
  'capacity-errors': share.prefault('0.1%').describe('Share of requests that may fail at that rate.'),
  'capacity-probe': duration
    .refine((ms) => ms >= 500 && ms <= 60_000, { error: 'from 500ms to 1m' })
    .prefault('2s')
    .describe('How long each rate is tried.'),
  'max-capacity-drop': share.prefault('15%').describe('How much that rate may fall, measured side by side.'),
});

interface CapacityOptions {
  capacityP99: number;
  capacityErrors: number;
  capacityProbe: number;
  maxCapacityDrop: number;
}

const search = z.object({
  perSecond: z.number(),
  limit: z.enum(['service', 'generator', 'plan']),
  trials: z.number(),
});

const measurement = z.object({
  p99Ms: z.number(),
  maxErrors: z.number(),
  /** One search after the other. */
  head: z.array(search),
  /** In turn with the head's; null when there was nothing to compare with. */
  base: z.object({ sha: z.string(), searches: z.array(search) }).nullable(),
  /** Why there is no base; null when there is one. */
  alone: z.string().nullable(),
});

type CapacityMeasurement = z.output<typeof measurement>;

/** A 99th percentile of fewer is the worst single request. */
const fewestRequests = 100;
/** With three of each, all of one side are below all of the other by chance in 1 of 20 runs. */
const searches = 3;
const first = { fromPerSecond: 100, upToPerSecond: 50_000, growth: 2, precision: 1.1 };

/**
 * The highest rate that the service holds without breaking its promise: an open loop at rising rates, latency from the
 * intended start. A single search on a busy machine is off by a sixth; so each side is searched three times, in turn.
 */
export const capacity = defineCheck({
  name: 'capacity',
  title: 'Capacity',
  build: 'stock',
  onRequest: true,
  options,
  measurement,
  measure,
  judge,
});

async function measure(bench: Bench, chosen: CapacityOptions, signal: AbortSignal): Promise<CapacityMeasurement> {
  const promise = { p99Ms: chosen.capacityP99, maxErrors: chosen.capacityErrors };
  const { pair } = bench.speed;
  const alone =
    'unavailable' in pair ? pair.unavailable : pair.identical ? 'the binary is identical to the base’s' : null;
  if ('unavailable' in pair || alone !== null) {
    return {
      ...promise,
      head: await inTurn([bench.speed.rated], bench, chosen, signal).then(([head]) => head!),
      base: null,
      alone,
    };
  }
  try {
    await using sides = await pair.rated();
    const [head, base] = await inTurn([sides.head, sides.base], bench, chosen, signal);
    return { ...promise, head: head!, base: { sha: pair.baseSha, searches: base! }, alone: null };
  } catch (error) {
    if (!(error instanceof PairUnavailable)) throw error;
    const [head] = await inTurn([bench.speed.rated], bench, chosen, signal);
    return { ...promise, head: head!, base: null, alone: error.message };
  }
}

/** Every side once, then every side again: the machine's drift meets them alike. */
async function inTurn(
  sides: readonly RatedSide[],
  bench: Bench,
  chosen: CapacityOptions,
  signal: AbortSignal,
): Promise<Capacity[][]> {
  const found: Capacity[][] = sides.map(() => []);
  for (let round = 0; round < searches; round += 1) {
    for (const [index, side] of sides.entries()) {
      const before = found[index]!.at(-1);
      const plan =
        before === undefined
          ? first
          : { ...first, fromPerSecond: Math.max(lowestPerSecond, before.perSecond / 1.2), growth: 1.2 };
      const result = await searchCapacity(async (rate) => {
        signal.throwIfAborted();
        bench.progress(`capacity: trying ${amountText(rate)} requests/s`);
        return outcomeOf(await side.load(rate, Math.max(chosen.capacityProbe, (fewestRequests * 1000) / rate)), chosen);
      }, plan);
      found[index]!.push(result);
    }
  }
  return found;
}

function outcomeOf(load: LoadSummary, { capacityP99, capacityErrors }: CapacityOptions): Trial {
  if ((load.open?.lagUs?.p99 ?? 0) > lagLimitUs) return 'late';
  return load.latencyUs.p99 <= capacityP99 * 1000 && failedShare(load) <= capacityErrors ? 'holds' : 'fails';
}

const rates = (found: readonly Capacity[]): number[] => found.map(({ perSecond }) => perSecond);

function judge(
  current: CapacityMeasurement,
  stored: CapacityMeasurement | null,
  { maxCapacityDrop }: CapacityOptions,
  { compare }: JudgeContext,
): Omit<CheckReport, 'name' | 'title'> {
  const finding = compared(current, stored, maxCapacityDrop, compare);
  const value = median(rates(current.head));
  return {
    outcome: finding.outcome === 'warn' ? 'pass' : finding.outcome,
    summary: summaryOf(current, value),
    findings: [finding],
    metrics: [{ id: 'capacity/rate', title: 'Highest rate that holds', unit: 'req/s', better: 'higher', value }],
    routes: [],
  };
}

function summaryOf({ head, p99Ms, maxErrors }: CapacityMeasurement, value: number): string {
  const promise = `p99 ≤ ${amountText(p99Ms)} ms and at most ${percent(maxErrors)} failing`;
  if (value === 0) return `Not even ${lowestPerSecond} requests/s hold ${promise}.`;
  const spread = `${amountText(Math.min(...rates(head)))} to ${amountText(Math.max(...rates(head)))} in ${head.length} searches`;
  const bound = head.every(({ limit }) => limit === 'service')
    ? ''
    : ' The generator or the plan ended it, not the service.';
  return `${amountText(value)} requests/s hold ${promise} (${spread}).${bound}`;
}

function compared(
  current: CapacityMeasurement,
  stored: CapacityMeasurement | null,
  maxDrop: number,
  compare: JudgeContext['compare'],
): Finding {
  const against = current.base?.searches ?? (samePromise(current, stored) ? stored!.head : null);
  const [after, before] = [median(rates(current.head)), against === null ? null : median(rates(against))];
  const delta = before === null || before === 0 ? null : after / before - 1;
  const gating = current.base !== null || compare === 'stored';
  const [outcome, reason] = verdict({ current, against, delta, maxDrop, gating });
  return {
    id: 'capacity/rate',
    kind: 'speed',
    metric: 'Highest rate that holds',
    unit: 'req/s',
    before,
    after,
    delta,
    interval: null,
    threshold: gating && against !== null ? { value: maxDrop, of: 'relative' } : null,
    outcome,
    reason,
  };
}

/** Rates for another promise aren't the same quantity. */
function samePromise(current: CapacityMeasurement, stored: CapacityMeasurement | null): boolean {
  return stored !== null && stored.p99Ms === current.p99Ms && stored.maxErrors === current.maxErrors;
}

interface Evidence {
  current: CapacityMeasurement;
  against: readonly Capacity[] | null;
  delta: number | null;
  maxDrop: number;
  gating: boolean;
}

function verdict({ current, against, delta, maxDrop, gating }: Evidence): [Finding['outcome'], string] {
  if (against === null || delta === null) {
    return [
      'pass',
      current.alone === null ? 'There is nothing to compare with yet.' : `Not compared: ${current.alone}.`,
    ];
  }
  const change = `${signedPercent(delta)} against ${current.base === null ? 'the stored rate' : 'the base, searched in turn'}`;
  if (delta >= -maxDrop) return ['pass', `${change}; at most −${percent(maxDrop)} is allowed.`];
  if (!gating) return ['warn', `${change}. Not gating: rates of another day or machine don’t compare.`];
  const apart = Math.max(...rates(current.head)) < Math.min(...rates(against));
  return apart
    ? [
        'fail',
        `${change}: every search of the head ended below every one of the base. At most −${percent(maxDrop)} is allowed.`,
      ]
    : ['inconclusive', `${change}, but the searches of both sides overlap; at most −${percent(maxDrop)} is allowed.`];
}
