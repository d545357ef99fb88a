import { LeakgateError } from '../../errors.ts';
import type { Stage, Traffic } from '../../model.ts';

/** A stretch at one rate; 0 is silence. */
export interface Attack {
  perSecond: number;
  durationMs: number;
}

/** A ramp is climbed in steps of a second. */
const stepMs = 1000;

/**
 * A schedule as vegeta can send it: constant rates one after the other. The requests of a ramp are as many as the line holds.
 * @throws LeakgateError `config` for bursts and Poisson traffic.
 */
export function attacksOf({ stages, spacing }: Traffic): Attack[] {
  if (spacing === 'poisson') throw unable('independent users (`spacing: poisson`)');
  return stages.flatMap(stepsOf);
}

function stepsOf(stage: Stage): Attack[] {
  if ('burst' in stage) throw unable('bursts');
  const { perSecond, toPerSecond = perSecond, durationMs } = stage;
  if (toPerSecond === perSecond) return [{ perSecond, durationMs }];
  const steps = Math.max(1, Math.ceil(durationMs / stepMs));
  const rise = (toPerSecond - perSecond) / steps;
  return Array.from({ length: steps }, (_, step) => ({
    perSecond: perSecond + rise * (step + 0.5),
    durationMs: durationMs / steps,
  }));
}

function unable(what: string): LeakgateError {
  return new LeakgateError('config', `vegeta can't send ${what}, only constant rates and ramps.`, {
    hint: 'Write `engine: auto`: its open loop sends every schedule.',
  });
}
