import type { PairWindow, SideWindow } from '../model.ts';
import { median } from '../stats/quantiles.ts';

/** Windows in each of the two stretches that are compared. */
const stretch = 4;

/** Changes from one stretch to the next that are too small to wait for. */
const ownDrift = 0.1;
const relativeDrift = 0.05;

const figures: ((side: SideWindow) => number)[] = [(side) => side.cpuUsPerRequest, (side) => side.latencyUs.p50];

/**
 * Are both sides warm? The last stretch is held against the one before it: neither side still gets cheaper or faster
 * (getting slower is the machine's noise, or a leak, and no reason to wait), and head over base has settled.
 * Two stretches differ only when they don't overlap: by chance that happens to 1 in 70 on any machine, however noisy.
 */
export function isSteady(windows: readonly PairWindow[]): boolean {
  const recent = windows.slice(-stretch);
  const before = windows.slice(-2 * stretch, -stretch);
  if (before.length < stretch) return false;
  return figures.every((figure) => {
    const falls = (of: (window: PairWindow) => number): boolean => isBelow(recent.map(of), before.map(of), ownDrift);
    const ratio = (window: PairWindow): number => figure(window.head) / figure(window.base);
    const [now, then] = [recent.map(ratio), before.map(ratio)];
    const moves = isBelow(now, then, relativeDrift) || isBelow(then, now, relativeDrift);
    return !moves && !falls((window) => figure(window.base)) && !falls((window) => figure(window.head));
  });
}

/** All of `low` lie below all of `high`, and their medians apart by more than the share `drift`. */
function isBelow(low: number[], high: number[], drift: number): boolean {
  return Math.max(...low) < Math.min(...high) && median(low) < median(high) * (1 - drift);
}
