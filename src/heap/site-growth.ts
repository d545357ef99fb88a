import type { Frame } from '../model.ts';
import { isRuntimeOwned } from '../pprof/frames.ts';
import type { ProfileSnapshot } from './snapshot-file.ts';

/** What an allocation site holds more of than before. */
export interface SiteGrowth {
  /** Innermost first. */
  stack: Frame[];
  bytes: number;
  objects: number;
  /** All that it holds now. */
  totalBytes: number;
}

/** Subtracts two profiles by site, heaviest growth first, without the runtime's own. Figures are estimates from samples. */
export function siteGrowth(before: Pick<ProfileSnapshot, 'sites'>, after: ProfileSnapshot): SiteGrowth[] {
  const was = new Map(before.sites.map((site) => [site.key, site]));
  return after.sites
    .map(({ key, stack, liveBytes, liveObjects }) => ({
      stack,
      bytes: liveBytes - (was.get(key)?.liveBytes ?? 0),
      objects: liveObjects - (was.get(key)?.liveObjects ?? 0),
      totalBytes: liveBytes,
    }))
    .filter(({ bytes, stack }) => bytes > 0 && !isRuntimeOwned(stack))
    .toSorted((a, b) => b.bytes - a.bytes);
}
