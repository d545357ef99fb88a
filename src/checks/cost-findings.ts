import type { Fact, Finding, Site, Unit } from '../model.ts';
import type { HeapMeasurement } from './heap-measurement.ts';
import type { Allocation } from './leak-schema.ts';
import { bytesText } from './leak-wording.ts';
import { amountText, listed, percent, signedPercent } from './wording.ts';

export interface CostLimits {
  maxAllocsIncrease: number;
  maxAllocatedBytesIncrease: number;
  maxLiveHeapIncrease: number;
}

interface Cost {
  id: string;
  metric: string;
  unit: Unit;
  value(measurement: HeapMeasurement): number;
  limit(limits: CostLimits): number;
  /** Smaller changes don't count, however large their share. */
  least: number;
  /** The figure of single lines that makes up this one. */
  of?: 'objectsPerRequest' | 'bytesPerRequest';
}

const megabyte = 1024 ** 2;

/** Counts that don't depend on the machine: they are held against the stored baseline. */
const costs: readonly Cost[] = [
  {
    id: 'heap-leak/mallocs',
    metric: 'Allocations per request',
    unit: 'allocs/req',
    value: ({ mallocsPerRequest }) => mallocsPerRequest,
    limit: ({ maxAllocsIncrease }) => maxAllocsIncrease,
    least: 0.5,
    of: 'objectsPerRequest',
  },
  {
    id: 'heap-leak/allocated-bytes',
    metric: 'Allocated bytes per request',
    unit: 'bytes/req',
    value: ({ allocatedBytesPerRequest }) => allocatedBytesPerRequest,
    limit: ({ maxAllocatedBytesIncrease }) => maxAllocatedBytesIncrease,
    least: 16,
    of: 'bytesPerRequest',
  },
  {
    id: 'heap-leak/live-heap',
    metric: 'Live heap',
    unit: 'bytes',
    value: ({ heapBytes }) => heapBytes,
    limit: ({ maxLiveHeapIncrease }) => maxLiveHeapIncrease,
    least: megabyte,
  },
  {
    id: 'heap-leak/pooled',
    metric: 'Memory in pools',
    unit: 'bytes',
    value: ({ pooledBytes }) => pooledBytes,
    limit: ({ maxLiveHeapIncrease }) => maxLiveHeapIncrease,
    least: megabyte,
  },
];

/** Holds the cost of a request against the baseline. What can't be compared is shown and doesn't gate. */
export function costFindings(
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
  limits: CostLimits,
  mismatches: readonly string[],
): Finding[] {
  const different = baseline !== null && String(baseline.doses) !== String(current.doses);
  const obstacles = [...mismatches, ...(different ? ['the number of requests differs'] : [])];
  return costs.map((cost) => costFinding(cost, current, baseline, cost.limit(limits), obstacles));
}

function costFinding(
  cost: Cost,
  current: HeapMeasurement,
  baseline: HeapMeasurement | null,
  limit: number,
  obstacles: readonly string[],
): Finding {
  const after = cost.value(current);
  const before = baseline === null ? null : cost.value(baseline);
  const delta = before === null || before === 0 ? null : after / before - 1;
  const exceeded = before !== null && after - before >= cost.least && after > before * (1 + limit);
  const gates = exceeded && obstacles.length === 0;
  const causes = exceeded && baseline !== null ? increases(cost, current, baseline) : [];
  return {
    id: cost.id,
    kind: 'cost',
    metric: cost.metric,
    unit: cost.unit,
    before,
    after,
    delta,
    interval: null,
    threshold: before === null || obstacles.length > 0 ? null : { value: limit, of: 'relative' },
    outcome: gates ? 'fail' : exceeded ? 'warn' : 'pass',
    reason: reasonOf({ before, delta, limit, exceeded, obstacles }),
    ...(causes.length > 0 && { site: siteOfLine(causes[0]!), facts: causes.map((line) => causeFact(cost, line)) }),
  };
}

interface Reasons {
  before: number | null;
  delta: number | null;
  limit: number;
  exceeded: boolean;
  obstacles: readonly string[];
}

function reasonOf({ before, delta, limit, exceeded, obstacles }: Reasons): string {
  if (before === null) return 'No baseline yet: recorded.';
  const change = delta === null ? 'New' : signedPercent(delta);
  if (obstacles.length > 0) return `${change}, shown only: ${listed(obstacles)}.`;
  return exceeded ? `${change}, more than the allowed ${percent(limit)}.` : `${change}, within its limit.`;
}

const shownCauses = 3;

/** The lines whose own figure rose most, with the rise. */
function increases(cost: Cost, current: HeapMeasurement, baseline: HeapMeasurement): Allocation[] {
  const { of } = cost;
  if (of === undefined) return [];
  const earlier = new Map(baseline.allocations.map((line) => [line.id, line[of]]));
  return current.allocations
    .map((line) => ({ ...line, [of]: line[of] - (earlier.get(line.id) ?? 0) }))
    .filter((line) => line[of] >= cost.least / 2)
    .toSorted((a, b) => b[of] - a[of])
    .slice(0, shownCauses);
}

function causeFact({ of }: Cost, line: Allocation): Fact {
  const more = of === 'bytesPerRequest' ? bytesText(line.bytesPerRequest) : amountText(line.objectsPerRequest);
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
