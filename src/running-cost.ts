import type { Production } from './config/resolve.ts';
import type { CheckReport, Finding, RunningCost, SidesOfCost } from './model.ts';

/** An average month: 365.25 days in twelve parts. */
const hoursPerMonth = (365.25 * 24) / 12;

/**
 * What it costs to run the service, from the figures of CPU and allocations. A microsecond for each request is a second for each million of
 * them. Undefined when neither was measured.
 */
export function runningCost(checks: readonly CheckReport[], production: Production): RunningCost | undefined {
  const found = (id: string): Finding | undefined =>
    checks.flatMap(({ findings }) => findings).find((finding) => finding.id === id);
  // A time that was stored is of another day, and maybe another machine: only one measured side by side is a base to compare with.
  const cpuSeconds = sides(found('qps/cpu'), ({ interval }) => interval !== null, 1);
  const allocatedBytes = sides(found('heap-leak/allocated-bytes'), ({ threshold }) => threshold !== null, 1e6);
  if (cpuSeconds === null && allocatedBytes === null) return undefined;
  return { perMillionRequests: { cpuSeconds, allocatedBytes }, perMonth: monthly(cpuSeconds, production) };
}

function sides(
  finding: Finding | undefined,
  comparable: (one: Finding) => boolean,
  factor: number,
): SidesOfCost | null {
  if (finding === undefined || finding.after === null) return null;
  const base = finding.before === null || !comparable(finding) ? null : finding.before * factor;
  return { base, head: finding.after * factor };
}

function monthly(cpuSeconds: SidesOfCost | null, production: Production): RunningCost['perMonth'] {
  const { requestsPerSecond, pricePerCoreHour, currency } = production;
  if (cpuSeconds === null || requestsPerSecond === undefined || pricePerCoreHour === undefined) return null;
  const money = (seconds: number): number => (seconds / 1e6) * requestsPerSecond * hoursPerMonth * pricePerCoreHour;
  const { base, head } = cpuSeconds;
  return { base: base === null ? null : money(base), head: money(head), currency, requestsPerSecond, pricePerCoreHour };
}
