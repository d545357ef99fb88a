import * as z from 'zod';
import { groupBy } from '../group-by.ts';
import type { StageSource } from '../model.ts';
import { ascending, mean, quantileOfSorted } from '../stats/quantiles.ts';
import type { StagedSide, StageRecording } from './check.ts';
import { stageOf, type StageGroup } from './stage-groups.ts';

/** A function of the service in which a stage spends its time, with its hottest line. */
const hotFunction = z.object({ function: z.string(), file: z.string(), line: z.number(), us: z.number() });

const stage = z.object({
  name: z.string(),
  /** Microseconds a request, an entry for each round. */
  meanUs: z.array(z.number()),
  /** Of the requests that had this stage. Null where only samples tell. */
  quantilesUs: z.object({ q50: z.number(), q75: z.number(), q95: z.number() }).nullable(),
  /** Hottest first; samples tell them. */
  functions: z.array(hotFunction),
});

const side = z.object({ requests: z.number(), stages: z.array(stage) });

export const stageMeasurement = z.object({
  source: z.enum(['server-timing', 'opentelemetry', 'cpu-profile']),
  head: side,
  /** The base, measured in turn with the head; or why it wasn't. */
  base: z.union([side.extend({ sha: z.string() }), z.object({ unavailable: z.string() })]),
  lostSpans: z.number(),
});

export type StageMeasurement = z.output<typeof stageMeasurement>;
export type Side = z.output<typeof side>;
export type Stage = z.output<typeof stage>;
export type HotFunction = z.output<typeof hotFunction>;

const shownFunctions = 8;
const mostStages = 40;

/** Gathers the rounds of one side. */
export interface SideRounds {
  add(recording: StageRecording): void;
  /** True while no request has told anything. */
  silent(): boolean;
  side(): Side;
}

export function gatherRounds(source: StageSource, groups: readonly StageGroup[]): SideRounds {
  const rounds: Map<string, number>[] = [];
  const perRequest = new Map<string, number[]>();
  const spent: { stage: string; function: string; file: string; line: number; us: number }[] = [];
  let [answered, told] = [0, 0];
  return {
    add({ summary, requests, samples }) {
      answered += summary.answered;
      const sums = new Map<string, number>();
      const count = (name: string, us: number): void => void sums.set(name, (sums.get(name) ?? 0) + us);
      if (source === 'cpu-profile') {
        told += samples.length;
        for (const { stack, us } of samples) {
          const name = stageOf(stack, groups);
          count(name, us);
          const own = stack.find((frame) => frame.own);
          if (own !== undefined) spent.push({ stage: name, ...own, us });
        }
      } else {
        told += requests[source].length;
        for (const request of requests[source]) {
          for (const [name, us] of request) {
            count(name, us);
            const values = perRequest.get(name);
            if (values === undefined) perRequest.set(name, [us]);
            else values.push(us);
          }
        }
      }
      // Exporters may sample: the mean of spans is that of the requests they tell of.
      const over = source === 'opentelemetry' ? requests[source].length : summary.answered;
      rounds.push(new Map([...sums].map(([name, us]) => [name, us / Math.max(1, over)])));
    },
    silent: () => told === 0,
    side() {
      const names = [...new Set(rounds.flatMap((round) => [...round.keys()]))];
      const stages = names.map((name): Stage => {
        const values = perRequest.get(name);
        return {
          name,
          meanUs: rounds.map((round) => round.get(name) ?? 0),
          quantilesUs: values === undefined ? null : quantilesOf(values),
          functions: hottest(
            spent.filter((one) => one.stage === name),
            answered,
          ),
        };
      });
      const longest = stages.toSorted((a, b) => mean(b.meanUs) - mean(a.meanUs)).slice(0, mostStages);
      return { requests: answered, stages: longest };
    },
  };
}

function quantilesOf(values: readonly number[]): Stage['quantilesUs'] {
  const sorted = ascending(values);
  const at = (share: number): number => quantileOfSorted(sorted, share);
  return { q50: at(0.5), q75: at(0.75), q95: at(0.95) };
}

type Spent = Omit<HotFunction, 'us'> & { us: number };

function hottest(spent: readonly Spent[], requests: number): HotFunction[] {
  const sum = (of: readonly Spent[]): number => of.reduce((total, { us }) => total + us, 0);
  const heaviest = (groups: Spent[][]): Spent[][] => groups.toSorted((a, b) => sum(b) - sum(a));
  return heaviest(groupBy(spent, (one) => one.function))
    .slice(0, shownFunctions)
    .map((inside) => {
      const [line] = heaviest(groupBy(inside, (one) => `${one.file}:${one.line}`));
      const { function: name, file, line: at } = line![0]!;
      return { function: name, file, line: at, us: sum(inside) / Math.max(1, requests) };
    });
}

/** More than half of the answers must carry the header, so that what it tells is what requests do. */
export async function findSource(head: StagedSide, durationMs: number): Promise<StageSource> {
  const { summary, requests } = await head.record('opentelemetry', durationMs);
  if (requests['server-timing'].length > summary.answered / 2) return 'server-timing';
  return requests.opentelemetry.length > 0 ? 'opentelemetry' : 'cpu-profile';
}
