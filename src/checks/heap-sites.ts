import type { Frame, SiteUsage } from '../model.ts';
import { isRuntimeOwned } from '../pprof/frames.ts';
import { pointedFrame } from '../pprof/site.ts';

/** Everything allocated through one source line: the sites whose stacks point there. */
export interface HeapLine {
  frame: Frame;
  /** Those sites in each look, by their keys; index as the looks given. */
  looks: Map<string, SiteUsage>[];
}

export const lineKey = (frame: Frame): string => `${frame.function}:${frame.file}:${frame.line}`;

/**
 * Gathers the sites of several looks by the line they point at. Memory that the runtime allocates for itself is left out: it grows with
 * the peak of goroutines and threads and is never given back.
 */
export function heapLines(looks: readonly (readonly SiteUsage[])[]): Map<string, HeapLine> {
  const lines = new Map<string, HeapLine>();
  for (const [index, look] of looks.entries()) {
    for (const site of look) {
      const frame = pointedFrame(site.stack);
      if (frame === undefined || isRuntimeOwned(site.stack)) continue;
      const key = lineKey(frame);
      const line = lines.get(key) ?? { frame, looks: looks.map(() => new Map<string, SiteUsage>()) };
      lines.set(key, line);
      line.looks[index]!.set(site.key, site);
    }
  }
  return lines;
}

export type Amount = 'liveBytes' | 'liveObjects' | 'allocatedBytes' | 'allocatedObjects';

/** What the line holds in each look. */
export const amounts = (line: HeapLine, amount: Amount): number[] =>
  line.looks.map((look) => [...look.values()].reduce((sum, site) => sum + site[amount], 0));

/** One standard deviation of the held bytes in each look. */
export const errorBytes = (line: HeapLine): number[] =>
  line.looks.map((look) => Math.hypot(...[...look.values()].map((site) => site.errorBytes)));

/** The stack of the line's site that grew most from the first look to the last. */
export function heaviestStack(line: HeapLine): Frame[] {
  const first = line.looks[0]!;
  const growth = (site: SiteUsage): number => site.liveBytes - (first.get(site.key)?.liveBytes ?? 0);
  const sites = [...line.looks.at(-1)!.values()].toSorted((a, b) => growth(b) - growth(a));
  return sites[0]?.stack ?? [line.frame];
}
