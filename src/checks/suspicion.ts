import type { Frame, Route, SiteUsage } from '../model.ts';
import { isLargeSite } from '../pprof/decode.ts';
import { heldByGoroutines } from './attribution.ts';
import { counts, goroutineLines, provenCounts, type GoroutineLine } from './goroutine-lines.ts';
import { growsSteadily, perRequest, persists, steps, total, type GrowthRule, type Series } from './growth.ts';
import { amounts, errorBytes, heapLines, heaviestStack, type HeapLine } from './heap-sites.ts';
import { elapsedMs, judgedLooks, restsAfter, type LeakPass, type Stage } from './stages.ts';

export interface LeakRules {
  /** A line that keeps more than this with each request is a leak. */
  bytesPerRequest: number;
}

/** Own lines of healthy services drift by up to 0.3 bytes per request at first. */
const leastBytesPerRequest = 0.4;

/**
 * At which rate over all requests a line is worth a closer look: as low as a line would show that leaks the limit with each request of the
 * rarest route. Whether it does is known once the routes were loaded one by one.
 */
export function suspicion({ bytesPerRequest }: LeakRules, routes: readonly Pick<Route, 'weight'>[]): LeakRules {
  const weights = routes.map(({ weight }) => weight);
  const share = Math.min(...weights) / weights.reduce((sum, weight) => sum + weight, 0);
  return { bytesPerRequest: Math.min(bytesPerRequest, Math.max(leastBytesPerRequest, share * bytesPerRequest)) };
}

export interface GoroutineSuspect {
  line: GoroutineLine;
  /** The collector proved that what grows can't be woken. */
  proven: boolean;
}

// Settled counts of healthy services have no noise, so three more that stay are a signal; one in 1,000 requests shows in 7,000.
const countRule: GrowthRule = { perRequest: 0.0002, total: 3 };
const provenTotal = 2;
// A load that is a bit busier than those before makes the runtime start one or two threads more.
const threadRule: GrowthRule = { perRequest: 0.0002, total: 8 };

/** Lines that keep memory with each request, by all that was seen so far. */
export function heapSuspects(pass: LeakPass, rules: LeakRules): HeapLine[] {
  const rule: GrowthRule = { perRequest: rules.bytesPerRequest, total: 0 };
  const lines = [...heapLines(judgedLooks(pass).map((snapshot) => snapshot.sites)).values()];
  const suspects = lines.filter((line) => {
    const steady = steadySites(pass, line);
    const entries = heldBytes(withoutContainers(steady));
    return (
      grewSuspiciously(pass, heldBytes(line), rule, heldBytes(steady), entries) &&
      [line, steady].every((held) => stayed(pass, heldBytes(held)))
    );
  });
  const drained = lines.filter((line) => {
    const grown = perRequest(decisivePart(pass, heldBytes(line)));
    return grown > rule.perRequest && !stayed(pass, heldBytes(line));
  });
  return suspects.filter((line) => !drained.some((entries) => containerOf(line, entries)));
}

const heldBytes = (line: HeapLine): Seen => ({ values: amounts(line, 'liveBytes'), errors: errorBytes(line) });

/**
 * The line without those of its sites that don't grow steadily through the decisive doses. A full cache adds and removes entries until its
 * map takes one more step: together they may look like a leak, each for itself they don't.
 */
const steadySites = (pass: LeakPass, line: HeapLine): HeapLine =>
  onlySites(line, (site) =>
    growsSteadily(decisivePart(pass, heldBytes(onlySites(line, ({ key }) => key === site.key))), anyGrowth),
  );

const withoutContainers = (line: HeapLine): HeapLine => onlySites(line, (site) => !isLargeSite(site));

function onlySites(line: HeapLine, wanted: (site: SiteUsage) => boolean): HeapLine {
  const sites = new Map(line.looks.flatMap((look) => [...look]));
  const kept = new Set([...sites].filter(([, site]) => wanted(site)).map(([key]) => key));
  return { ...line, looks: line.looks.map((look) => new Map([...look].filter(([key]) => kept.has(key)))) };
}

const anyGrowth: GrowthRule = { perRequest: 0, total: 0 };

/**
 * Is the growth of some line that of containers alone? The tables of a map follow the busiest moment of its life, whether its entries are
 * kept or soon expire: under a load that grows faster by itself both look alike.
 */
export const containersAlone = (pass: LeakPass, rules: LeakRules): boolean =>
  heapSuspects(pass, rules).some((line) =>
    steadySites(pass, line).looks.every((look) => [...look.values()].every(isLargeSite)),
  );

/** Does memory grow that no leaking goroutine holds? Only a further doubling of the requests tells it from what fills up. */
export function growsUnheld(pass: LeakPass, rules: LeakRules): boolean {
  const goroutines = goroutineSuspects(pass).map(({ line }) => line);
  return heapSuspects(pass, rules).some((line) => heldByGoroutines(line, goroutines) === undefined);
}

/** Creation sites whose goroutines stay behind, by all that was seen so far. */
export function goroutineSuspects(pass: LeakPass): GoroutineSuspect[] {
  return [...goroutineLines(judgedLooks(pass)).values()].flatMap((line) => {
    const proven = isProven(pass, provenCounts(line));
    return proven || staysSuspicious(pass, { values: counts(line), errors: [] }, countRule) ? [{ line, proven }] : [];
  });
}

/** Do open file descriptors grow with the requests? */
export function descriptorsGrow(pass: LeakPass): boolean {
  const values = judgedLooks(pass).map((snapshot) => snapshot.descriptors);
  return staysSuspicious(pass, { values, errors: [] }, countRule);
}

/** Do threads grow with the requests? */
export function threadsGrow(pass: LeakPass): boolean {
  const values = judgedLooks(pass).map((snapshot) => snapshot.threads);
  return staysSuspicious(pass, { values, errors: [] }, threadRule);
}

/** Is there something that a closer look could still clear? What the collector proved needs none, nor what it holds. */
export function suspicious(pass: LeakPass, rules: LeakRules): boolean {
  const goroutines = goroutineSuspects(pass);
  const proven = goroutines.filter((suspect) => suspect.proven).map((suspect) => suspect.line);
  return (
    proven.length < goroutines.length ||
    heapSuspects(pass, rules).some((line) => heldByGoroutines(line, proven) === undefined) ||
    ((descriptorsGrow(pass) || threadsGrow(pass)) && proven.length === 0)
  );
}

/** Is there a leak, once the pass is over? */
export const leaking = (pass: LeakPass, rules: LeakRules): boolean =>
  goroutineSuspects(pass).length > 0 ||
  heapSuspects(pass, rules).length > 0 ||
  descriptorsGrow(pass) ||
  threadsGrow(pass);

/** The collector's proof counts when it repeats: one goroutine that got stuck at the start is no leak per request. */
function isProven(pass: LeakPass, values: number[]): boolean {
  const looks = pass.doses.length + 1 + (pass.more.length > 0 ? pass.more.length + 1 : 0);
  const series = { values: values.slice(0, looks), requests: [], errors: [] };
  return total(series) >= provenTotal && steps(series).filter((step) => step > 0).length >= 2;
}

/** A value for each judged look. */
type Seen = Pick<Series, 'values' | 'errors'>;

const staysSuspicious = (pass: LeakPass, seen: Seen, rule: GrowthRule): boolean =>
  grewSuspiciously(pass, seen, rule) && stayed(pass, seen);

/** Larger doses must confirm what the first ones showed, also in that part of it which grows steadily by itself. */
function grewSuspiciously(pass: LeakPass, seen: Seen, rule: GrowthRule, steady = seen, entries?: Seen): boolean {
  const first = firstPart(pass, seen);
  if (!growsSteadily(first, rule) && !undecided(first, rule)) return false;
  if (pass.more.length === 0) return true;
  return (
    [seen, steady].every((held) => growsSteadily(decisivePart(pass, held), rule)) && keepsPace(pass, steady, entries)
  );
}

/** Share of its rate in the first doses that a leak must keep in the larger ones. The steps of a container cost at most half of it. */
const sustained = { container: 0.5, entries: 0.8 };

/** What fills up slows down with the requests sent. What grows with time keeps its rate per second instead. */
function keepsPace(pass: LeakPass, seen: Seen, entries?: Seen): boolean {
  const first = firstPart(pass, seen);
  const resting = decisivePart(pass, seen).values[0]! - first.values.at(-1)!;
  if (perMs(resting, pass.rests.slice(0, 1)) >= perMs(total(first), pass.doses) / 2) return true;
  return slowdown(pass, seen) >= sustained.container && (entries === undefined || !slowsDown(pass, entries));
}

const perMs = (growth: number, stages: readonly Stage[]): number => growth / Math.max(1, elapsedMs(stages));

const slowdown = (pass: LeakPass, seen: Seen): number =>
  perRequest(decisivePart(pass, seen)) / Math.max(Number.EPSILON, perRequest(firstPart(pass, seen)));

/** Does the last and largest round fall behind the first ones, beyond two standard deviations of the sampling? */
function slowsDown(pass: LeakPass, entries: Seen): boolean {
  const first = firstPart(pass, entries);
  const last = lastRound(decisivePart(pass, entries));
  const least = sustained.entries * perRequest(first);
  return perRequest(last) + 2 * Math.hypot(rateError(last), sustained.entries * rateError(first)) < least;
}

const lastRound = ({ values, errors, requests }: Series): Series => ({
  values: values.slice(-2),
  errors: errors.slice(-2),
  requests: requests.slice(-1),
});

/** One standard deviation of a rate: what was there before the first round was sampled once and for all. */
function rateError({ errors, requests }: Series): number {
  const added = Math.max(0, (errors.at(-1) ?? 0) ** 2 - (errors[0] ?? 0) ** 2);
  return (
    Math.sqrt(added) /
    Math.max(
      1,
      requests.reduce((sum, round) => sum + round, 0),
    )
  );
}

/** A rest after the decisive doses must not make up for the growth. */
const stayed = (pass: LeakPass, seen: Seen): boolean =>
  restsAfter(pass).length === 0 || persists(decisivePart(pass, seen), seen.values.at(-1)!);

const firstPart = (pass: LeakPass, seen: Seen): Series => part(seen, pass.doses, 0);

const decisivePart = (pass: LeakPass, seen: Seen): Series =>
  pass.more.length > 0 ? part(seen, pass.more, pass.doses.length + 1) : firstPart(pass, seen);

const containerObjectBytes = 1024;

/**
 * Is `line` the container of what drained from `entries`? A Go map never shrinks: after its entries have expired it still has the
 * size of the busiest moment. Containers are few and large objects, allocated in the function that makes the entries, or in one
 * that it calls or is called by.
 */
function containerOf(line: HeapLine, entries: HeapLine): boolean {
  const bytes = amounts(line, 'liveBytes').at(-1)!;
  const objects = amounts(line, 'liveObjects').at(-1)!;
  if (bytes < containerObjectBytes * objects) return false;
  return runsIn(line, entries.frame) || runsIn(entries, line.frame);
}

const runsIn = (line: HeapLine, { function: name }: Frame): boolean =>
  heaviestStack(line).some((frame) => frame.own && frame.function === name);

function part(seen: Seen, stages: readonly Stage[], from: number): Series {
  const to = from + stages.length + 1;
  return {
    values: seen.values.slice(from, to),
    errors: seen.errors.slice(from, to),
    requests: stages.map((stage) => stage.requests),
  };
}

/** Grew as much as a leak would, but not evenly: a large container grows in steps, a rare leak by chance. Larger doses decide. */
function undecided(series: Series, rule: GrowthRule): boolean {
  const later = { ...series, values: series.values.slice(1), requests: series.requests.slice(1) };
  return perRequest(series) > rule.perRequest && perRequest(later) > rule.perRequest && total(series) >= rule.total;
}
