import type { Fact, Finding, Site, Unit } from '../model.ts';
import {
  allocsShares,
  allowedAllocs,
  allowedBytes,
  leastAllocatedBytes,
  startUp,
  type CostLimits,
} from './cost-limits.ts';
import type { HeapMeasurement } from './heap-measurement.ts';
import type { Allocation } from './leak-schema.ts';
import { bytesText } from './leak-wording.ts';
import { least, type Counts, type RequestCosts } from './request-costs.ts';
import { amountText, listed, signedPercent } from './wording.ts';

interface Cost {
  id: string;
  metric: string;
  unit: Unit;
  value(costs: RequestCosts): number;
  /** What it is for sure, where `value` depends on the moment of the look: only this must exceed. */
  atLeast?(costs: RequestCosts): number;
  /** The absolute increase that is accepted. */
  allowed(before: number, limits: CostLimits): number;
  /** The shares of the earlier value that this may be; anything else is a least or a most. */
  shares(limits: CostLimits): number[];
  /** The count behind it, which may have been measured several times. */
  count?: keyof Counts;
  /** The figure of single lines that makes up this one, and the least that is worth a word. */
  of?: { figure: 'objectsPerRequest' | 'bytesPerRequest'; least: number };
}

const megabyte = 1024 ** 2;
const allowedHeap = (before: number, { maxLiveHeapIncrease: limit }: CostLimits): number =>
  Math.max(megabyte, limit * before);
const heapShares = ({ maxLiveHeapIncrease }: CostLimits): number[] => [maxLiveHeapIncrease];

/** Counts that don't depend on the machine. */
const costs: readonly Cost[] = [
  {
    id: 'heap-leak/mallocs',
    metric: 'Allocations per request',
    unit: 'allocs/req',
    value: ({ mallocsPerRequest }) => mallocsPerRequest,
    allowed: allowedAllocs,
    shares: allocsShares,
    count: 'mallocsPerRequest',
    of: { figure: 'objectsPerRequest', least: 0.25 },
  },
  {
    id: 'heap-leak/allocated-bytes',
    metric: 'Allocated bytes per request',
    unit: 'bytes/req',
    value: ({ allocatedBytesPerRequest }) => allocatedBytesPerRequest,
    allowed: allowedBytes,
    shares: ({ maxAllocatedBytesIncrease }) => [maxAllocatedBytesIncrease],
    count: 'allocatedBytesPerRequest',
    of: { figure: 'bytesPerRequest', least: leastAllocatedBytes / 2 },
  },
  {
    id: 'heap-leak/live-heap',
    metric: 'Live heap',
    unit: 'bytes',
    value: ({ heapBytes }) => heapBytes,
    allowed: allowedHeap,
    shares: heapShares,
  },
  {
    id: 'heap-leak/pooled',
    metric: 'Memory in pools',
    unit: 'bytes',
    value: ({ pooledBytes }) => pooledBytes,
    atLeast: ({ leastPooledBytes }) => leastPooledBytes,
    allowed: allowedHeap,
    shares: heapShares,
  },
];

/** What the costs of a request are held against. */
interface Against {
  costs: RequestCosts | null;
  /** Why they don't gate; empty when they do. */
  obstacles: string[];
  /** Why what is left over after the doses can't be compared; counts per request can. */
  unlikeDoses: string[];
  /** For the reader, where the baseline's commit was measured in this run. */
  anew: string;
}

/** Holds the cost of a request against the baseline. What can't be compared is shown and doesn't gate. */
export function costFindings(
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
  limits: CostLimits,
  mismatches: readonly string[],
): Finding[] {
  const against = heldAgainst(current, baseline, mismatches);
  return costs.map((cost) => costFinding(cost, current, against, limits));
}

/** The baseline's stored figures; or those of its commit measured anew, where the stored ones were made under other conditions. */
function heldAgainst(
  { base, doses }: HeapMeasurement,
  baseline: HeapMeasurement | null,
  mismatches: readonly string[],
): Against {
  if (base?.kind === 'measured') {
    const anew = ` Its commit ${base.sha.slice(0, 7)} was measured anew, since the stored counts can’t be used: ${listed(mismatches)}.`;
    return { costs: base, obstacles: [], unlikeDoses: [], anew };
  }
  const different = baseline !== null && String(baseline.doses) !== String(doses);
  const failed = base === undefined ? [] : [`its commit couldn’t be measured anew (${base.reason})`];
  return {
    costs: baseline,
    obstacles: [...mismatches, ...failed],
    unlikeDoses: different ? ['the number of requests differs'] : [],
    anew: '',
  };
}

function costFinding(cost: Cost, current: HeapMeasurement, against: Against, limits: CostLimits): Finding {
  const before = against.costs === null ? null : cost.value(against.costs);
  const after = cost.count === undefined ? cost.value(current) : least(roundsOf(current))[cost.count];
  const slack = against.costs === null || cost.count === undefined ? 0 : startUp(current, against.costs)[cost.count];
  const surely = cost.atLeast?.(current) ?? after;
  const exceeded = before !== null && surely - before > cost.allowed(before, limits) + slack;
  const obstacles = [...against.obstacles, ...(cost.count === undefined ? against.unlikeDoses : [])];
  const gates = obstacles.length === 0;
  const gate = before === null || before === 0 ? null : gateOf(cost, before, limits);
  const threshold = gates ? gate : null;
  const causes = exceeded && against.costs !== null ? increases(cost, current, against.costs) : [];
  return {
    id: cost.id,
    kind: 'cost',
    metric: cost.metric,
    unit: cost.unit,
    before,
    after,
    delta: changeAgainst(threshold, before, after),
    interval: null,
    threshold,
    outcome: exceeded ? (gates ? 'fail' : 'warn') : 'pass',
    reason: `${reasonOf(cost, { before, after, gate, exceeded, obstacles })}${againText(cost, current, before)}${before === null ? '' : against.anew}`,
    ...(causes.length > 0 && { site: siteOfLine(causes[0]!), facts: causes.map((line) => causeFact(cost, line)) }),
  };
}

const roundsOf = (current: HeapMeasurement): Counts[] => [current, ...(current.confirmations ?? [])];

type Gate = NonNullable<Finding['threshold']>;

/** What really gates: the settings' share, or an amount where the least or the most that always holds is what governs. */
function gateOf(cost: Cost, before: number, limits: CostLimits): Gate {
  const amount = cost.allowed(before, limits);
  const share = cost.shares(limits).find((one) => one * before === amount);
  return share === undefined ? { value: amount, of: 'absolute' } : { value: share, of: 'relative' };
}

function changeAgainst(threshold: Gate | null, before: number | null, after: number): number | null {
  if (before === null || before === 0) return null;
  return threshold?.of === 'absolute' ? after - before : after / before - 1;
}

interface Reasons {
  before: number | null;
  after: number;
  gate: Gate | null;
  exceeded: boolean;
  obstacles: readonly string[];
}

function reasonOf({ unit }: Cost, { before, after, gate, exceeded, obstacles }: Reasons): string {
  if (before === null) return 'No baseline yet: recorded.';
  const change = before === 0 ? 'New' : signedPercent(after / before - 1);
  if (obstacles.length > 0) return `${change}, shown only: ${listed(obstacles)}.`;
  if (!exceeded) return `${change}, within its limit.`;
  const amount = (value: number): string =>
    unit === 'allocs/req' ? `${amountText(value)} allocations` : bytesText(value);
  const more = amount(after - before);
  if (gate === null) return `${change}: ${more}.`;
  const limit = gate.of === 'absolute' ? amount(gate.value) : `${amountText(100 * gate.value)} %`;
  return `${change} (${more} more), beyond the allowed ${limit}.`;
}

/** What further rounds said about a count that was too high at first. */
function againText({ count }: Cost, current: HeapMeasurement, before: number | null): string {
  if (count === undefined || before === null || before === 0 || (current.confirmations ?? []).length === 0) return '';
  const values = roundsOf(current).map((round) => signedPercent(round[count] / before - 1));
  return ` Measured ${values.length} times: ${listed(values)}; the lowest counts.`;
}

const shownCauses = 3;

/** The lines whose own figure rose most, with the rise. */
function increases({ of }: Cost, current: RequestCosts, baseline: RequestCosts): Allocation[] {
  if (of === undefined) return [];
  const { figure, least: leastRise } = of;
  const earlier = new Map(baseline.allocations.map((line) => [line.id, line[figure]]));
  return current.allocations
    .map((line) => ({ ...line, [figure]: line[figure] - (earlier.get(line.id) ?? 0) }))
    .filter((line) => line[figure] >= leastRise)
    .toSorted((a, b) => b[figure] - a[figure])
    .slice(0, shownCauses);
}

function causeFact({ of }: Cost, line: Allocation): Fact {
  const more = of?.figure === 'bytesPerRequest' ? bytesText(line.bytesPerRequest) : amountText(line.objectsPerRequest);
  return { label: 'allocates more', text: `+${more} per request`, frame: frameOf(line) };
}

const frameOf = ({ function: name, file, line }: Allocation): Site['stack'][number] => ({
  function: name,
  file,
  line,
  own: true,
});

const siteOfLine = (line: Allocation): Site => {
  const frame = frameOf(line);
  return { function: frame.function, file: frame.file, line: frame.line, stack: [frame] };
};
