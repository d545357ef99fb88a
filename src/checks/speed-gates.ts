import { effectOf, firstLook, isLook, nominalLevels, quadraticSpending, type Effect } from '../stats/sequential.ts';
import type { MeasuredPair } from './speed-measurement.ts';
import { logLimit, speedMetrics, type SpeedLimits, type SpeedMetric } from './speed-metrics.ts';

/** A metric with the limit that this run holds it to. */
export interface SpeedGate {
  metric: SpeedMetric;
  /** Relative, above 0: 0.05 allows 5 % more latency, or 5 % less throughput. */
  limit: number;
}

export function speedGates(limits: SpeedLimits): SpeedGate[] {
  return speedMetrics.map((metric) => ({ metric, limit: limits[metric.option] ?? metric.pairedLimit }));
}

/** Of a hundred runs of unchanged code, at most one may call any metric different: all metrics share this. */
const falseAlarms = 0.01;

/** What the windows so far say about each gate. A metric without any value (CPU on some systems) is left out. */
export function gateEffects(pair: MeasuredPair, gates: readonly SpeedGate[]): Map<SpeedGate, Effect> {
  const measured = gates.filter(({ metric }) => pair.ratios[metric.series].some((value) => value !== null));
  const differs = levelNow(pair, falseAlarms / measured.length);
  return new Map(
    measured.map((gate) => {
      const blocks = inBlocks(pair.ratios[gate.metric.series], pair.blocks);
      return [gate, effectOf(blocks, { limit: logLimit(gate.metric, gate.limit), differs })];
    }),
  );
}

/** Gates that are neither sure to be within their limit nor seen beyond it in two pairs of processes. */
export function openGates(effects: ReadonlyMap<SpeedGate, Effect>): SpeedGate[] {
  return [...effects].flatMap(([gate, { standing }]) =>
    standing === 'undecided' || standing === 'suspected' ? [gate] : [],
  );
}

/** The same looks always have the same levels, and integrating them takes a while. */
const known = new Map<string, number>();

/** The one-sided level of the look at these windows, after those before it spent their part. */
function levelNow({ blocks, planned, stopped }: MeasuredPair, alpha: number): number {
  const n = blocks.reduce((sum, length) => sum + length, 0);
  const looks = Array.from({ length: n }, (_, i) => i + 1).filter((at) => at === n || isLook(at, planned));
  // When windows couldn't be used, the budget ends early: no later look is left to keep anything for.
  const fractions = looks.map((at) => (at === n && stopped === 'budget' ? 1 : at / planned));
  const key = JSON.stringify([fractions, alpha]);
  const level = known.get(key) ?? nominalLevels(fractions, quadraticSpending(alpha)).at(-1)!;
  known.set(key, level);
  return level;
}

function inBlocks(values: readonly (number | null)[], lengths: readonly number[]): number[][] {
  let start = 0;
  return lengths.map((length) => {
    const block = values.slice(start, (start += length));
    return block.filter((value) => value !== null);
  });
}

/** The first pair of processes gets just enough windows to clear what is clear; later ones are worth their start-up. */
export function blockLength(index: number): number {
  return index === 0 ? firstLook : 2 * firstLook;
}
