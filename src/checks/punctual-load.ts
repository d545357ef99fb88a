import { LeakgateError } from '../errors.ts';
import type { LoadSummary } from '../model.ts';
import type { Bench } from './check.ts';
import { assertMeasured } from './validity.ts';
import { amountText } from './wording.ts';

/** Timers come a millisecond late as a rule, and tens on a busy runner; beyond this the sender decided when requests start, and not the schedule. */
export const lagLimitUs = 50_000;
const tries = 3;

/**
 * Loads the stock build for so long. What an open loop sent too late is measured again and never reported.
 * @throws LeakgateError `measurement` when no request got the expected answer, or the generator was late in every try.
 */
export async function punctualLoad(
  bench: Bench,
  durationMs: number,
): Promise<{ summary: LoadSummary; cpuUsPerRequest: number }> {
  for (let left = tries; ; left -= 1) {
    const measured = await bench.speed.load(durationMs);
    assertMeasured(measured.summary);
    const lagUs = measured.summary.open?.lagUs?.p99 ?? 0;
    if (lagUs <= lagLimitUs) return measured;
    const late = `one in a hundred requests started ${amountText(lagUs / 1000)} ms late or more`;
    if (left === 1) {
      throw new LeakgateError(
        'measurement',
        `The load generator couldn't keep to the schedule: ${late}, in ${tries} tries.`,
        {
          hint: 'Ask for a lower rate, or measure on a machine with more free processors.',
        },
      );
    }
    bench.note(`The load was repeated: ${late}.`);
  }
}
