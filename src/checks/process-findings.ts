import type { Fact, Finding } from '../model.ts';
import type { JudgeContext } from './check.ts';
import { perThousandUnit } from './goroutine-findings.ts';
import type { GoroutineMeasurement } from './goroutine-measurement.ts';
import { descriptorPatternFacts } from './kept-patterns.ts';
import { gradeLeak } from './known-leaks.ts';
import type { DescriptorLeak, ThreadLeak } from './leak-schema.ts';
import { capitalised, growthFact, perRequestsText, routeFacts, timeFacts } from './leak-wording.ts';
import { amountText, listed } from './wording.ts';

interface Told {
  leak: DescriptorLeak | ThreadLeak;
  /** The same leak in the baseline: 0 where it has none, null where that isn't known. */
  before: number | null;
  name: 'descriptors' | 'threads';
  metric: string;
  sentence: string;
  facts: Fact[];
}

/** Files and sockets that stay open. */
export function descriptorFindings(
  current: GoroutineMeasurement,
  baseline: GoroutineMeasurement | null,
  threshold: number,
  context: JudgeContext,
): Finding[] {
  const { descriptors: leak } = current;
  if (leak === null || leak.perThousand <= threshold) return [];
  const known = baseline?.descriptors?.id === leak.id ? baseline.descriptors : null;
  const before = baseline === null ? null : (known?.perThousand ?? 0);
  const metric = leak.collected ? 'Files closed by the collector' : 'Files left open by 1,000 requests';
  const told = { leak, before, name: 'descriptors', metric, sentence: descriptorSentence(leak) } as const;
  return [finding({ ...told, facts: [...kindFacts(leak), ...descriptorPatternFacts(leak)] }, threshold, context)];
}

/** Threads of the operating system that stay. */
export function threadFindings(
  current: GoroutineMeasurement,
  baseline: GoroutineMeasurement | null,
  threshold: number,
  context: JudgeContext,
): Finding[] {
  const { threads: leak = null } = current;
  if (leak === null || leak.perThousand <= threshold) return [];
  const known = baseline?.threads?.id === leak.id ? baseline.threads : null;
  const before = baseline?.threads === undefined ? null : (known?.perThousand ?? 0);
  const told = { leak, before, name: 'threads', metric: 'Threads left by 1,000 requests' } as const;
  return [finding({ ...told, sentence: threadSentence(leak), facts: [] }, threshold, context)];
}

function finding(
  { leak, before, name, metric, sentence, facts }: Told,
  threshold: number,
  context: JudgeContext,
): Finding {
  const grade = gradeLeak({ rate: leak.perThousand, before, unit: perThousandUnit }, context);
  return {
    id: `goroutine-leak/${name}/${leak.id}`,
    kind: 'leak',
    metric,
    unit: 'count',
    before,
    after: leak.perThousand,
    delta: before === null ? null : leak.perThousand - before,
    interval: null,
    threshold: { value: threshold, of: 'absolute' },
    outcome: leak.heldBy === null ? grade.outcome : 'warn',
    reason: [sentence, grade.known].filter((text) => text !== '').join(' '),
    ...(leak.site !== null && { site: leak.site }),
    facts: [...facts, ...routeFacts(leak), growthFact(leak, amountText), ...timeFacts(leak)],
  };
}

/** `1,009 × connection to 127.0.0.1:5432`. */
function kindFacts({ kinds = [] }: DescriptorLeak): Fact[] {
  if (kinds.length === 0) return [];
  return [{ label: 'they are', text: listed(kinds.map(({ what, count }) => `${amountText(count)} × ${what}`)) }];
}

function descriptorSentence({ perThousand, site, heldBy, collected }: DescriptorLeak): string {
  if (heldBy !== null) return `They belong to goroutines that never end (${heldBy}), and close when those do.`;
  const left = capitalised(perRequestsText(perThousand / 1000, 'file or socket', 'files or sockets'));
  const what = collected ? `At least: ${left} open until the garbage collector finds them.` : `${left} open.`;
  return site === null
    ? `${what} No single line opens that many; look for a missing Close, also on the error paths.`
    : `${what} They are opened here; a Close is missing.`;
}

function threadSentence({ perThousand, heldBy }: ThreadLeak): string {
  if (heldBy !== null) return `They are occupied by goroutines that never end (${heldBy}).`;
  const left = capitalised(
    perRequestsText(perThousand / 1000, 'thread of the operating system', 'threads of the operating system'),
  );
  return `${left} behind. Go keeps a thread once it has started it: look for calls that block in the kernel or in C, and for \`runtime.LockOSThread\`.`;
}
