import { LeakgateError } from '../errors.ts';
import type { Dose, RetainedChain } from '../model.ts';
import type { Bench } from './check.ts';
import { planDoses, probingRequests, type DosePlan } from './dose-plan.ts';
import { affordable, answered, largerDoses, observe, perRoute, type Observer } from './leak-rounds.ts';
import { restsAfter, type LeakPass, type Stage } from './stages.ts';
import { leaking, suspicion, suspicious, type LeakRules } from './suspicion.ts';

/** A line that keeps more bytes with each request than this is a leak, unless the settings say otherwise. */
export const defaultRules: LeakRules = { bytesPerRequest: 1 };

const restMs = 2_500;
// Work that goes on after the response ends within this, or counts as leaked.
const drainLimitMs = 15_000;

/** The one pass that the leak checks share: the first of them to ask has it made. */
export async function leakPass(bench: Bench, rules: LeakRules, signal: AbortSignal): Promise<LeakPass> {
  return bench.once('leak-pass', async () => runPass(bench, rules, signal));
}

/**
 * Warm-up and three doses; as long as something looks like a leak after that, a short rest, larger doses, and a rest for what ends late.
 * What is still suspicious then is a leak. A cheap look clears a service, it never fails one.
 */
async function runPass(bench: Bench, limits: LeakRules, signal: AbortSignal): Promise<LeakPass> {
  const options = suspicion(limits, bench.routes);
  const plan = await warmUp(bench);
  const observer = await observe(bench, signal);
  const warm = await bench.leaks.retention();
  const pass: LeakPass = { ...(await firstDoses(bench, observer, plan)), warmUp: plan.warmUp };
  if (!('unavailable' in warm)) pass.counted = { before: warm.counted, after: null };
  if (suspicious(pass, options)) pass.rests.push(await observer.rest(restMs));
  if (suspicious(pass, options)) {
    bench.progress('leaks: something keeps growing, looking closer');
    await largerDoses(pass, plan, { bench, observer, rules: options });
    for (let restedMs = 0; restedMs < drainLimitMs && suspicious(pass, options); restedMs += restMs) {
      pass.rests.push(await observer.rest(restMs));
    }
  }
  if (leaking(pass, options) && restsAfter(pass).length === 0) pass.rests.push(await observer.rest(restMs));
  if (!leaking(pass, options)) return pass;
  Object.assign(pass, await grownSince(bench, warm));
  pass.routes.push(...(await perRoute(pass, plan.doses[0], { bench, observer, rules: options })));
  pass.chains = await countedChains(bench, pass.chains, plan.doses[0]);
  return pass;
}

/** @throws LeakgateError `measurement` when a whole dose fails. */
async function firstDoses(bench: Bench, observer: Observer, plan: DosePlan): Promise<Omit<LeakPass, 'warmUp'>> {
  const doses: { stage: Stage; dose: Dose }[] = [];
  for (const planned of plan.doses) {
    const leftMs = bench.leakPlan.budgetMs - observer.elapsedMs();
    const requests = affordable(planned, doses.at(-1)?.stage, leftMs + bench.leakPlan.budgetMs);
    const sent = await observer.load(requests);
    if (!answered(sent.dose)) throw nothingAnswered(requests);
    doses.push(sent);
  }
  noteFailures(
    bench,
    doses.reduce((sum, { dose }) => sum + dose.failed, 0),
    plan.doses,
  );
  const { requests, mallocsPerRequest, allocatedBytesPerRequest } = doses.at(-1)!.dose;
  const cost = { requests, mallocsPerRequest, allocatedBytesPerRequest };
  return { doses: doses.map(({ stage }) => stage), more: [], rests: [], chains: [], ways: [], routes: [], cost };
}

const notableFailures = 0.01;

function noteFailures(bench: Bench, failed: number, doses: readonly number[]): void {
  const sent = doses.reduce((sum, requests) => sum + requests, 0);
  if (failed <= notableFailures * sent) return;
  bench.note(`${failed} of ${sent} requests of the leak rounds failed: what they would have leaked wasn’t seen.`);
}

type Retention = Awaited<ReturnType<Bench['leaks']['retention']>>;

type Grown = Pick<LeakPass, 'chains' | 'ways' | 'heap' | 'counted'>;

/** Who keeps what the doses left behind, as far as samples name it. */
async function grownSince(bench: Bench, warm: Retention): Promise<Grown> {
  const grown = 'unavailable' in warm ? warm : await bench.leaks.retention();
  if ('unavailable' in warm || 'unavailable' in grown) return { chains: [], ways: [] };
  const counted = { before: warm.counted, after: grown.counted };
  return { chains: grown.chainsSince(warm), ways: grown.waysSince(warm), heap: grown.heapSince(warm), counted };
}

/**
 * Who keeps what stays behind, counted over one more dose. Growth that this dose doesn't show, such as that of a list whose array still had
 * room, is told as `sampled` has it. A leak is a leak without an answer to this; the report then says why it has none.
 */
async function countedChains(
  bench: Bench,
  sampled: readonly RetainedChain[],
  requests: number,
): Promise<RetainedChain[]> {
  bench.progress(`leaks: ${requests} requests, to see who keeps what they leave behind`);
  const dose = await bench.leaks.recordedDose(requests);
  if ('unavailable' in dose) {
    const untold = sampled.length > 0 ? 'couldn’t be counted' : 'couldn’t be told';
    bench.note(`Who keeps the memory alive ${untold}: ${dose.unavailable}.`);
    return [...sampled];
  }
  const before = new Map(sampled.map((chain) => [chain.root, chain]));
  const counted = dose.after.chainsSince(dose.before).map((chain) => ({
    ...chain,
    // Also lines that had room left in this dose: they belong to the same leak.
    sites: [...chain.sites, ...(before.get(chain.root)?.sites ?? [])],
  }));
  for (const { root } of counted) before.delete(root);
  return [...counted, ...before.values()].toSorted((a, b) => keptPerRequest(b) - keptPerRequest(a));
}

const keptPerRequest = ({ retainedBytes, requests = 0 }: RetainedChain): number =>
  retainedBytes / Math.max(1, requests);

async function warmUp(bench: Bench): Promise<DosePlan> {
  const { firstDose, budgetMs } = bench.leakPlan;
  bench.progress('leaks: warming up');
  const probing = await bench.leaks.warmUp(probingRequests);
  if (probing.failed >= probingRequests) throw nothingAnswered(probingRequests);
  const plan = planDoses(firstDose, budgetMs, probing.requestsPerSecond);
  if (plan.note !== null) bench.note(plan.note);
  if (plan.warmUp > probingRequests) await bench.leaks.warmUp(plan.warmUp - probingRequests);
  return plan;
}

const nothingAnswered = (requests: number): LeakgateError =>
  new LeakgateError('measurement', `The probe build answered none of ${requests} requests as expected.`, {
    hint: 'Try the first request by hand; `requests` may need another path, a body, or the status to expect.',
  });
