import type { Dose } from '../model.ts';
import type { Bench, LeakBench } from './check.ts';
import { smallestDose, type DosePlan } from './dose-plan.ts';
import { decisive, type LeakPass, type RouteStage, type Stage } from './stages.ts';
import { containersAlone, growsUnheld, type LeakRules } from './suspicion.ts';

/** Sends rounds one after the other; each begins with the look that the one before ended with. */
export interface Observer {
  load(requests: number, narrowed?: Parameters<LeakBench['dose']>[1]): Promise<{ stage: Stage; dose: Dose }>;
  rest(durationMs: number): Promise<Stage>;
  /** Since the warm-up ended. */
  elapsedMs(): number;
}

export async function observe(bench: Bench, signal: AbortSignal): Promise<Observer> {
  let last = await bench.leaks.snapshot();
  return {
    elapsedMs: () => last.elapsedMs,
    async load(requests, narrowed) {
      signal.throwIfAborted();
      bench.progress(`leaks: ${requests} requests`);
      const dose = await bench.leaks.dose(requests, narrowed);
      const stage = { requests: dose.requests, durationMs: dose.durationMs, before: last, after: dose.after };
      last = dose.after;
      return { stage, dose };
    },
    async rest(durationMs) {
      signal.throwIfAborted();
      bench.progress('leaks: resting, to see what ends by itself');
      const before = last;
      last = await bench.leaks.rest(durationMs);
      return { requests: 0, durationMs: last.elapsedMs - before.elapsedMs, before, after: last };
    },
  };
}

interface Underway {
  bench: Bench;
  observer: Observer;
  rules: LeakRules;
}

/**
 * Three doses more, and where there is time a fourth as large as all before: only that can tell a leak from a cache of some ten thousand
 * entries that fills up. Where only the table of a map grows, a fifth goes over a single connection: the table of one whose entries
 * expire follows the pace and stays as it is.
 */
export async function largerDoses(pass: LeakPass, plan: DosePlan, { bench, observer, rules }: Underway): Promise<void> {
  const leftMs = (): number => bench.leakPlan.budgetMs - observer.elapsedMs();
  const last = (): Stage => pass.more.at(-1) ?? pass.doses.at(-1)!;
  const doses = plan.escalate(observer.elapsedMs(), pace(last()));
  for (const requests of doses)
    pass.more.push((await observer.load(affordable(requests, last(), leftMs() + bench.leakPlan.budgetMs))).stage);
  const spareMs = (): number => leftMs() - bench.leakPlan.budgetMs * keptForRests;
  const doubled = 2 * doses[2];
  if (doubled / pace(last()) > spareMs() || !growsUnheld(pass, rules)) return;
  pass.more.push((await observer.load(doubled)).stage);
  if ((2 * doubled) / (slowed * pace(last())) > spareMs() || !containersAlone(pass, rules)) return;
  pass.more.push((await observer.load(2 * doubled, { connections: 1 })).stage);
}

/** Share of the budget that the rests and the routes after the rounds may need. */
const keptForRests = 1 / 3;

/** Share of the pace that one connection is expected to reach. */
const slowed = 0.4;

/** Requests per millisecond. */
const pace = ({ requests, durationMs }: Stage): number => requests / Math.max(1, durationMs);

/**
 * As many of the planned requests as fit at the pace of the round before: a service that leaks may get slower with each of them. A cut
 * round no longer doubles what was sent, and shows less: rather twice the budget than that.
 */
export function affordable(planned: number, before: Stage | undefined, leftMs: number, fewest = smallestDose): number {
  if (before === undefined) return planned;
  return Math.min(planned, Math.max(fewest, Math.floor(pace(before) * leftMs)));
}

const mostAttributedRoutes = 12;
const fewestOfRoute = 101;
/** Kept for the routes, however long the rounds took. */
const leastForRoutes = 0.25;

/** One route at a time. Alone, a route is at least as fast as its share of the mixed load was. */
export async function perRoute(pass: LeakPass, planned: number, { bench, observer }: Underway): Promise<RouteStage[]> {
  const routes = bench.routes.slice(0, mostAttributedRoutes);
  if (routes.length < 2) return [];
  if (bench.routes.length > routes.length) {
    bench.note(`Leaks were attributed among the first ${routes.length} of ${bench.routes.length} routes.`);
  }
  const all = bench.routes.reduce((sum, { weight }) => sum + weight, 0);
  const { budgetMs } = bench.leakPlan;
  const eachMs = Math.max(budgetMs - observer.elapsedMs(), leastForRoutes * budgetMs) / routes.length;
  const stages: RouteStage[] = [];
  for (const route of routes) {
    const share = route.weight / all;
    const requests = affordable(planned, decisive(pass).at(-1), share * eachMs, fewestOfRoute);
    const { stage, dose } = await observer.load(requests, { routes: [route] });
    if (answered(dose)) stages.push({ ...stage, label: route.label, share });
  }
  return stages;
}

export const answered = ({ requests, failed }: Dose): boolean => requests > 0 && failed < requests;
