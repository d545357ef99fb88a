import type { Snapshot } from '../model.ts';
import { isStandard } from '../pprof/frames.ts';
import { siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import { groupBy } from '../group-by.ts';
import { holderOf, type NamedGoroutines } from './goroutine-diagnosis.ts';
import { amounts, heapLines, heaviestStack, lineKey, type HeapLine } from './heap-sites.ts';
import type { DescriptorLeak, HeapLeak } from './leak-schema.ts';
import {
  decisive,
  decisiveValues,
  drivers,
  growsWith,
  labels,
  perDrivingRequest,
  ratePerRequest,
  type LeakPass,
} from './stages.ts';
import { keptBy, waitingFunction } from './retained-chains.ts';
import { pathsOfLine } from './retained-paths.ts';
import { heapSuspects, type LeakRules } from './suspicion.ts';

/** Other leaks that memory may belong to. */
export interface Holders {
  goroutines: readonly NamedGoroutines[];
  descriptors: DescriptorLeak | null;
}

export interface HeapDiagnosis {
  /** Fastest first. */
  leaks: HeapLeak[];
  /** Growth of memory that only the standard library allocated, on behalf of the leaks. */
  libraryBytesPerRequest: number;
}

/**
 * Names the lines that keep memory. What only the standard library allocated (a kept request's headers) is a leak of its own
 * only where nothing else explains it.
 */
export function diagnoseHeap(pass: LeakPass, rules: LeakRules, holders: Holders, source: SourceReader): HeapDiagnosis {
  const growing = heapSuspects(pass, rules);
  const library = growing.filter((line) => isStandard(line.frame));
  const others = growing.filter((line) => !isStandard(line.frame));
  const explained = others.length > 0 || holders.goroutines.length > 0;
  const leaks = (explained ? others : library).map((line) => heapLeak(pass, line, holders, source));
  return {
    leaks: mergeById(leaks).toSorted((a, b) => b.bytesPerRequest - a.bytesPerRequest),
    libraryBytesPerRequest: explained
      ? library.reduce((sum, line) => sum + ratePerRequest(pass, amounts(line, 'liveBytes')), 0)
      : 0,
  };
}

function heapLeak(pass: LeakPass, line: HeapLine, holders: Holders, source: SourceReader): HeapLeak {
  const site = siteAt(line.frame, heaviestStack(line), source);
  const bytes = amounts(line, 'liveBytes');
  const kept = keptBy(line.frame, pass.chains);
  const driving = drivers(pass, (looks) => liveBytes(lineKey(line.frame), looks));
  const bytesPerRequest = ratePerRequest(pass, bytes);
  return {
    id: siteId(site),
    site,
    own: line.frame.own,
    growsWith: growsWith(pass, bytes),
    routes: labels(driving),
    values: decisiveValues(pass, bytes).map(Math.round),
    requests: decisive(pass).map(({ requests }) => requests),
    bytesPerRequest,
    bytesPerDrivingRequest: perDrivingRequest(bytesPerRequest, driving),
    objectsPerRequest: ratePerRequest(pass, amounts(line, 'liveObjects')),
    keptBy: kept,
    paths: pathsOfLine(line.frame, pass),
    heldBy: heldByChain(kept, holders) ?? heldBy(line, holders),
  };
}

/** A chain that begins at a goroutine proves who holds the memory. */
function heldByChain(kept: HeapLeak['keptBy'], { goroutines }: Holders): HeapLeak['heldBy'] {
  const waiting = waitingFunction(kept?.root ?? '');
  const holder = goroutines.find(({ line }) =>
    line.looks.at(-1)!.some((group) => group.stack.some((frame) => frame.function === waiting)),
  );
  return holder === undefined ? null : { kind: 'goroutines', id: holder.id };
}

function heldBy(line: HeapLine, { goroutines, descriptors }: Holders): HeapLeak['heldBy'] {
  const holder = holderOf(line, goroutines);
  if (holder !== undefined) return { kind: 'goroutines', id: holder.id };
  const opens = descriptors?.site?.file === line.frame.file && descriptors.site.line === line.frame.line;
  return opens ? { kind: 'descriptors', id: descriptors.id } : null;
}

function liveBytes(key: string, looks: Snapshot[]): number[] {
  const line = heapLines(looks.map((look) => look.sites)).get(key);
  return line === undefined ? looks.map(() => 0) : amounts(line, 'liveBytes');
}

const largest = (a: number | null = null, b: number | null = null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** Two lines of one function with the same text are one to a reader, and to the next commit. */
function mergeById(leaks: readonly HeapLeak[]): HeapLeak[] {
  return groupBy(leaks, ({ id }) => id).map((same) =>
    same.reduce((sum, next) => ({
      ...sum,
      values: sum.values.map((value, index) => value + next.values[index]!),
      bytesPerRequest: sum.bytesPerRequest + next.bytesPerRequest,
      bytesPerDrivingRequest: largest(sum.bytesPerDrivingRequest, next.bytesPerDrivingRequest),
      objectsPerRequest: sum.objectsPerRequest + next.objectsPerRequest,
      paths: [...(sum.paths ?? []), ...(next.paths ?? [])],
    })),
  );
}
