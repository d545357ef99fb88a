import type { Fact, Finding, Flow, Site } from '../model.ts';
import type { JudgeContext } from './check.ts';
import { groupBy } from '../group-by.ts';
import type { HeapMeasurement } from './heap-measurement.ts';
import { heapPatternFacts, keptFacts } from './kept-patterns.ts';
import { gradeLeak, type GradedLeak } from './known-leaks.ts';
import { historyOf, type History } from './leak-history.ts';
import type { HeapLeak, PoolMisuse } from './leak-schema.ts';
import { bytesText, capitalised, growthFact, perRequestsText, routeFacts, timeFacts } from './leak-wording.ts';
import { outlookFacts } from './outlook.ts';
import { amountText } from './wording.ts';

/** What stands in a report for one leak, with all that each request leaves at its lines. */
export interface JudgedLeak {
  finding: Finding;
  bytesPerRequest: number;
}

/** One finding for each root that keeps memory alive, or each function where no root is known: its lines are one leak to a reader. */
export function judgeLeaks(
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
  maxBytesPerRequest: number,
  context: JudgeContext,
): JudgedLeak[] {
  const leaks = current.leaks.filter((leak) => highestRate(leak) > maxBytesPerRequest);
  const judged = leaks.map((leak) => ({
    leak,
    finding: leakFinding(leak, { current, baseline }, maxBytesPerRequest, context),
  }));
  const together = groupBy(judged, ({ leak, finding }) => `${holderOf(leak, leaks)} ${finding.outcome}`);
  const merged = together.map((group): JudgedLeak => {
    const lines = group.map(({ leak }) => leak);
    const finding = mergeLines(group.map((one) => one.finding));
    const bytesPerRequest = lines.reduce((sum, line) => sum + line.bytesPerRequest, 0);
    return { finding: withOutlook(finding, lines, current, context), bytesPerRequest };
  });
  const [first, ...others] = merged;
  if (first === undefined) return [];
  const { finding } = first;
  const told = [...(finding.facts ?? []), ...libraryFacts(current)];
  return [{ ...first, finding: { ...finding, facts: told } }, ...others];
}

/** The list or map on the way to what leaks grows along with it: it is no leak of its own. */
function holderOf(leak: HeapLeak, leaks: readonly HeapLeak[]): string {
  if (leak.keptBy !== null) return leak.keptBy.root;
  const { file, line } = leak.site;
  const through = leaks.find(
    ({ keptBy }) => keptBy?.steps?.some(({ frame }) => frame?.file === file && frame.line === line) === true,
  );
  return through?.keptBy?.root ?? leak.site.function;
}

/** A leak on a rare route is one of that route's requests, however little it is for each of all requests. */
const highestRate = ({ bytesPerRequest, bytesPerDrivingRequest = null }: HeapLeak): number =>
  Math.max(bytesPerRequest, bytesPerDrivingRequest ?? 0);

/** Says when memory ends by all lines of a leak together. What a goroutine holds ends with it. */
function withOutlook(
  finding: Finding,
  leaks: readonly HeapLeak[],
  current: HeapMeasurement,
  context: JudgeContext,
): Finding {
  const [leak] = leaks;
  if (leak === undefined || leak.heldBy !== null || leak.growsWith === 'time') return finding;
  const bytesPerRequest = leaks.reduce((sum, one) => sum + one.bytesPerRequest, 0);
  const given = { bytesPerRequest, heapBytes: current.heapBytes, pace: current.requestsPerSecond };
  return { ...finding, facts: [...(finding.facts ?? []), ...outlookFacts(given, context), cacheFact(leak)] };
}

function leakFinding(
  leak: HeapLeak,
  { current, baseline }: { current: HeapMeasurement; baseline: HeapMeasurement | null },
  threshold: number,
  context: JudgeContext,
): Finding {
  const history = historyOf(leak, current, baseline);
  const { before } = history;
  const grade = gradeByHistory(leak, history, context);
  const held = leak.heldBy !== null && !hidesNewLeak(leak, baseline);
  return {
    id: `heap-leak/site/${leak.id}`,
    kind: 'leak',
    metric: 'Heap growth',
    unit: 'bytes/req',
    before,
    after: leak.bytesPerRequest,
    delta: before === null ? null : leak.bytesPerRequest - before,
    interval: null,
    threshold: { value: threshold, of: 'absolute' },
    outcome: held ? 'warn' : grade.outcome,
    reason: held ? heldSentence(leak.heldBy!) : [sentence(leak), grade.known].filter((text) => text !== '').join(' '),
    site: leak.site,
    facts: [...history.newPaths.map(newPathFact), ...facts(leak)],
    ...flowsOf(leak),
  };
}

/** A path that the baseline lacks fails, whatever is known of the line. */
function gradeByHistory(leak: HeapLeak, { before, newPaths, movedFrom }: History, context: JudgeContext): GradedLeak {
  const grade = gradeLeak({ rate: leak.bytesPerRequest, before, unit: 'B with each request' }, context);
  if (newPaths.length > 0) {
    return { outcome: 'fail', known: 'The baseline leaks at this line too, but not along the new chain.' };
  }
  if (movedFrom === null) return grade;
  const { function: name, file, line } = movedFrom.site;
  return {
    ...grade,
    known: `${grade.known} There it’s in ${name} (${file}:${line}), kept alive along the same chain.`,
  };
}

const newPathFact = ({ path, bytesPerRequest }: History['newPaths'][number]): Fact => ({
  label: 'new chain',
  text: `${path}, ${bytesText(bytesPerRequest)} per request`,
});

const heldSentence = ({ kind, id }: NonNullable<HeapLeak['heldBy']>): string =>
  kind === 'goroutines'
    ? `This memory belongs to goroutines that never end (${id}); it goes when they do.`
    : `This memory belongs to files or sockets that are never closed (${id}); it goes when they are.`;

/** New memory must not hide behind a leak of goroutines or files that the baseline has already. */
function hidesNewLeak(leak: HeapLeak, baseline: HeapMeasurement | null): boolean {
  if (baseline === null || baseline.leaks.some(({ id }) => id === leak.id)) return false;
  return baseline.holders.includes(leak.heldBy!.id);
}

function sentence({ bytesPerRequest, objectsPerRequest, own, growsWith }: HeapLeak): string {
  const left = perRequestsText(objectsPerRequest, 'object');
  const keeps =
    objectsPerRequest >= 0.01
      ? `${left} here that ${left.endsWith(' object') ? 'is' : 'are'} never freed, ${bytesText(bytesPerRequest)} per request`
      : `what is allocated here keeps growing, by ${bytesText(bytesPerRequest)} per request`;
  const whose = own ? '' : ' No frame of your own code is on the stack: a library keeps it.';
  return `${capitalised(keeps)}${growsWith === 'time' ? ' at this pace' : ''}.${whose}`;
}

function facts(leak: HeapLeak): Fact[] {
  return [
    ...(leak.keptBy === null ? [] : [{ label: 'kept alive by', text: leak.keptBy.chain }]),
    ...holdersOf(leak).map((way, index) => ({
      label: index === 0 ? 'held together by' : 'and by',
      text: way.join(' → '),
    })),
    ...routeFacts(leak),
    growthFact(leak, bytesText),
    ...timeFacts(leak),
    ...rareRouteFacts(leak),
    ...heapPatternFacts(leak),
  ];
}

/** Who else would have to let go. Lists of the runtime are told as one: nobody can change them. */
function holdersOf({ keptBy }: Pick<HeapLeak, 'keptBy'>): string[][] {
  const ways = keptBy?.heldBy ?? [];
  const own = ways.filter(([root = '']) => !root.startsWith('runtime.'));
  return own.length === ways.length ? ways : [...own, ['the runtime’s own lists']];
}

function flowsOf({ keptBy }: HeapLeak): Pick<Finding, 'flows'> {
  if (keptBy?.steps === undefined) return {};
  const held = holdersOf({ keptBy }).map((way): Flow => {
    const steps = way.map((text) => ({ text, frame: keptBy.steps!.find((step) => step.text === text)?.frame ?? null }));
    return { title: 'Held together by', steps };
  });
  return { flows: [{ title: 'Kept alive by', steps: keptBy.steps }, ...held] };
}

/** Where all requests together hide how much those of one route keep. */
function rareRouteFacts({ bytesPerRequest, bytesPerDrivingRequest = null }: HeapLeak): Fact[] {
  if (bytesPerDrivingRequest === null || bytesPerDrivingRequest < 1.5 * bytesPerRequest) return [];
  return [{ label: 'each of those', text: `keeps ${bytesText(bytesPerDrivingRequest)}` }];
}

/** A cache which nothing has filled yet grows like a leak: only its owner knows that it stops. */
function cacheFact({ requests }: HeapLeak): Fact {
  const sent = amountText(requests.reduce((sum, round) => sum + round, 0));
  return { label: 'or a cache', text: `that wasn’t full after ${sent} requests: then raise \`leak-requests\`` };
}

function libraryFacts({ libraryBytesPerRequest }: HeapMeasurement): Fact[] {
  if (libraryBytesPerRequest < 1) return [];
  const text = `${bytesText(libraryBytesPerRequest)} per request that the standard library allocated`;
  return [{ label: 'keeps besides', text }];
}

/** The heaviest line speaks for the function; the others are named below it. */
function mergeLines(findings: Finding[]): Finding {
  const [first, ...others] = findings;
  const also = others.map(({ site, after }): Fact =>
    lineFact('also here', site!, `${bytesText(after ?? 0)} per request`),
  );
  return { ...first!, facts: [...(first!.facts ?? []), ...also] };
}

const lineFact = (label: string, site: Site, text: string): Fact => ({
  label,
  text: site.source === undefined ? text : `${text}: ${site.source}`,
  frame: { function: site.function, file: site.file, line: site.line, own: true },
});

const poolWords = {
  'never-put': (pool: PoolMisuse) =>
    `What is taken out of this pool is never put back: ${perRequestsText(pool.objectsPerRequest, 'new object')} for the collector, ${bytesText(pool.bytesPerRequest)} per request. Put it back on every path.`,
  'never-taken': (pool: PoolMisuse) =>
    `Objects are put into a pool that nobody takes them from: ${amountText(pool.idleObjects)} (${bytesText(pool.idleBytes)}) lay idle after a round, while requests went on making new ones.`,
  oversized: (pool: PoolMisuse) =>
    `A pool keeps objects that have grown to ${bytesText(pool.idleBytes / Math.max(1, pool.idleObjects))} each, ${bytesText(pool.idleBytes)} in all. Drop large ones instead of putting them back.`,
} as const satisfies Record<PoolMisuse['kind'], (pool: PoolMisuse) => string>;

/** What a pool's New allocates at several lines is one object. */
const together = (sum: PoolMisuse, next: PoolMisuse): PoolMisuse => ({
  ...sum,
  objectsPerRequest: Math.max(sum.objectsPerRequest, next.objectsPerRequest),
  bytesPerRequest: sum.bytesPerRequest + next.bytesPerRequest,
  idleObjects: Math.max(sum.idleObjects, next.idleObjects),
  idleBytes: sum.idleBytes + next.idleBytes,
});

/** Misused pools: garbage or idle memory rather than memory lost, but growing with the load all the same. */
export function poolFindings(
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
  context: JudgeContext,
): Finding[] {
  return groupBy(current.pools, ({ id, kind }) => `${kind} ${id}`).map((same) => {
    const pool = same.reduce(together);
    const known = baseline?.pools.find(({ id, kind }) => id === pool.id && kind === pool.kind);
    const before = baseline === null ? null : (known?.bytesPerRequest ?? 0);
    const grade = gradeLeak({ rate: pool.bytesPerRequest, before, unit: 'B with each request' }, context);
    return {
      id: `heap-leak/pool/${pool.id}`,
      kind: 'leak',
      metric: 'sync.Pool misuse',
      unit: 'bytes/req',
      before,
      after: pool.bytesPerRequest,
      delta: before === null ? null : pool.bytesPerRequest - before,
      interval: null,
      threshold: null,
      // Large buffers may be what the service works with; it isn't ours to say that they are too large.
      outcome: pool.kind === 'oversized' ? 'warn' : grade.outcome,
      reason: [poolWords[pool.kind](pool), grade.known].filter((text) => text !== '').join(' '),
      site: pool.site,
      facts: keptFacts('pool'),
    };
  });
}
