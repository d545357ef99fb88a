import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameTwice } from '../bench/index.ts';
import { measurePair } from '../checks/speed-pair.ts';
import { gateEffects, speedGates } from '../checks/speed-gates.ts';
import { relativeChange } from '../checks/speed-metrics.ts';
import type { Config } from '../config/resolve.ts';
import { asLeakgateError } from '../errors.ts';
import { bad, fair, good, type Advice } from './advice.ts';

/** Of about a second each, in two pairs of processes. */
const windows = 24;
const mostMs = 90_000;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/**
 * The service beside itself: how far two copies of the same program seem apart on this machine.
 */
export async function noise(
  config: Config,
  { env, progress }: { env: NodeJS.ProcessEnv; progress: (text: string) => void },
  signal: AbortSignal,
): Promise<Advice> {
  const directory = await mkdtemp(join(tmpdir(), 'leakgate-doctor-'));
  try {
    await using pair = await sameTwice(config, { directory, env, progress }, signal);
    const gates = speedGates({});
    const plan = { gates, planned: windows, mostMs, maxErrorShare: 0.01, progress };
    const measured = await measurePair(pair, plan, signal);
    if (measured.kind !== 'measured')
      return bad(
        'noise',
        `the service couldn't be measured beside itself${measured.kind === 'unavailable' ? `: ${measured.reason}` : ''}`,
        '`leakgate run` tells more.',
      );
    const spreads = [...gateEffects(measured, gates)].map(([{ metric, limit }, { interval }]) => {
      const [low, high] = interval.map((end) => relativeChange(metric, end)) as [number, number];
      return { title: metric.title, limit, spread: Math.abs(high - low) / 2 };
    });
    const told = spreads.map(({ title, spread }) => `${title} ±${percent(spread)}`).join(', ');
    const found = `the service beside itself, ${windows} windows: ${told}`;
    const blind = spreads.filter(({ limit, spread }) => spread > limit);
    if (blind.length === 0) return good('noise', found);
    const limits = blind.map(({ title, limit }) => `${title} ${percent(limit)}`).join(', ');
    return fair(
      'noise',
      found,
      `What scatters by more than its limit (${limits}) will often end undecided here. Fewer neighbours, more processors, or a longer speed-budget help.`,
    );
  } catch (error) {
    signal.throwIfAborted();
    const { message, hint } = asLeakgateError(error);
    return bad('noise', message.replace(/\.$/, ''), hint ?? '`leakgate run` tells more.');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
