import { kebabOptions } from '../config/options.ts';
import { byteSize, share } from '../config/values.ts';
import type { CheckReport, Finding, HeapEvidence, Metric } from '../model.ts';
import type { SourceReader } from '../pprof/site.ts';
import { defineCheck, type Bench, type JudgeContext } from './check.ts';
import { costFindings } from './cost-findings.ts';
import type { CostLimits } from './cost-limits.ts';
import { diagnoseDescriptors } from './descriptor-diagnosis.ts';
import { nameGoroutines } from './goroutine-diagnosis.ts';
import { diagnoseHeap } from './heap-diagnosis.ts';
import { heapEvidence } from './heap-evidence.ts';
import { judgeLeaks, poolFindings, type JudgedLeak } from './heap-findings.ts';
import { heapMeasurement, type HeapMeasurement } from './heap-measurement.ts';
import { heapLines } from './heap-sites.ts';
import { defaultRules, leakPass } from './leak-pass.ts';
import { bytesText } from './leak-wording.ts';
import { isKnownChain } from './leak-history.ts';
import { poolMisuses } from './pool-misuse.ts';
import { retainedPaths } from './retained-paths.ts';
import { confirmCounts, costsOf, measureBase } from './request-costs.ts';
import { decisive, judgedLooks, type LeakPass, type Stage } from './stages.ts';
import { suspicion } from './suspicion.ts';
import { outcomeOf, worstFirst } from './verdicts.ts';
import { amountText, counted } from './wording.ts';

const options = kebabOptions({
  'max-leaked-bytes-per-request': byteSize
    .prefault(defaultRules.bytesPerRequest)
    .describe('How many bytes a line of code may keep with each request.'),
  'max-allocs-increase': share
    .optional()
    .describe('How much the number of allocations per request may grow. Otherwise 0.5%, and never by a whole one.'),
  'max-allocated-bytes-increase': share.prefault('1%').describe('How many more bytes a request may allocate.'),
  'max-live-heap-increase': share.prefault('15%').describe('How much the live heap may grow, from 1 MB on.'),
});

interface HeapOptions extends CostLimits {
  maxLeakedBytesPerRequest: number;
}

/**
 * Memory that stays with each request, by allocation site, and what a request allocates. A line leaks when it grows with every
 * round of requests, keeps its rate while the rounds get larger, and holds what it has while the service rests.
 */
export const heapLeak = defineCheck({
  name: 'heap-leak',
  title: 'Heap',
  build: 'probe',
  options,
  measurement: heapMeasurement,
  measure,
  forBaseline: ({ evidence: _pictures, base: _anew, confirmations: _again, ...figures }) => figures,
  judge,
});

async function measure(bench: Bench, chosen: HeapOptions, signal: AbortSignal): Promise<HeapMeasurement> {
  const limit = { bytesPerRequest: chosen.maxLeakedBytesPerRequest };
  const pass = await leakPass(bench, limit, signal);
  const measured = summarise(pass, suspicion(limit, bench.routes).bytesPerRequest, bench.source);
  const base = await measureBase(bench, pass);
  const stored = heapMeasurement.safeParse(bench.stored('heap-leak'));
  const against = base?.kind === 'measured' ? base : base === null && stored.success ? stored.data : null;
  const confirmations = await confirmCounts(bench, measured, against, chosen);
  return { ...measured, ...(base !== null && { base }), ...(confirmations.length > 0 && { confirmations }) };
}

/** Reduces a pass to what is stored and judged. */
export function summarise(pass: LeakPass, bytesPerRequest: number, source: SourceReader): HeapMeasurement {
  const lines = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const goroutines = nameGoroutines(pass, lines, source);
  const descriptors = diagnoseDescriptors(pass, goroutines, lines, source);
  const { leaks, libraryBytesPerRequest } = diagnoseHeap(
    pass,
    { bytesPerRequest },
    { goroutines, descriptors },
    source,
  );
  return {
    leaks,
    ...(pass.ways.length > 0 && { retained: retainedPaths(pass) }),
    libraryBytesPerRequest,
    holders: [...new Set([...goroutines, ...(descriptors === null ? [] : [descriptors])].map(({ id }) => id))],
    pools: poolMisuses(pass, source),
    ...costsOf(pass.doses, pass.cost, source),
    requestsPerSecond: paceOf(decisive(pass)),
    evidence: heapEvidence(pass),
  };
}

/** Requests a second that the probe build answered. */
function paceOf(stages: readonly Stage[]): number {
  const requests = stages.reduce((sum, stage) => sum + stage.requests, 0);
  return (
    (1000 * requests) /
    Math.max(
      1,
      stages.reduce((sum, stage) => sum + stage.durationMs, 0),
    )
  );
}

function judge(
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
  chosen: HeapOptions,
  context: JudgeContext,
): Omit<CheckReport, 'name' | 'title'> {
  const leaks = judgeLeaks(current, baseline, chosen.maxLeakedBytesPerRequest, context);
  const pools = poolFindings(current, baseline, context);
  const costs = costFindings(current, baseline, chosen, context.mismatches);
  const findings = worstFirst([...leaks.map(({ finding }) => finding), ...pools, ...costs]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf(current, chosen.maxLeakedBytesPerRequest, leaks, findings),
    findings,
    metrics: metricsOf(current),
    routes: [],
    ...(current.evidence !== undefined && { evidence: withKnownChains(current.evidence, current, baseline) }),
  };
}

/** Which chains the baseline has too, where it can be told. */
function withKnownChains(
  evidence: HeapEvidence,
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
): HeapEvidence {
  const chains = evidence.chains.map((chain) => {
    const known = isKnownChain(chain, current, baseline);
    return known === null ? chain : { ...chain, known };
  });
  return { ...evidence, chains };
}

const sent = ({ doses }: HeapMeasurement): number => doses.reduce((sum, requests) => sum + requests, 0);

function summaryOf(
  current: HeapMeasurement,
  limit: number,
  leaks: readonly JudgedLeak[],
  findings: readonly Finding[],
): string {
  const failed = leaks.filter(({ finding }) => finding.outcome === 'fail');
  if (failed.length > 0) {
    const bytes = failed.reduce((sum, { bytesPerRequest }) => sum + bytesPerRequest, 0);
    return `Every request leaves ${bytesText(bytes)} behind that are never freed, in ${counted(failed.length, 'place')}.`;
  }
  const other = findings.find(({ outcome }) => outcome === 'fail');
  if (other !== undefined) return `${other.metric}: ${other.reason}`;
  if (outcomeOf(findings) === 'inconclusive') return 'Memory leaks; whether that is new isn’t known.';
  return leaks.length > 0
    ? 'No new heap leak.'
    : `No line of code keeps memory with each request: ${bytesText(limit)} would have shown in ${amountText(sent(current))} requests.`;
}

const lower = (id: string, title: string, unit: Metric['unit'], value: number): Metric => ({
  id: `heap-leak/${id}`,
  title,
  unit,
  better: 'lower',
  value,
});

function metricsOf(current: HeapMeasurement): Metric[] {
  const retained = current.leaks.reduce((sum, leak) => sum + leak.bytesPerRequest, 0);
  return [
    lower('retained', 'Kept per request', 'bytes/req', retained + current.libraryBytesPerRequest),
    lower('live-heap', 'Live heap', 'bytes', current.heapBytes),
    lower('pooled', 'Memory in pools', 'bytes', current.pooledBytes),
    lower('mallocs', 'Allocations per request', 'allocs/req', current.mallocsPerRequest),
    lower('allocated-bytes', 'Allocated bytes per request', 'bytes/req', current.allocatedBytesPerRequest),
  ];
}
