import { sumHistograms } from '../stats/latency-histogram.ts';
import { median } from '../stats/quantiles.ts';
import { firstLook, isLook } from '../stats/sequential.ts';
import { PairUnavailable, type PairBench, type PairWindow, type SideWindow } from './check.ts';
import { failedShares } from './load-errors.ts';
import { blockLength, gateEffects, openGates, type SpeedGate } from './speed-gates.ts';
import { perSeries, type MeasuredPair, type PairMeasurement, type PairSeries } from './speed-measurement.ts';
import { counted, listed } from './wording.ts';

interface Plan {
  gates: readonly SpeedGate[];
  /** Windows at most. */
  planned: number;
  /** How long all windows may take together: those of a slow service are longer than planned. */
  mostMs: number;
  /** A side that fails more than this share of its requests can't be compared. */
  maxErrorShare: number;
  progress: (text: string) => void;
}

/**
 * Measures base and head side by side until every gate is decided or the planned windows are used up. Fresh processes
 * begin a new block after the first 8 windows and then after every 16, so that no unlucky pair of them decides alone.
 */
export async function measurePair(pair: PairBench, plan: Plan, signal: AbortSignal): Promise<PairMeasurement> {
  const { baseSha } = pair;
  if (pair.identical) return { kind: 'identical', baseSha };
  const blocks: PairWindow[][] = [];
  const left = { ms: plan.mostMs };
  try {
    while (await pullBlock(pair, blocks, plan, left, signal)) plan.progress('side by side: starting fresh processes');
  } catch (thrown) {
    if (thrown instanceof PairUnavailable) return { kind: 'unavailable', reason: thrown.message };
    throw thrown;
  }
  const decided = summarise(blocks, { baseSha, planned: plan.planned, stopped: 'decided' });
  if (decided === null) return { kind: 'unavailable', reason: 'no window had expected answers from both sides' };
  return openGates(gateEffects(decided, plan.gates)).length === 0 ? decided : { ...decided, stopped: 'budget' };
}

/** One pair of processes. True when another one is needed. */
async function pullBlock(
  pair: PairBench,
  blocks: PairWindow[][],
  plan: Plan,
  left: { ms: number },
  signal: AbortSignal,
): Promise<boolean> {
  const length = blockLength(blocks.length);
  const block: PairWindow[] = [];
  blocks.push(block);
  // Start-up and warm-up come before the first window.
  let lastMs = Number.NaN;
  for await (const window of pair.windows()) {
    signal.throwIfAborted();
    block.push(window);
    const nowMs = performance.now();
    if (lastMs > 0) left.ms -= nowMs - lastMs;
    lastMs = nowMs;
    if (isOver(blocks, plan) || left.ms <= 0) return false;
    if (block.length === length) return true;
  }
  return false;
}

function isOver(blocks: readonly PairWindow[][], plan: Plan): boolean {
  const { gates, planned, progress } = plan;
  const pulled = blocks.flat();
  const usable = pulled.filter(isUsable).length;
  if (pulled.length >= planned) return true;
  if (usable === 0) return pulled.length >= firstLook;
  if (!isLook(usable, planned) || !isUsable(pulled.at(-1)!)) return false;
  const sofar = summarise(blocks, { baseSha: '', planned, stopped: 'decided' })!;
  const { base, head } = failedShares(sofar);
  if (Math.max(base, head) > plan.maxErrorShare) return true;
  const open = openGates(gateEffects(sofar, gates));
  const state = open.length === 0 ? 'all decided' : `open: ${listed(open.map(({ metric }) => metric.title))}`;
  progress(`side by side: ${counted(usable, 'window')} of at most ${planned}, ${state}`);
  return open.length === 0;
}

const figures: Record<PairSeries, (side: SideWindow) => number> = {
  cpu: (side) => side.cpuUsPerRequest,
  throughput: (side) => side.usPerAnswer,
  p50: (side) => side.latencyUs.p50,
  p95: (side) => side.latencyUs.p95,
  p99: (side) => side.latencyUs.p99,
};

/** The windows as they are stored and judged; null when none is usable. */
export function summarise(
  blocks: readonly (readonly PairWindow[])[],
  about: Pick<MeasuredPair, 'baseSha' | 'planned' | 'stopped'>,
): MeasuredPair | null {
  const all = blocks.flat();
  const usable = all.filter(isUsable);
  if (usable.length === 0) return null;
  const total = (of: 'requests' | 'failed') => both((side) => all.reduce((sum, window) => sum + window[side][of], 0));
  return {
    kind: 'measured',
    ...about,
    blocks: blocks.map((block) => block.filter(isUsable).length),
    ratios: perSeries((series) => usable.map((window) => logRatio(figures[series], window))),
    base: perSeries((series) => middle(usable.map(({ base }) => figures[series](base)))),
    head: perSeries((series) => middle(usable.map(({ head }) => figures[series](head)))),
    requests: total('requests'),
    failed: total('failed'),
    failedMore: both((side) => all.filter((window) => failsMore(window, side)).length),
    ...histogramsOf(usable),
  };
}

/** Nothing where one side has none. */
function histogramsOf(windows: readonly PairWindow[]): Pick<MeasuredPair, 'histograms'> {
  const of = (side: 'base' | 'head') => sumHistograms(windows.flatMap((window) => window[side].histogram ?? []));
  const [base, head] = [of('base'), of('head')];
  return base === null || head === null ? {} : { histograms: { base, head } };
}

/** Both sides answered as expected, in turn and at saturation. */
function isUsable({ base, head }: PairWindow): boolean {
  return [base, head].every(({ latencyUs, usPerAnswer }) => latencyUs.p50 > 0 && Number.isFinite(usPerAnswer));
}

/** Five decimals are a thousandth of a percent, far below any noise, and keep baselines small. */
function logRatio(figure: (side: SideWindow) => number, { base, head }: PairWindow): number | null {
  const ratio = Math.log(figure(head) / figure(base));
  return Number.isFinite(ratio) ? Math.round(ratio * 1e5) / 1e5 : null;
}

function middle(values: readonly number[]): number | null {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  return known.length === 0 ? null : Math.round(median(known) * 1000) / 1000;
}

function both(count: (side: 'base' | 'head') => number): { base: number; head: number } {
  return { base: count('base'), head: count('head') };
}

function failsMore({ base, head }: PairWindow, side: 'base' | 'head'): boolean {
  const more = head.failed / Math.max(1, head.requests) - base.failed / Math.max(1, base.requests);
  return side === 'head' ? more > 0 : more < 0;
}
