import type { Frame, SiteUsage } from '../model.ts';
import { pointedFrame, siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import type { PoolMisuse } from './leak-schema.ts';
import type { LeakPass } from './stages.ts';

/** More idle objects than this, and yet requests make new ones: nobody takes them out. */
const idleObjects = 32;
/** Of a look's sampling errors: one sample of a 16 B object stands for 32 of them, and needn't mean a crowd. */
const significance = 3;
/** Pools in order make 0.001: what a collection took from them. */
const newPerRequest = 0.02;
const oversizedBytes = 64 * 1024;
const oversizedTotalBytes = 1024 * 1024;
/** Lines around a site in which the code that puts the object into a pool must lie. */
const nearbyLines = 60;

interface PooledSite {
  stack: Frame[];
  /** What a pool held after each dose: there after one collection, gone after three. */
  idle: { objects: number; bytes: number; errorBytes: number }[];
  allocatedPerRequest: { objects: number; bytes: number };
}

/**
 * Misuse of `sync.Pool`, which no look at the live heap shows, since a forced collection empties pools: objects taken out and never
 * put back, put in and never taken out, or grown so large that the pool costs more than it saves.
 */
export function poolMisuses(pass: LeakPass, source: SourceReader): PoolMisuse[] {
  return pooledSites(pass).flatMap((site) => {
    const misuse = neverPut(site, source) ?? neverTaken(site, source) ?? oversized(site, source);
    return misuse === undefined ? [] : [misuse];
  });
}

function neverPut(pooled: PooledSite, source: SourceReader): PoolMisuse | undefined {
  const get = pooled.stack.findIndex((frame) => frame.function === 'sync.(*Pool).Get');
  const caller = pooled.stack.slice(get + 1).find((frame) => frame.own);
  if (get <= 0 || caller === undefined || !pooled.stack.slice(0, get).some((frame) => frame.own)) return undefined;
  const returned = pooled.idle.some(({ objects }) => objects >= 1);
  if (returned || pooled.allocatedPerRequest.objects < newPerRequest) return undefined;
  return misuseAt('never-put', caller, pooled, source);
}

function neverTaken(pooled: PooledSite, source: SourceReader): PoolMisuse | undefined {
  const frame = pointedFrame(pooled.stack);
  const crowded = pooled.idle.filter(
    ({ objects, bytes, errorBytes }) => objects >= idleObjects && bytes > significance * errorBytes,
  );
  if (frame?.own !== true || crowded.length < 2 || pooled.allocatedPerRequest.objects < newPerRequest) return undefined;
  return putsNearby(frame, source) ? misuseAt('never-taken', frame, pooled, source) : undefined;
}

function oversized(pooled: PooledSite, source: SourceReader): PoolMisuse | undefined {
  const frame = pointedFrame(pooled.stack);
  const large = ({ objects, bytes }: PooledSite['idle'][number]): boolean =>
    bytes >= oversizedTotalBytes && bytes / Math.max(1, objects) >= oversizedBytes;
  if (frame?.own !== true || pooled.idle.filter(large).length < 2) return undefined;
  return putsNearby(frame, source) ? misuseAt('oversized', frame, pooled, source) : undefined;
}

/** Objects with finalizers outlive one collection too; only code that uses a pool is meant. */
function putsNearby(frame: Frame, source: SourceReader): boolean {
  for (let line = Math.max(1, frame.line - nearbyLines); line <= frame.line + nearbyLines; line++) {
    if (source(frame.file, line)?.includes('.Put(') === true) return true;
  }
  return false;
}

function misuseAt(kind: PoolMisuse['kind'], frame: Frame, pooled: PooledSite, source: SourceReader): PoolMisuse {
  const site = siteAt(frame, pooled.stack, source);
  return {
    id: siteId(site),
    kind,
    site,
    objectsPerRequest: pooled.allocatedPerRequest.objects,
    bytesPerRequest: pooled.allocatedPerRequest.bytes,
    idleObjects: Math.round(Math.max(...pooled.idle.map(({ objects }) => objects))),
    idleBytes: Math.round(Math.max(...pooled.idle.map(({ bytes }) => bytes))),
  };
}

const byKey = (sites: readonly SiteUsage[]): Map<string, SiteUsage> => new Map(sites.map((site) => [site.key, site]));

function pooledSites({ doses }: LeakPass): PooledSite[] {
  const requests = doses.reduce((sum, dose) => sum + dose.requests, 0);
  const before = byKey(doses[0]!.before.sites);
  const looks = doses.map(({ after }) => ({ live: byKey(after.sites), pooled: byKey(after.pooledSites) }));
  return doses.at(-1)!.after.sites.map((last) => {
    const grown = (amount: 'allocatedObjects' | 'allocatedBytes'): number =>
      (last[amount] - (before.get(last.key)?.[amount] ?? 0)) / requests;
    const idle = looks.map(({ live, pooled }) => ({
      objects: (pooled.get(last.key)?.liveObjects ?? 0) - (live.get(last.key)?.liveObjects ?? 0),
      bytes: (pooled.get(last.key)?.liveBytes ?? 0) - (live.get(last.key)?.liveBytes ?? 0),
      errorBytes: pooled.get(last.key)?.errorBytes ?? 0,
    }));
    const allocatedPerRequest = { objects: grown('allocatedObjects'), bytes: grown('allocatedBytes') };
    return { stack: last.stack, idle, allocatedPerRequest };
  });
}
