import * as z from 'zod';
import type { Stage, Traffic } from '../model.ts';
import { count, duration } from './values.ts';

/** Each turn becomes a few dozen straight lines. */
const mostTurns = 1000;

const perSecond = z.number({ error: 'write requests per second as a number' }).min(0).max(100_000);

const rateStage = z.strictObject({
  rate: perSecond.describe('Requests that start each second.'),
  to: perSecond.optional().describe('The rate at the stage’s end, reached in a straight line.'),
  for: duration,
});

const burstStage = z.strictObject({
  burst: count.describe('Requests that start at once.'),
  every: duration,
  for: duration,
});

const curveStage = z
  .strictObject({
    curve: z
      .enum(['sine', 'triangle', 'saw', 'square'])
      .describe('How the rate goes from `rate` to `to` and back, again and again.'),
    rate: perSecond,
    to: perSecond,
    every: duration
      .refine((ms) => ms >= 100, { error: 'a tenth of a second at least' })
      .describe('How long one turn takes.'),
    for: duration,
  })
  .refine(({ every, for: whole }) => whole / every <= mostTurns, { error: `write at most ${mostTurns} turns` });

/** When requests start, as a config file writes it. */
export const trafficSchema = z.strictObject({
  spacing: z
    .enum(['even', 'poisson'])
    .default('even')
    .describe('`even`: equal gaps. `poisson`: as independent users come, the same in every run.'),
  stages: z
    .array(
      z.union([rateStage, burstStage, curveStage], {
        error: 'write a stage as {rate, to, for}, {burst, every, for} or {curve, rate, to, every, for}',
      }),
    )
    .min(1)
    .max(1000),
});

export type TrafficInput = z.output<typeof trafficSchema>;

/** What the schedule lasts, in milliseconds. */
export function scheduleMs({ stages }: TrafficInput): number {
  return stages.reduce((sum, stage) => sum + stage.for, 0);
}

export function toTraffic({ spacing, stages }: TrafficInput): Traffic {
  return { spacing, stages: stages.flatMap(toStages) };
}

function toStages(stage: TrafficInput['stages'][number]): Stage[] {
  if ('burst' in stage) return [{ burst: stage.burst, everyMs: stage.every, durationMs: stage.for }];
  if ('curve' in stage) return straightLines(stage);
  return [
    {
      perSecond: stage.rate,
      ...(stage.to !== undefined && { toPerSecond: stage.to }),
      durationMs: stage.for,
    },
  ];
}

type Curve = z.output<typeof curveStage>;

/** A straight line of a turn: its share of it, and how far the rate is from `rate` to `to` at its begin and end. */
type Line = [share: number, from: number, to: number];

const sinePieces = 32;
const sineAt = (piece: number): number => (1 - Math.cos((2 * Math.PI * piece) / sinePieces)) / 2;

const turns: Record<Curve['curve'], readonly Line[]> = {
  sine: Array.from({ length: sinePieces }, (_, piece) => [1 / sinePieces, sineAt(piece), sineAt(piece + 1)]),
  triangle: [
    [0.5, 0, 1],
    [0.5, 1, 0],
  ],
  saw: [[1, 0, 1]],
  square: [
    [0.5, 0, 0],
    [0.5, 1, 1],
  ],
};

/** The curve as ramps. The one that the stage's end falls into is cut there. */
function straightLines({ curve, rate, to, every, for: whole }: Curve): Stage[] {
  const at = (height: number): number => rate + (to - rate) * height;
  const stages: Stage[] = [];
  for (let leftMs = whole; leftMs > 0;) {
    for (const [share, from, until] of turns[curve]) {
      const durationMs = Math.min(share * every, leftMs);
      const drawn = durationMs / (share * every);
      if (durationMs > 0)
        stages.push({ perSecond: at(from), toPerSecond: at(from + (until - from) * drawn), durationMs });
      leftMs -= durationMs;
    }
  }
  return stages;
}
