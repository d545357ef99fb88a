import * as z from 'zod';
import type { Frame, LeftGoroutines, Site } from '../model.ts';
import { isStandard } from '../pprof/frames.ts';
import { pointedFrame, siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import { handedOver } from './goroutine-diagnosis.ts';
import { patternOf, patterns, type PatternName } from './goroutine-patterns.ts';
import { groupBy } from '../group-by.ts';
import { siteSchema } from './leak-schema.ts';

export const testLeakSchema = z.object({
  /** Stable across commits: function and source text. */
  id: z.string(),
  site: siteSchema,
  state: z.string(),
  waitsAt: siteSchema.nullable(),
  pattern: z.enum(Object.keys(patterns) as [PatternName, ...PatternName[]]).nullable(),
  goroutines: z.number(),
  proven: z.boolean(),
  /** Who left them, most first. `test` is null where nobody knows. */
  tests: z.array(
    z.object({
      package: z.string(),
      test: z.string().nullable(),
      goroutines: z.number(),
      /** Does it leave them behind alone? Null: it wasn't tried. */
      alone: z.boolean().nullable(),
    }),
  ),
});

export type TestLeak = z.output<typeof testLeakSchema>;

/** One leak for each line that starts goroutines which stay, whichever tests reach it. */
export function leaksOfTests(left: readonly LeftGoroutines[], source: SourceReader): TestLeak[] {
  const named = left.map((group) => ({ group, site: creationSite(group, source) }));
  return groupBy(named, ({ site }) => siteId(site))
    .map((same) =>
      leakOf(
        same[0]!.site,
        same.map(({ group }) => group).toSorted((a, b) => b.count - a.count),
        source,
      ),
    )
    .toSorted((a, b) => b.goroutines - a.goroutines);
}

function leakOf(site: Site, groups: readonly LeftGoroutines[], source: SourceReader): TestLeak {
  const first = groups[0]!;
  const waitsAt = pointedFrame(first.stack);
  const tests = groupBy(groups, (group) => `${group.package} ${group.test ?? ''}`);
  return {
    id: siteId(site),
    site,
    state: first.state,
    waitsAt: waitsAt === undefined ? null : siteAt(waitsAt, first.stack, source),
    pattern:
      groups.map((group) => patternOf(group, pointedFrame(group.stack), source)).find((one) => one !== null) ?? null,
    goroutines: sum(groups),
    proven: groups.some(({ proven }) => proven),
    tests: tests.map((same) => ({
      package: same[0]!.package,
      test: same[0]!.test,
      goroutines: sum(same),
      alone: same.find(({ alone }) => alone !== null)?.alone ?? null,
    })),
  };
}

const sum = (groups: readonly LeftGoroutines[]): number => groups.reduce((total, { count }) => total + count, 0);

/**
 * The `go` statement in own code; else the own function that a library was given to run; else, for what the standard library started,
 * the test that asked for it; else what there is.
 */
function creationSite({ createdBy, stack, testAt }: LeftGoroutines, source: SourceReader): Site {
  if (createdBy?.own === true) return siteAt(createdBy, [createdBy], source);
  const whole: Frame[] = createdBy === null ? stack : [...stack, createdBy];
  const own = handedOver(stack) ?? whole.find((frame) => frame.own) ?? testAt;
  if (own !== null) return siteAt(own, [...whole.filter((frame) => frame !== own), own], source);
  return siteAt(whole.find((frame) => !isStandard(frame)) ?? whole.at(-1) ?? nowhere, whole, source);
}

const nowhere: Frame = { function: 'unknown', file: '', line: 0, own: false };
