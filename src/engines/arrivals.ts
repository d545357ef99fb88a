import type { Stage, Traffic } from '../model.ts';

/**
 * The intended starts of all requests in milliseconds from the beginning, in order. `random` gives numbers in [0, 1) and
 * is asked only for `poisson`.
 *
 * Rates are integrated to the number of requests due by a time, and requests are spaced on that axis: by 1, or by an
 * exponential variable of mean 1, which makes any curve of rates a Poisson process (time rescaling). What is left of a gap
 * at the end of a stage goes on in the next one. Bursts are counts, not rates: `spacing` leaves them alone.
 */
export function* arrivals({ stages, spacing }: Traffic, random: () => number): Generator<number, void, void> {
  const gap = spacing === 'even' ? () => 1 : () => -Math.log(1 - random());
  let startMs = 0;
  // The first request of an even load is due at once; the first of a Poisson process is not.
  let wait = spacing === 'even' ? 0 : gap();
  for (const stage of stages) {
    if ('burst' in stage) yield* bursts(stage, startMs);
    else {
      const due = stageCount(stage);
      for (; wait < due; wait += gap()) yield startMs + offsetMs(stage, wait);
      wait -= due;
    }
    startMs += stage.durationMs;
  }
}

function* bursts({ durationMs, burst, everyMs }: Extract<Stage, { burst: number }>, startMs: number) {
  for (let atMs = 0; atMs < durationMs; atMs += everyMs) {
    for (let request = 0; request < burst; request += 1) yield startMs + atMs;
  }
}

type RateStage = Exclude<Stage, { burst: number }>;

const lastPerSecond = ({ perSecond, toPerSecond = perSecond }: RateStage): number => toPerSecond;

/** Requests that are due in the stage: the area under its line. */
function stageCount(stage: RateStage): number {
  return (((stage.perSecond + lastPerSecond(stage)) / 2) * stage.durationMs) / 1000;
}

/** When `count` requests of the stage are due, in milliseconds from its start: the inverse of rate·t + slope·t²/2. */
function offsetMs(stage: RateStage, count: number): number {
  const rate = stage.perSecond / 1000;
  const slope = (lastPerSecond(stage) / 1000 - rate) / stage.durationMs;
  // This form of the root has no difference of near-equal numbers, and holds for a slope of zero.
  return count === 0 ? 0 : (2 * count) / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * count)));
}

/** The first `durationMs` of the schedule; where it is shorter, its last stage goes on with the rate or bursts it ends with. */
export function trafficFor({ stages, spacing }: Traffic, durationMs: number): Traffic {
  const cut: Stage[] = [];
  let leftMs = durationMs;
  for (const stage of stages) {
    if (leftMs > 0) cut.push(shortened(stage, Math.min(leftMs, stage.durationMs)));
    leftMs -= stage.durationMs;
  }
  const last = cut.at(-1);
  if (leftMs > 0 && last !== undefined) cut.push({ ...endOf(last), durationMs: leftMs });
  return { stages: cut, spacing };
}

function shortened(stage: Stage, durationMs: number): Stage {
  if ('burst' in stage || stage.toPerSecond === undefined) return { ...stage, durationMs };
  const share = durationMs / stage.durationMs;
  return { ...stage, durationMs, toPerSecond: stage.perSecond + (stage.toPerSecond - stage.perSecond) * share };
}

function endOf(stage: Stage): Stage {
  return 'burst' in stage ? stage : { perSecond: lastPerSecond(stage), durationMs: stage.durationMs };
}

/** What the schedule lasts. */
export function trafficDurationMs({ stages }: Traffic): number {
  return stages.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** Requests per second that the schedule asks for on average. */
export function askedPerSecond(traffic: Traffic): number {
  const requests = traffic.stages.reduce(
    (sum, stage) =>
      sum + ('burst' in stage ? stage.burst * Math.ceil(stage.durationMs / stage.everyMs) : stageCount(stage)),
    0,
  );
  return (requests * 1000) / trafficDurationMs(traffic);
}

/** The highest rate of the schedule, in requests per second; a burst counts as if spread to the next one. */
export function peakPerSecond({ stages }: Traffic): number {
  return Math.max(
    ...stages.map((stage) =>
      'burst' in stage ? (stage.burst * 1000) / stage.everyMs : Math.max(stage.perSecond, lastPerSecond(stage)),
    ),
  );
}
