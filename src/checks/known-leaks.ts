import type { Grade } from '../model.ts';
import type { JudgeContext } from './check.ts';
import { amountText } from './wording.ts';

/** A known leak may get this much faster before it counts as a new one: rates of rare leaks vary by chance. */
const worsening = 1.5;

interface Compared {
  /** Rate of this run, and of the baseline: 0 when it doesn't leak there, null when there is no baseline. */
  rate: number;
  before: number | null;
  /** `bytes for each request`. */
  unit: string;
}

export interface GradedLeak {
  outcome: Grade;
  /** What the baseline knows, in a sentence; empty where there's nothing to say. */
  known: string;
}

/** What is said of a leak when there is no baseline to ask. */
const unknownBefore: Record<JudgeContext['knownLeaks'], GradedLeak> = {
  fail: { outcome: 'fail', known: '' },
  record: { outcome: 'warn', known: 'Recorded as known: once this run is the baseline, only new leaks fail.' },
  unknown: { outcome: 'inconclusive', known: 'The baseline couldn’t be read: nobody knows whether this leak is new.' },
};

/** Grades a leak by what the baseline knows: only leaks that are new, or clearly faster, fail. Gives the sentence too. */
export function gradeLeak({ rate, before, unit }: Compared, context: Pick<JudgeContext, 'knownLeaks'>): GradedLeak {
  if (before === null) return unknownBefore[context.knownLeaks];
  if (before === 0) return { outcome: 'fail', known: 'The baseline doesn’t leak here.' };
  const was = `${amountText(before)} ${unit}`;
  return rate > worsening * before
    ? { outcome: 'fail', known: `The baseline leaks here too, but only ${was}.` }
    : { outcome: 'warn', known: `Known: the baseline leaks here too, ${was}.` };
}
