import { kebabOptions } from '../config/options.ts';
import { amount } from '../config/values.ts';
import type { CheckReport, Finding, Metric } from '../model.ts';
import { countGroups } from '../pprof/group-counts.ts';
import type { SourceReader } from '../pprof/site.ts';
import { defineCheck, type Bench, type JudgeContext } from './check.ts';
import { diagnoseDescriptors } from './descriptor-diagnosis.ts';
import { goroutineLeaks, nameGoroutines } from './goroutine-diagnosis.ts';
import { goroutineFindings } from './goroutine-findings.ts';
import { goroutineMeasurement, type GoroutineMeasurement } from './goroutine-measurement.ts';
import { heapLines } from './heap-sites.ts';
import { defaultRules, leakPass } from './leak-pass.ts';
import { descriptorFindings, threadFindings } from './process-findings.ts';
import { judgedLooks, type LeakPass } from './stages.ts';
import { outcomeOf, worstFirst } from './verdicts.ts';
import { diagnoseThreads } from './thread-diagnosis.ts';
import { amountText, counted } from './wording.ts';

const options = kebabOptions({
  'max-leaked-goroutines': amount
    .default(0)
    .describe('How many goroutines, file descriptors, or threads 1,000 requests may leave behind.'),
});

interface GoroutineOptions {
  maxLeakedGoroutines: number;
}

/**
 * Goroutines that stay behind after the response: proved by the collector where the build can, or suspected because their number
 * grows with every round, settles nowhere and doesn't fall while the service rests. Open files are judged the same way.
 */
export const goroutineLeak = defineCheck({
  name: 'goroutine-leak',
  title: 'Goroutines',
  build: 'probe',
  options,
  measurement: goroutineMeasurement,
  measure,
  forBaseline: ({ groups: _shown, ...judged }) => judged,
  judge,
});

async function measure(bench: Bench, _chosen: GoroutineOptions, signal: AbortSignal): Promise<GoroutineMeasurement> {
  return summarise(await leakPass(bench, defaultRules, signal), bench.source);
}

/** What a report can show; small services have about ten groups. */
const mostGroups = 30;

/** Reduces a pass to what is stored and judged. */
export function summarise(pass: LeakPass, source: SourceReader): GoroutineMeasurement {
  const lines = [...heapLines(judgedLooks(pass).map(({ sites }) => sites)).values()];
  const named = nameGoroutines(pass, lines, source);
  return {
    leaks: goroutineLeaks(pass, named, lines, source),
    descriptors: diagnoseDescriptors(pass, named, lines, source),
    threads: diagnoseThreads(pass, named),
    sent: pass.doses.reduce((sum, { requests }) => sum + requests, 0),
    goroutines: pass.doses[0]!.before.goroutines,
    groups: countGroups(
      judgedLooks(pass).map(({ groups }) => groups),
      mostGroups,
    ),
  };
}

function judge(
  current: GoroutineMeasurement,
  baseline: GoroutineMeasurement | null,
  { maxLeakedGoroutines }: GoroutineOptions,
  context: JudgeContext,
): Omit<CheckReport, 'name' | 'title'> {
  const leaks = goroutineFindings(current, baseline, maxLeakedGoroutines, context);
  const ofProcess = [descriptorFindings, threadFindings].flatMap((of) =>
    of(current, baseline, maxLeakedGoroutines, context),
  );
  const findings = worstFirst([...leaks, ...ofProcess]);
  return {
    outcome: outcomeOf(findings),
    summary: summaryOf(current, findings),
    findings,
    metrics: metricsOf(current),
    routes: [],
    ...(current.groups !== undefined && { groups: current.groups }),
  };
}

/** So many goroutines have to stay before the others' coming and going can't explain it. */
const leastSeen = 3;

const floorText = (sent: number | undefined): string =>
  sent === undefined ? '' : `: one left by every ${amountText(Math.floor(sent / leastSeen))} requests would have shown`;

function summaryOf({ leaks, sent }: GoroutineMeasurement, findings: readonly Finding[]): string {
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  const goroutines = failed.filter(({ unit }) => unit === 'goroutines');
  if (goroutines.length > 0) {
    const left = goroutines.reduce((sum, { after }) => sum + (after ?? 0), 0);
    return `1,000 requests leave ${counted(Number(left.toPrecision(3)), 'goroutine')} behind that never end, from ${counted(goroutines.length, 'place')}.`;
  }
  const [other] = failed;
  if (other !== undefined) {
    const left = other.id.startsWith('goroutine-leak/threads/') ? 'threads behind' : 'files or sockets open';
    return `1,000 requests leave ${amountText(Number((other.after ?? 0).toPrecision(2)))} ${left}.`;
  }
  if (outcomeOf(findings) === 'inconclusive') return 'Goroutines leak; whether that is new isn’t known.';
  return leaks.length > 0 ? 'No new goroutine leak.' : `Every goroutine ended${floorText(sent)}.`;
}

function metricsOf({ leaks, goroutines }: GoroutineMeasurement): Metric[] {
  const leaked = leaks.reduce((sum, leak) => sum + leak.perThousand, 0);
  const lower = { unit: 'goroutines', better: 'lower' } as const;
  return [
    { ...lower, id: 'goroutine-leak/leaked', title: 'Goroutines left by 1,000 requests', value: leaked },
    { ...lower, id: 'goroutine-leak/goroutines', title: 'Goroutines at rest', value: goroutines },
  ];
}
