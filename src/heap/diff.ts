import { LeakgateError } from '../errors.ts';
import type { Frame } from '../model.ts';
import { addsUp } from './graph.ts';
import { growth } from './growth.ts';
import { heapAccount, type HeapAccount } from './heap-account.ts';
import { siteGrowth } from './site-growth.ts';
import type { HeapSnapshot, ProfileSnapshot, RetentionSnapshot } from './snapshot-file.ts';
import { emptyTrie } from './trie.ts';

/** Which growth counts, and which is too much. */
export interface DiffRules {
  /** A root or site that holds no more than this now is left out. */
  thresholdBytes: number;
  /** Steps of a chain, the root included, at least. */
  minChain: number;
  /** More growth of one root or site than this fails; null when nothing does. */
  failOverBytes: number | null;
}

/** A root and the chain below it that grew; for profiles an allocation site, with the calls that led there as its chain. */
export interface DiffRow {
  chain: DiffStep[];
  grownBytes: number;
  totalBytes: number;
  /** Where both snapshots say how many requests were answered before. */
  bytesPerRequest: number | null;
  /** Where several roots hold it together: the shortest way from each of some. */
  heldBy: string[][];
  exceeds: boolean;
}

export interface DiffStep {
  text: string;
  frame: Frame | null;
  /** Growth, like the bytes. */
  objects: number;
  retainedBytes: number;
}

export interface SnapshotDiff {
  kind: HeapSnapshot['kind'];
  /** Heaviest growth first. */
  rows: DiffRow[];
  /** What keeps the figures from being exact. */
  warnings: string[];
  /** How the rows add up to what the runtime counts; null for profiles, which count samples. */
  account: HeapAccount | null;
}

/**
 * Subtracts two snapshots by name. Two looks at one process count every reachable object.
 * @throws LeakgateError `config` when one is a profile and the other isn't.
 */
export function diffSnapshots(before: HeapSnapshot, after: HeapSnapshot, rules: DiffRules): SnapshotDiff {
  const warnings = doubts(before, after);
  const requests = answeredBetween(before, after);
  const finish = (rows: Grown[]): DiffRow[] =>
    rows
      .filter(({ totalBytes }) => totalBytes > rules.thresholdBytes)
      .map((row) => ({
        ...row,
        bytesPerRequest: requests === null ? null : row.grownBytes / requests,
        exceeds: rules.failOverBytes !== null && row.grownBytes > rules.failOverBytes,
      }));
  if (before.kind === 'retention' && after.kind === 'retention') {
    const rows = finish(chainRows(before, after).filter(({ chain }) => chain.length >= rules.minChain));
    const shownBytes = rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
    return { kind: 'retention', rows, warnings, account: heapAccount(before, after, shownBytes) };
  }
  if (before.kind === 'profile' && after.kind === 'profile') {
    if (rules.minChain > 1) warnings.push('Profiles hold no chains, so their length is no condition.');
    return { kind: 'profile', rows: finish(siteRows(before, after)), warnings, account: null };
  }
  throw new LeakgateError('config', 'One of the two is a profile and the other a dump: they count different things.', {
    hint: 'Take both with the same means. A profile knows allocation sites, a dump who keeps objects alive.',
  });
}

/** Everything that a snapshot holds, in the form of a diff against nothing. */
export function contentsOf(snapshot: HeapSnapshot): DiffRow[] {
  const rows =
    snapshot.kind === 'retention' ? chainRows({ trie: emptyTrie() }, snapshot) : siteRows({ sites: [] }, snapshot);
  return rows.map((row) => ({ ...row, bytesPerRequest: null, exceeds: false }));
}

/** All that a snapshot counts. */
export function heapBytesOf(snapshot: HeapSnapshot): number {
  if (snapshot.kind === 'retention') return snapshot.reachableBytes;
  return snapshot.sites.reduce((sum, { liveBytes }) => sum + liveBytes, 0);
}

type Grown = Omit<DiffRow, 'bytesPerRequest' | 'exceeds'>;

function chainRows(before: Pick<RetentionSnapshot, 'trie'>, after: RetentionSnapshot): Grown[] {
  return growth(before.trie, after.trie).map(({ steps, retainedBytes, totalBytes, heldBy }) => ({
    chain: steps.map(({ label, ...counts }) => ({ text: label.text, frame: label.frame, ...counts })),
    grownBytes: retainedBytes,
    totalBytes,
    heldBy: heldBy.map((way) => way.map(({ text }) => text)),
  }));
}

function siteRows(before: Pick<ProfileSnapshot, 'sites'>, after: ProfileSnapshot): Grown[] {
  return siteGrowth(before, after).map(({ stack, bytes, objects, totalBytes }) => ({
    chain: stack.map((frame) => ({ text: frame.function, frame, objects, retainedBytes: bytes })),
    grownBytes: bytes,
    totalBytes,
    heldBy: [],
  }));
}

/** Two readings of when one process started may differ by the clock's corrections. */
const sameStartMs = 2_000;

function isOneProcess({ process: one }: HeapSnapshot, { process: other }: HeapSnapshot): boolean | 'unknown' {
  if (one.buildId !== null && other.buildId !== null && one.buildId !== other.buildId) return false;
  if (one.pid === null || other.pid === null || one.startedAt === null || other.startedAt === null) return 'unknown';
  return one.pid === other.pid && Math.abs(Date.parse(one.startedAt) - Date.parse(other.startedAt)) < sameStartMs;
}

function answeredBetween(before: HeapSnapshot, after: HeapSnapshot): number | null {
  const answered = (after.requests ?? Number.NaN) - (before.requests ?? Number.NaN);
  return answered > 0 && isOneProcess(before, after) === true ? answered : null;
}

function doubts(before: HeapSnapshot, after: HeapSnapshot): string[] {
  const list: string[] = [];
  const one = isOneProcess(before, after);
  if (
    before.process.buildId !== null &&
    after.process.buildId !== null &&
    before.process.buildId !== after.process.buildId
  )
    list.push('The snapshots are of two builds: what changed its name or line shows as growth.');
  else if (one === false) list.push('The snapshots are of two processes: growth is not exact.');
  else if (one === 'unknown')
    list.push('Whether the snapshots are of one process isn’t known: growth may not be exact.');
  if (before.takenAt > after.takenAt) list.push('The second snapshot is older than the first.');
  return [...list, ...mismatch(before, 'The first snapshot'), ...mismatch(after, 'The second snapshot')];
}

/** A dump whose objects don't add up to what the runtime counts: garbage lay in it, or it was misread. */
export function mismatch(snapshot: HeapSnapshot, which: string): string[] {
  if (snapshot.kind === 'profile') return [];
  const { heapAllocBytes, reachableBytes } = snapshot;
  return addsUp(snapshot)
    ? []
    : [
        `${which} doesn't add up: the runtime counts ${heapAllocBytes} bytes, of which ${reachableBytes} are reachable. Unless garbage wasn't collected before, its chains can't be trusted.`,
      ];
}
