import { amountText } from './wording.ts';

/** How many requests a pass sends, so that it fits its time. */
export interface DosePlan {
  /** Requests before the first look, the probing ones included. */
  warmUp: number;
  doses: [number, number, number];
  /** Doses of the second round, made larger by what is left of the budget at the pace of the first. */
  escalate(elapsedMs: number, requestsPerMs: number): [number, number, number];
  /** Sentence for the reader when the service was too slow for the full doses. */
  note: string | null;
}

/** Requests that measure how fast the service answers; part of the warm-up. */
export const probingRequests = 500;
// Caches, pools and runtime structures of healthy services have levelled off by then. Not more: the doses must multiply what was sent,
// so that a container that grows takes steps in them.
const fullWarmUp = 2_000;
/** Below this a dose is smaller than one doubling of a growing container. */
export const smallestDose = 251;
/** The share of the budget that a service without a suspicion may take. */
const plainShare = 1 / 3;
const escalation = { most: 4, least: 2 };

/**
 * Geometric doses 1:2:4. The first is prime, so that what happens every tenth or hundredth request doesn't fall on round borders.
 * @param requestsPerSecond as measured during the warm-up.
 */
export function planDoses(firstDose: number, budgetMs: number, requestsPerSecond: number): DosePlan {
  const rate = Math.max(requestsPerSecond, 0.1) / 1000;
  const affordable = (plainShare * budgetMs * rate) / (fullWarmUp - probingRequests + 7 * firstDose);
  const scale = Math.min(1, affordable);
  const first = scale === 1 ? firstDose : Math.min(firstDose, nextPrime(Math.max(smallestDose, firstDose * scale)));
  const note =
    first < firstDose
      ? `The service answers ${amountText(requestsPerSecond)} requests/s under the probe: the leak checks sent ${amountText(first * 7)} requests instead of ${amountText(firstDose * 7)}, and see rare leaks less surely.`
      : null;
  return {
    warmUp: Math.max(probingRequests, Math.round(fullWarmUp * scale)),
    doses: [first, 2 * first, 4 * first],
    escalate(elapsedMs, requestsPerMs) {
      const factor = ((budgetMs - elapsedMs) * requestsPerMs) / (7 * first);
      const times = Math.round(Math.min(escalation.most, Math.max(escalation.least, factor)));
      return [times * first, 2 * times * first, 4 * times * first];
    },
    note,
  };
}

function nextPrime(from: number): number {
  let candidate = Math.ceil(from);
  while (!isPrime(candidate)) candidate += 1;
  return candidate;
}

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return value > 1;
}
