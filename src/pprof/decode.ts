import type { Profile } from 'pprof-format';
import type { Frame, SiteUsage } from '../model.ts';
import { isRuntime, type FrameResolver } from './frames.ts';
import { isInstrument, readProfile, stackReader, unreadable } from './profile.ts';

const columns = ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'] as const;
type Column = (typeof columns)[number];

/**
 * Decodes a Go heap profile (protobuf, already gunzipped) into what each allocation site holds. runtime/pprof has scaled the samples
 * to real objects already. A site is a stack of function + line from its first frame outside of the runtime, apart for small and large
 * objects: at the line `m[key] = value` the tables of the map are one site and the values another. Records of the probe and of
 * the profiler itself are dropped.
 */
export function decodeHeap(bytes: Uint8Array, frames: FrameResolver): SiteUsage[] {
  const profile = readProfile('heap', bytes);
  const column = columnIndex(profile);
  const stackOf = stackReader(profile, frames);
  const sampleBytes = Number(profile.period);
  const sites = new Map<string, SiteUsage & { variance: number }>();
  for (const sample of profile.sample) {
    const stack = fromCaller(stackOf(sample));
    if (stack.length === 0 || stack.some(isInstrument)) continue;
    const value = (name: Column): number => Number(sample.value[column[name]] ?? 0);
    const key = `${stackKey(stack)}${isLarge(value('alloc_space'), value('alloc_objects')) ? largeMark : ''}`;
    const site = sites.get(key) ?? { ...emptySite(key, stack), variance: 0 };
    sites.set(key, site);
    site.liveBytes += value('inuse_space');
    site.liveObjects += value('inuse_objects');
    site.allocatedBytes += value('alloc_space');
    site.allocatedObjects += value('alloc_objects');
    site.variance += samplingVariance(value('inuse_space'), value('inuse_objects'), sampleBytes);
  }
  return [...sites.values()].map(({ variance, ...site }) => ({ ...site, errorBytes: Math.sqrt(variance) }));
}

/** Containers of growing collections are larger than this, what they hold mostly smaller. */
const largeBytes = 1024;
const largeMark = '\n(large)';

const isLarge = (bytes: number, objects: number): boolean => bytes >= largeBytes * Math.max(1, objects);

/** Does the site allocate large objects, such as the tables of maps and the arrays of slices? */
export const isLargeSite = ({ key }: SiteUsage): boolean => key.endsWith(largeMark);

const emptySite = (key: string, stack: Frame[]): SiteUsage => ({
  key,
  liveBytes: 0,
  liveObjects: 0,
  errorBytes: 0,
  allocatedBytes: 0,
  allocatedObjects: 0,
  stack,
});

/**
 * An object of `size` bytes is sampled with p = 1 - exp(-size / rate), and counted 1/p times. The estimate of n such objects
 * has the variance n (1 - p) / p objects².
 */
function samplingVariance(bytes: number, objects: number, rate: number): number {
  if (objects <= 0 || bytes <= 0 || rate <= 1) return 0;
  const size = bytes / objects;
  const sampled = 1 - Math.exp(-size / rate);
  return (objects * size * size * (1 - sampled)) / sampled;
}

/** Names a stack apart from others within one build. */
export const stackKey = (stack: readonly Frame[]): string =>
  stack.map((frame) => `${frame.function}:${frame.line}`).join('\n');

/** Without the allocator's frames on top. A stack of nothing else stays as it is: the runtime's own memory. */
function fromCaller(stack: Frame[]): Frame[] {
  const first = stack.findIndex((frame) => !isRuntime(frame));
  return first > 0 ? stack.slice(first) : stack;
}

function columnIndex(profile: Profile): Record<Column, number> {
  const names = profile.sampleType.map((type) => profile.stringTable.strings[Number(type.type)]);
  const found = columns.map((name) => [name, names.indexOf(name)] as const);
  const missing = found.find(([, index]) => index === -1);
  if (missing !== undefined) throw unreadable('heap', `has no column ${missing[0]}`);
  return Object.fromEntries(found) as Record<Column, number>;
}
