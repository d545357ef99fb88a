import type { DisturbedService } from './resilience-bench.ts';
import type { Ramp } from './resilience-measurement.ts';
import { stretch, type Passing } from './resilience-series.ts';
import { amountText } from './wording.ts';
import { ascending, quantileOfSorted } from '../stats/quantiles.ts';

export interface RampPlan {
  fromPerSecond: number;
  /** How long the whole phase takes, and each rate of its rise. */
  forMs: number;
  stepMs: number;
  /** 95th percentile that ends the rise. */
  risenUs: number;
  delayMs: number;
}

const growth = 1.4;
/** What one thread of a full client sends with some calm. */
const mostPerSecond = 5000;
/** When so many are refused, the limiter is found. */
const refusedShare = 0.2;
/** Beyond this the generator is the one that struggles. */
const lateLimitMs = 50;
/** A hiccup of the machine isn't a peak: what ends the rise has to be seen twice. */
const strikes = 2;

/**
 * Raises the rate until latency or refusals end it, and holds the rate it ended at for the rest of its time. The rate stays as it
 * is then.
 */
export async function rise(
  service: DisturbedService,
  passing: Passing,
  plan: RampPlan,
  progress: (text: string) => void,
): Promise<Ramp> {
  const endMs = service.nowMs() + plan.forMs;
  const steps: Ramp['steps'] = [];
  const seen = { latency: 0, refusals: 0, generator: 0 };
  let limit: Ramp['limit'] = 'plan';
  for (let perSecond = plan.fromPerSecond; service.nowMs() + plan.stepMs <= endMs && limit === 'plan';) {
    progress(`resilience: peak at ${amountText(perSecond)} requests/s`);
    const { step, ended } = await hold(service, passing, perSecond, plan);
    steps.push(step);
    if (ended !== null) {
      seen[ended] += 1;
      if (seen[ended] === strikes) limit = ended;
    } else if (perSecond === mostPerSecond) break;
    else perSecond = Math.min(mostPerSecond, Math.round(perSecond * growth));
  }
  const leftMs = endMs - service.nowMs();
  if (leftMs > 0) await service.last(leftMs);
  return { delayMs: plan.delayMs, steps, limit };
}

async function hold(service: DisturbedService, passing: Passing, perSecond: number, plan: RampPlan) {
  const fromMs = service.nowMs();
  service.takeLateMs();
  service.rate(perSecond);
  await service.last(plan.stepMs);
  const { answers } = service;
  const { sent, refused, p95Us } = stretch({ answers, arrivals: null, passing }, fromMs, service.nowMs());
  const late = ascending(service.takeLateMs());
  const lateMs = late.length === 0 ? 0 : quantileOfSorted(late, 0.95);
  // Requests in flight over their rate are the mean latency (Little's law): it shows a jam before its answers come.
  const jammed = service.inFlight() >= 20 && (service.inFlight() * 1e6) / perSecond > plan.risenUs;
  const ended =
    lateMs > lateLimitMs
      ? 'generator'
      : refused >= Math.max(5, sent * refusedShare)
        ? 'refusals'
        : jammed || (p95Us !== null && p95Us >= plan.risenUs)
          ? 'latency'
          : null;
  return { step: { perSecond, sent, refused, p95Us }, ended } as const;
}
