import type { RetentionLook } from '../checks/check.ts';
import { growthSteps, grownWays, growth, type ChainGrowth, type Trie } from '../heap/index.ts';
import type { RetainedChain } from '../model.ts';
import type { Retention } from '../probes/retention.ts';

/** What lies behind the looks that a check holds: it compares looks without knowing what they are made of. */
interface Seen {
  trie: Trie;
  at: Moment;
}

/** When a look was taken. */
export interface Moment {
  /** Which copy of the service, counted from 0: looks at two of them have nothing to do with each other. */
  copy: number;
  /** Requests that it had answered. */
  answered: number;
  /** The look since which every allocation was recorded. */
  recordedSince?: RetentionLook;
}

const seen = new WeakMap<RetentionLook, Seen>();

/** A dump that doesn't add up to what the runtime counts has no chains to show. */
export function retentionLook(found: Retention, at: Moment): RetentionLook | { unavailable: string } {
  const { trie, reachableBytes, heapAllocBytes } = found;
  if (!found.consistent) {
    const told = `the runtime counts ${heapAllocBytes} bytes, and its roots reach ${reachableBytes} of them`;
    return { unavailable: `the heap dump doesn’t add up: ${told}` };
  }
  const since = (earlier: RetentionLook): Seen | undefined => {
    const before = seen.get(earlier);
    return before?.at.copy === at.copy ? before : undefined;
  };
  const look: RetentionLook = {
    counted: { reachableBytes, heapAllocBytes },
    chainsSince(earlier) {
      const before = since(earlier);
      if (before === undefined) return [];
      const counted = { requests: at.answered - before.at.answered, exact: at.recordedSince === earlier };
      return growth(before.trie, trie).map((chain) => plainChain(chain, counted));
    },
    waysSince(earlier) {
      const before = since(earlier);
      return before === undefined ? [] : grownWays(before.trie, trie);
    },
    heapSince(earlier) {
      const before = since(earlier);
      return before === undefined ? [] : growthSteps(before.trie, trie);
    },
  };
  seen.set(look, { trie, at });
  return look;
}

function plainChain(
  { root, steps, retainedBytes, sites, heldBy, stackBytes }: ChainGrowth,
  counted: { requests: number; exact: boolean },
): RetainedChain {
  return {
    root: root.text,
    steps: steps.map(({ label, ...counts }) => ({ text: label.text, frame: label.frame, ...counts })),
    retainedBytes,
    sites,
    ...counted,
    heldBy: heldBy.map((way) => way.map(({ text }) => text)),
    ...(stackBytes > 0 && { stackBytes }),
  };
}
