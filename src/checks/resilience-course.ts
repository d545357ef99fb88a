import { LeakgateError } from '../errors.ts';
import { ascending, quantileOfSorted } from '../stats/quantiles.ts';
import type { Bench } from './check.ts';
import type { DisturbedService } from './resilience-bench.ts';
import type { Ramp, ResilienceMeasurement, ResiliencePhase } from './resilience-measurement.ts';
import type { ResilienceOptions } from './resilience-options.ts';
import { rise } from './resilience-ramp.ts';
import { bucketMs, p95Of, seriesOf, stretch, outcomeOf, type Passing } from './resilience-series.ts';
import { amountText } from './wording.ts';

/** Of its time, what each phase takes with `quick`. */
const quickShare = 0.2;
/** Between phases, for what is queued and for limits that have narrowed. */
const settleMs = { least: 1000, full: 5000 };
const restartMs = { least: 2500, full: 5000 };
/** The rise of the peak takes so many steps at most; a step has a percentile. */
const steps = 15;
const leastStepMs = 300;
/** Beside a baseline of microseconds, the noise of timers. */
const noiseUs = 1000;
/** A slower dependency has to show in the latency. */
const leastDelayMs = 20;

/** Takes the service through its phases. @throws LeakgateError `measurement` when the generator couldn't keep to the schedule. */
export async function course(
  bench: Bench,
  options: ResilienceOptions,
  signal: AbortSignal,
): Promise<ResilienceMeasurement> {
  signal.throwIfAborted();
  const { dependency, does, start, stop } = options.fault ?? {};
  const { fallback } = options.pass;
  await using service = await bench.resilience.start({ dependency, does, start, stop, fallback });
  const run = driver(bench, service, options);
  await run.baseline();
  await run.peaks();
  await run.fault();
  await run.restart();
  return run.measurement();
}

/** What the phases are made of: time, load, and what is noted of both. */
function stage(bench: Bench, service: DisturbedService, options: ResilienceOptions) {
  const { phases: plan } = options;
  const passing: Passing = { routes: bench.routes, status: options.pass.status };
  const scaled = (ms: number): number => (options.quick ? ms * quickShare : ms);
  const ranges: { name: ResiliencePhase['name']; fromMs: number; toMs: number }[] = [];
  const lateMs: number[] = [];
  const phase = async (name: ResiliencePhase['name'], body: () => Promise<unknown>): Promise<void> => {
    bench.progress(`resilience: ${name}`);
    const fromMs = service.nowMs();
    await body();
    ranges.push({ name, fromMs, toMs: service.nowMs() });
  };
  /** So long at the usual rate. */
  const calm = async (ms: number): Promise<void> => {
    service.takeLateMs();
    service.rate(plan.rate);
    await service.last(ms);
    lateMs.push(...service.takeLateMs());
  };
  const settle = async (): Promise<void> => calm(Math.max(settleMs.least, scaled(settleMs.full)));
  const climb = async (fromPerSecond: number, delayMs: number, usualUs: number): Promise<Ramp> => {
    const forMs = scaled(plan.peak.for);
    const stepMs = Math.max(leastStepMs, forMs / steps);
    const risenUs = usualUs * (1 + plan['p95-rise']) + noiseUs + delayMs * 1000;
    return rise(service, passing, { fromPerSecond, forMs, stepMs, risenUs, delayMs }, (text) => bench.progress(text));
  };
  return { passing, scaled, ranges, lateMs, phase, calm, settle, climb };
}

function driver(bench: Bench, service: DisturbedService, options: ResilienceOptions) {
  const { phases: plan, fault } = options;
  const { passing, scaled, ranges, lateMs, phase, calm, settle, climb } = stage(bench, service, options);
  let baselineP95Us = 0;
  let peak: Ramp = { delayMs: 0, steps: [], limit: 'plan' };
  let slowPeak: Ramp | null = null;

  return {
    async baseline() {
      await phase('baseline', async () => calm(scaled(plan.baseline.for)));
      const { fromMs, toMs } = ranges[0]!;
      baselineP95Us = servedP95(service, passing, fromMs + (toMs - fromMs) / 5, toMs);
    },
    async peaks() {
      await phase('peak', async () => (peak = await climb(plan.rate, 0, baselineP95Us)));
      await settle();
      const onset = peak.steps.find(isRefusing);
      if (service.arrivals() === null || onset === undefined) return;
      const delayMs = Math.max(leastDelayMs, Math.round(baselineP95Us / 1000));
      service.disturb({ kind: 'delay', delayMs });
      slowPeak = await climb(Math.max(plan.rate, Math.round(onset.perSecond / 3)), delayMs, baselineP95Us);
      service.disturb(null);
      await settle();
    },
    async fault() {
      if (fault === undefined) return;
      await phase('fault', async () => {
        await using active = await service.beginFault();
        await calm(scaled(plan.fault.for));
        await active.end();
      });
      await phase('recovery', async () => calm(scaled(plan.recovery.for)));
    },
    async restart() {
      await service.restart();
      await phase('restart', async () => calm(Math.max(restartMs.least, scaled(restartMs.full))));
      await service.drain();
    },
    measurement(): ResilienceMeasurement {
      assertPunctual(lateMs);
      const seen = { answers: service.answers, arrivals: service.arrivals(), passing };
      const phases = ranges.map(({ name, fromMs, toMs }) => ({ name, ...stretch(seen, fromMs, toMs) }));
      const waitedUs = baselineP95Us + Math.max(baselineP95Us, leastDelayMs * 1000);
      const series = seriesOf(seen, waitedUs, phases.at(-1)!.toMs);
      return { perSecond: plan.rate, fault: faultText(options), phases, peak, slowPeak, series };
    },
  };
}

/** Is there a limiter at work? One stray refusal isn't one. */
export const isRefusing = ({ sent, refused }: { sent: number; refused: number }): boolean =>
  refused >= Math.max(5, sent * 0.01);

/** Leaves out the first requests of a service that has just started. @throws LeakgateError `measurement` when none was served. */
function servedP95({ answers }: DisturbedService, passing: Passing, fromMs: number, toMs: number): number {
  const served = answers.tookUs.filter((_, index) => {
    const ms = answers.sentMs[index]!;
    return ms >= fromMs && ms < toMs && outcomeOf(answers, index, passing) === 'served';
  });
  const p95Us = p95Of(served);
  if (p95Us !== null) return p95Us;
  throw new LeakgateError('measurement', 'No request got the expected answer before there was any fault.', {
    hint: 'Check the requests and what the service needs: the `resilience` check starts from a service that works.',
  });
}

/** A request that starts later than the next bucket tells of another moment. */
function assertPunctual(lateMs: readonly number[]): void {
  const late = lateMs.length === 0 ? 0 : quantileOfSorted(ascending(lateMs), 0.99);
  if (late <= bucketMs) return;
  throw new LeakgateError(
    'measurement',
    `The load generator couldn't keep to the schedule: one in a hundred requests started ${amountText(late)} ms late or more.`,
    { hint: 'Ask for a lower rate, or measure on a machine with more free processors.' },
  );
}

function faultText({ fault }: ResilienceOptions): string | null {
  if (fault === undefined) return null;
  const { does, dependency, start } = fault;
  if (does !== undefined)
    return `${does.kind === 'delay' ? `delay of ${does.delayMs} ms` : does.kind} in front of ${dependency}`;
  return start === undefined ? null : 'command' in start ? start.command : `${start.method} ${start.target}`;
}
