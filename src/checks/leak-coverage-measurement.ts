import * as z from 'zod';
import { groupBy } from '../group-by.ts';
import type { AliveGoroutines, GoroutineLives, LeakProneSite, Wakers } from '../model.ts';
import type { Goroutine } from '../pprof/stacks.ts';
import type { Bench } from './check.ts';
import type { CoveredLoad } from './coverage-bench.ts';
import { assertMeasured } from './validity.ts';

export const kinds = ['go', 'context', 'timer', 'channel', 'response', 'pool', 'growing'] as const;

const wakers = z.object({ nobody: z.number(), referenced: z.number(), runtime: z.number(), unknown: z.number() });

const alive = z.object({
  count: z.number(),
  states: z.record(z.string(), z.number()),
  minutes: z.number(),
  proven: z.number(),
  wakers: wakers.exactOptional(),
});

const lives = z.object({
  traceMs: z.number(),
  started: z.number(),
  ended: z.number(),
  runnableMs: z.number(),
  runningMs: z.number(),
  syscallMs: z.number(),
  blocked: z.array(z.object({ reason: z.string(), times: z.number(), ms: z.number(), longestMs: z.number() })),
});

const site = z.object({
  kind: z.enum(kinds),
  frame: z.object({ function: z.string(), file: z.string(), line: z.number(), own: z.boolean() }),
  source: z.string(),
  runs: z.number(),
  routes: z
    .array(z.object({ method: z.string(), path: z.string(), may: z.boolean(), ran: z.boolean().nullable() }))
    .exactOptional(),
  alive: alive.exactOptional(),
  lives: lives.exactOptional(),
});

export const measurement = z.object({ requests: z.number(), sites: z.array(site) });

export type Measured = z.output<typeof measurement>;

/** One load of a build that counts, and what became of the goroutines of each `go` statement. */
export async function measure(bench: Bench, _chosen: unknown, signal: AbortSignal): Promise<Measured> {
  signal.throwIfAborted();
  bench.progress('leak-coverage: building with counters');
  const covered = await bench.coverage.load(bench.leakPlan.firstDose);
  assertMeasured(covered.summary);
  const left = groupBy(
    covered.goroutines.filter(({ createdBy }) => createdBy !== null),
    ({ createdBy }) => placeOf(createdBy!),
  );
  const byPlace = new Map(left.map((group) => [placeOf(group[0]!.createdBy!), group]));
  const seen = livesByPlace(covered);
  return {
    requests: covered.summary.answered,
    sites: covered.sites.map((one) => {
      if (one.kind !== 'go') return one;
      const place = placeOf(one.frame);
      const fared = seen.get(place);
      const now = stillAlive(byPlace.get(place) ?? [], covered.leakProof);
      return { ...one, alive: now, ...(fared !== undefined && { lives: fared }) };
    }),
  };
}

/** A change is held against the lines alone. */
export const forBaseline = ({ requests, sites }: Measured): Measured => ({
  requests,
  sites: sites.map(({ alive: _alive, lives: _lives, routes: _routes, ...kept }) => kept),
});

const placeOf = ({ file, line }: LeakProneSite['frame']): string => `${file}:${line}`;

function livesByPlace({ lives: traced }: CoveredLoad): Map<string, GoroutineLives> {
  return new Map(
    traced?.sites.map(({ createdBy, ...fared }) => [placeOf(createdBy), { traceMs: traced.ms, ...fared }]),
  );
}

function stillAlive(group: readonly Goroutine[], leakProof: boolean): AliveGoroutines {
  const states = groupBy(group, ({ state }) => state).map((some) => [some[0]!.state, some.length] as const);
  return {
    count: group.length,
    states: Object.fromEntries(states),
    minutes: Math.max(0, ...group.map(({ minutes }) => minutes)),
    proven: group.filter(({ leaked }) => leaked).length,
    wakers: wakersOf(group, leakProof),
  };
}

function wakersOf(group: readonly Goroutine[], leakProof: boolean): Wakers {
  const found: Wakers = { nobody: 0, referenced: 0, runtime: 0, unknown: 0 };
  for (const { state, leaked } of group) {
    if (awake.test(state)) continue;
    if (leaked || forever.test(state)) found.nobody += 1;
    else if (wokenByRuntime.test(state)) found.runtime += 1;
    // The collector proves what nothing reaches: what it doesn't prove is reached by something.
    else if (leakProof && provable.test(state)) found.referenced += 1;
    else found.unknown += 1;
  }
  return found;
}

const awake = /^run/;
const forever = /^(?:chan (?:receive|send) \(nil chan\)|select \(no cases\))/;
const wokenByRuntime = /^(?:sleep|IO wait|syscall)/;
/** What the collector's proof covers. */
const provable = /^(?:chan |select|sync\.)/;
