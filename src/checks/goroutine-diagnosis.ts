import type { Frame, Site, Snapshot } from '../model.ts';
import { pointedFrame, siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import { heldByGoroutines, ownerOf } from './attribution.ts';
import { counts, goroutineLines, growingGroup, type GoroutineLine } from './goroutine-lines.ts';
import { groupBy } from '../group-by.ts';
import { patternOf } from './goroutine-patterns.ts';
import { amounts, lineKey, type HeapLine } from './heap-sites.ts';
import type { GoroutineLeak } from './leak-schema.ts';
import { countedEach, heldFrom } from './retained-chains.ts';
import {
  decisive,
  decisiveValues,
  drivers,
  growsWith,
  labels,
  ratePerRequest,
  restsAfter,
  type LeakPass,
} from './stages.ts';
import { goroutineSuspects, type GoroutineSuspect } from './suspicion.ts';

/** A leaking creation site with the name it goes by. */
export interface NamedGoroutines extends GoroutineSuspect {
  id: string;
  site: Site;
  /** The line of own code that made a library start them, where the stack itself doesn't tell. */
  owner: HeapLine | undefined;
}

/** Names every creation site whose goroutines stay behind. `lines` covers the judged looks. */
export function nameGoroutines(pass: LeakPass, lines: readonly HeapLine[], source: SourceReader): NamedGoroutines[] {
  return goroutineSuspects(pass).map((suspect) => {
    const owner = ownerOf(suspect.line, lines);
    const site = creationSite(suspect.line, owner, source);
    return { ...suspect, id: siteId(site), site, owner };
  });
}

/** The `go` statement in own code; else what own code gave to a library to run; else the owner's line; else what there is. */
function creationSite(line: GoroutineLine, owner: HeapLine | undefined, source: SourceReader): Site {
  const { createdBy } = line;
  if (createdBy?.own === true) return siteAt(createdBy, [createdBy], source);
  const { stack } = growingGroup(line);
  const whole = createdBy === null ? stack : [...stack, createdBy];
  const pointed = handedOver(stack) ?? pointedFrame(whole) ?? line.entry;
  return siteAt(pointed.own ? pointed : (owner?.frame ?? pointed), whole, source);
}

/** Frames below which a server runs a handler: what it waits in says more than the middleware around it. */
const serving =
  /^net\/http\.(?:\(\*conn\)\.serve|\(\*http2serverConn\)\.)|^github\.com\/valyala\/fasthttp\.|^google\.golang\.org\/grpc\./;

/** The own function that a library was given to run in a goroutine of its own (`errgroup.Go`, `time.AfterFunc`): the outermost own frame. */
export const handedOver = (stack: readonly Frame[]): Frame | undefined =>
  stack.some((frame) => serving.test(frame.function)) ? undefined : stack.findLast((frame) => frame.own);

/** The leaks as measurements store them, one for each id: a library may start several goroutines for one forgotten call. */
export function goroutineLeaks(
  pass: LeakPass,
  named: readonly NamedGoroutines[],
  lines: readonly HeapLine[],
  source: SourceReader,
): GoroutineLeak[] {
  return groupBy(named, ({ id }) => id)
    .map((same) => goroutineLeak(pass, same, lines, source))
    .toSorted((a, b) => b.perThousand - a.perThousand);
}

function goroutineLeak(
  pass: LeakPass,
  same: readonly NamedGoroutines[],
  lines: readonly HeapLine[],
  source: SourceReader,
): GoroutineLeak {
  const first = same[0]!;
  const group = growingGroup(first.line);
  const waitsAt = pointedFrame(group.stack);
  const values = summed(same.map(({ line }) => counts(line)));
  const perRequest = ratePerRequest(pass, values);
  const holds = heldFrom(functionsOf(same), pass.chains);
  const keys = new Set(same.map(({ line }) => line.key));
  return {
    id: first.id,
    site: first.site,
    own: first.site.stack.some((frame) => frame.own) || first.owner !== undefined,
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => countsOf(keys, looks))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1000 * perRequest,
    proven: same.some(({ proven }) => proven),
    state: group.state,
    waitsAt: waitsAt === undefined ? null : siteAt(waitsAt, group.stack, source),
    pattern: patternOfAll(same, source),
    ...heldEach(pass, same, lines, perRequest),
    ...(holds !== undefined && { holds }),
    restedMs: restsAfter(pass).reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

/** A dump leads where there is one: a profile doesn't know what else keeps alive what a line allocated. */
function heldEach(
  pass: LeakPass,
  same: readonly NamedGoroutines[],
  lines: readonly HeapLine[],
  perRequest: number,
): Pick<GoroutineLeak, 'heapBytesEach' | 'heapRuler' | 'stackBytesEach'> {
  const counted = countedEach(functionsOf(same), pass.chains);
  if (counted !== null) {
    return { heapBytesEach: counted.heapBytes, heapRuler: 'dump', stackBytesEach: counted.stackBytes };
  }
  const heapBytesEach = perRequest > 0 ? heldBytesPerRequest(pass, same, lines) / perRequest : 0;
  return { heapBytesEach, heapRuler: 'profile' };
}

const functionsOf = (same: readonly NamedGoroutines[]): Set<string> =>
  new Set(same.flatMap(({ line }) => line.looks.at(-1)!.flatMap(({ stack }) => stack.map((frame) => frame.function))));

/** The reading half of an idle connection tells what its writing half can't. */
function patternOfAll(same: readonly NamedGoroutines[], source: SourceReader): GoroutineLeak['pattern'] {
  const found = same.map(({ line }) => {
    const group = growingGroup(line);
    return patternOf(group, pointedFrame(group.stack), source);
  });
  return found.find((pattern) => pattern === 'transport') ?? found[0]!;
}

const heldBytesPerRequest = (pass: LeakPass, same: readonly NamedGoroutines[], lines: readonly HeapLine[]): number =>
  lines
    .filter((line) => holderOf(line, same) !== undefined)
    .reduce((sum, line) => sum + Math.max(0, ratePerRequest(pass, amounts(line, 'liveBytes'))), 0);

/** Which of the leaking goroutines the line's growth belongs to. */
export const holderOf = (line: HeapLine, named: readonly NamedGoroutines[]): NamedGoroutines | undefined =>
  named.find(({ owner }) => owner !== undefined && lineKey(owner.frame) === lineKey(line.frame)) ??
  named.find((goroutines) => heldByGoroutines(line, [goroutines.line]) !== undefined);

function countsOf(keys: ReadonlySet<string>, looks: Snapshot[]): number[] {
  const lines = [...goroutineLines(looks).values()].filter((line) => keys.has(line.key));
  return summed([looks.map(() => 0), ...lines.map(counts)]);
}

const summed = (rows: readonly number[][]): number[] =>
  rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
