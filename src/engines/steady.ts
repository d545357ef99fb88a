import type { PairWindow, SideWindow } from '../model.ts';

/** Windows in each of the two stretches that are compared. */
const stretch = 4;

/** How much a side may still be getting cheaper or faster, and head against base may still be moving. */
const ownDrift = 0.1;
const relativeDrift = 0.05;

const figures: ((side: SideWindow) => number)[] = [(side) => side.cpuUsPerRequest, (side) => side.latencyUs.p50];

/**
 * Are both sides warm? The last stretch is held against the one before it: neither side still gets cheaper or faster
 * (getting slower is the machine's noise, or a leak, and no reason to wait), and their relation has settled.
 */
export function isSteady(windows: readonly PairWindow[]): boolean {
  const recent = windows.slice(-stretch);
  const before = windows.slice(-2 * stretch, -stretch);
  if (before.length < stretch) return false;
  return figures.every((figure) => {
    const change = (side: 'base' | 'head'): number =>
      median(recent.map((window) => figure(window[side]))) / median(before.map((window) => figure(window[side])));
    const [base, head] = [change('base'), change('head')];
    return Math.min(base, head) >= 1 - ownDrift && Math.abs(Math.log(head / base)) <= relativeDrift;
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
