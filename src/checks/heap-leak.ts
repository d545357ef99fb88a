import { kebabOptions } from '../config/options.ts';
import { byteSize, count, duration, share } from '../config/values.ts';
import type { CheckReport, Finding, HeapEvidence, Metric, SiteUsage } from '../model.ts';
import { siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import { defineCheck, type Bench, type JudgeContext } from './check.ts';
import { costFindings, type CostLimits } from './cost-findings.ts';
import { diagnoseDescriptors } from './descriptor-diagnosis.ts';
import { nameGoroutines } from './goroutine-diagnosis.ts';
import { diagnoseHeap } from './heap-diagnosis.ts';
import { heapEvidence } from './heap-evidence.ts';
import { heapLeakFindings, poolFindings } from './heap-findings.ts';
import { heapMeasurement, type HeapMeasurement } from './heap-measurement.ts';
import { amounts, heapLines } from './heap-sites.ts';
import { defaultPass, leakPass } from './leak-pass.ts';
import type { Allocation } from './leak-schema.ts';
import { bytesText } from './leak-wording.ts';
import { isKnownChain } from './leak-history.ts';
import { poolMisuses } from './pool-misuse.ts';
import { retainedPaths } from './retained-paths.ts';
import { judgedLooks, looksOf, type LeakPass } from './stages.ts';
import { outcomeOf, worstFirst } from './verdicts.ts';
import { counted } from './wording.ts';

const options = kebabOptions({
  'leak-requests': count
    .prefault(defaultPass.firstDose)
    .describe('Requests of the first of three leak rounds; the others are two and four times as large.'),
  'leak-budget': duration
    .prefault(`${defaultPass.budgetMs / 1000}s`)
    .describe('How long the leak rounds may take. A slow service gets smaller rounds.'),
  'max-leaked-bytes-per-request': byteSize
    .prefault(defaultPass.bytesPerRequest)
    .describe('How many bytes a line of code may keep with each request.'),
  'max-allocs-increase': share.prefault('0.5%').describe('How much the number of allocations per request may grow.'),
  'max-allocated-bytes-increase': share.prefault('1%').describe('How many more bytes a request may allocate.'),
  'max-live-heap-increase': share.prefault('15%').describe('How much the live heap may grow, from 1 MB on.'),
});

interface HeapOptions extends CostLimits {
  leakRequests: number;
  leakBudget: number;
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
  forBaseline: ({ evidence: _pictures, ...figures }) => figures,
  judge,
});

async function measure(bench: Bench, chosen: HeapOptions, signal: AbortSignal): Promise<HeapMeasurement> {
  const rules = { bytesPerRequest: chosen.maxLeakedBytesPerRequest };
  const plan = { ...rules, firstDose: chosen.leakRequests, budgetMs: chosen.leakBudget };
  return summarise(await leakPass(bench, plan, signal), rules.bytesPerRequest, bench.source);
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
  const { after } = pass.doses.at(-1)!;
  return {
    leaks,
    ...(pass.ways.length > 0 && { retained: retainedPaths(pass) }),
    libraryBytesPerRequest,
    holders: [...new Set([...goroutines, ...(descriptors === null ? [] : [descriptors])].map(({ id }) => id))],
    pools: poolMisuses(pass, source),
    doses: pass.doses.map(({ requests }) => requests),
    heapBytes: after.heapBytes,
    pooledBytes: Math.max(0, Math.round(liveBytes(after.pooledSites) - liveBytes(after.sites))),
    mallocsPerRequest: pass.cost.mallocsPerRequest,
    allocatedBytesPerRequest: pass.cost.allocatedBytesPerRequest,
    allocations: allocations(pass, source),
    evidence: heapEvidence(pass),
  };
}

const liveBytes = (sites: readonly SiteUsage[]): number => sites.reduce((sum, site) => sum + site.liveBytes, 0);

const storedAllocations = 25;

/** The own lines that allocate most in the doses, by bytes and by objects. */
function allocations(pass: LeakPass, source: SourceReader): Allocation[] {
  const looks = looksOf(pass.doses);
  const requests = pass.doses.reduce((sum, dose) => sum + dose.requests, 0);
  const lines = [...heapLines([looks[0]!.sites, looks.at(-1)!.sites]).values()].filter(({ frame }) => frame.own);
  const all = lines.map((line): Allocation => {
    const [bytesBefore = 0, bytes = 0] = amounts(line, 'allocatedBytes');
    const [objectsBefore = 0, objects = 0] = amounts(line, 'allocatedObjects');
    return {
      id: siteId(siteAt(line.frame, [line.frame], source)),
      function: line.frame.function,
      file: line.frame.file,
      line: line.frame.line,
      bytesPerRequest: (bytes - bytesBefore) / requests,
      objectsPerRequest: (objects - objectsBefore) / requests,
    };
  });
  const top = (of: 'bytesPerRequest' | 'objectsPerRequest'): Allocation[] =>
    all.toSorted((a, b) => b[of] - a[of]).slice(0, storedAllocations);
  return [...new Set([...top('bytesPerRequest'), ...top('objectsPerRequest')])].filter(
    (line) => line.bytesPerRequest > 0,
  );
}

function judge(
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
  chosen: HeapOptions,
  context: JudgeContext,
): Omit<CheckReport, 'name' | 'title'> {
  const leaks = heapLeakFindings(current, baseline, chosen.maxLeakedBytesPerRequest, context);
  const pools = poolFindings(current, baseline, context);
  const costs = costFindings(current, baseline, chosen, context.mismatches);
  const findings = worstFirst([...leaks, ...pools, ...costs]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf(current, leaks, findings),
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

function summaryOf(current: HeapMeasurement, leaks: readonly Finding[], findings: readonly Finding[]): string {
  const failed = leaks.filter(({ outcome }) => outcome === 'fail');
  if (failed.length > 0) {
    const bytes = failed.reduce((sum, { after }) => sum + (after ?? 0), 0);
    return `Every request leaves ${bytesText(bytes)} behind that are never freed, in ${counted(failed.length, 'place')}.`;
  }
  const other = findings.find(({ outcome }) => outcome === 'fail');
  if (other !== undefined) return `${other.metric}: ${other.reason}`;
  if (outcomeOf(findings) === 'inconclusive') return 'Memory leaks; whether that is new isn’t known.';
  return current.leaks.length > 0 ? 'No new heap leak.' : 'No line of code keeps memory with each request.';
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
