import * as z from 'zod';
import type { Stage, Traffic } from '../model.ts';
import { count, duration } from './values.ts';

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

/** When requests start, as a config file writes it. */
export const trafficSchema = z.strictObject({
  spacing: z
    .enum(['even', 'poisson'])
    .default('even')
    .describe('`even`: equal gaps. `poisson`: as independent users come, the same in every run.'),
  stages: z
    .array(z.union([rateStage, burstStage], { error: 'write a stage as {rate, to, for} or {burst, every, for}' }))
    .min(1)
    .max(1000),
});

export type TrafficInput = z.output<typeof trafficSchema>;

/** What the schedule lasts, in milliseconds. */
export function scheduleMs({ stages }: TrafficInput): number {
  return stages.reduce((sum, stage) => sum + stage.for, 0);
}

export function toTraffic({ spacing, stages }: TrafficInput): Traffic {
  return { spacing, stages: stages.map(toStage) };
}

function toStage(stage: TrafficInput['stages'][number]): Stage {
  if ('burst' in stage) return { burst: stage.burst, everyMs: stage.every, durationMs: stage.for };
  return {
    perSecond: stage.rate,
    ...(stage.to !== undefined && { toPerSecond: stage.to }),
    durationMs: stage.for,
  };
}
