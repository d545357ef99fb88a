import type { Finding, Frame, HeapEvidence, Report } from '../../model.ts';

/** What the heap check saw beside its findings, where the report has it. */
export function evidenceOf({ checks }: Report): HeapEvidence | undefined {
  return checks.find(({ evidence }) => evidence !== undefined)?.evidence;
}

/** `main.sessions → map[string]*session → …` as findings write it. */
export const chainSteps = (text: string): string[] => text.split(' → ').filter((step) => step !== '');

/** A call in the tree of allocations, callers above. */
export interface Call {
  frame: Frame | null;
  live: number;
  /** Of all below it, minus what was freed. */
  growth: number;
  /** Of all below it, growth alone. */
  grown: number;
  /** Growth of what it allocates itself. */
  own: number;
  children: Call[];
}

export interface CallTree {
  root: Call;
  /** `bytes`: live and growth over the whole measurement. `bytes/req`: growth of the leaking lines alone. */
  unit: 'bytes' | 'bytes/req';
}

const most = 2000;

/** The allocations by call: all of the heap where the check left them, else the stacks of the leaks. */
export function callTree(report: Report): CallTree | null {
  const { nodes, frames } = evidenceOf(report) ?? { nodes: [], frames: [] };
  const tree = nodes.length > 1 ? fromNodes(nodes, frames) : fromFindings(report);
  return tree.root.children.length === 0 || (tree.root.live <= 0 && tree.root.grown <= 0) ? null : tree;
}

const call = (frame: Frame | null): Call => ({ frame, live: 0, growth: 0, grown: 0, own: 0, children: [] });

/** Parents stand before their children, and a node's figures hold those of all below it. */
function fromNodes(nodes: HeapEvidence['nodes'], frames: readonly Frame[]): CallTree {
  const calls: Call[] = [];
  for (const { parent, frame, liveBytes, growthBytes } of nodes.slice(0, most)) {
    const one = { ...call(frames[frame] ?? null), live: liveBytes, growth: growthBytes, own: growthBytes };
    const above = calls[parent];
    calls.push(one);
    if (above === undefined || above === one) continue;
    above.children.push(one);
    above.own -= growthBytes;
  }
  for (const one of calls.toReversed()) {
    one.grown = Math.max(0, one.own) + one.children.reduce((sum, { grown }) => sum + grown, 0);
  }
  return { root: calls[0] ?? call(null), unit: 'bytes' };
}

function fromFindings({ checks }: Report): CallTree {
  const root = call(null);
  const leaks = checks.flatMap(({ findings }) => findings).filter(isHeapLeak);
  for (const { site, after } of leaks.slice(0, 100)) grow(root, site!.stack.toReversed(), after!);
  return { root, unit: 'bytes/req' };
}

const isHeapLeak = ({ kind, unit, outcome, after, site }: Finding): boolean =>
  kind === 'leak' && unit === 'bytes/req' && outcome !== 'pass' && site !== undefined && (after ?? 0) > 0;

function grow(root: Call, outermostFirst: Frame[], bytes: number): void {
  let at = root;
  for (const frame of [null, ...outermostFirst.slice(-64)]) {
    if (frame !== null) {
      const same = at.children.find(
        (child) => child.frame!.function === frame.function && child.frame!.line === frame.line,
      );
      const next = same ?? call(frame);
      if (same === undefined) at.children.push(next);
      at = next;
    }
    at.growth += bytes;
    at.grown += bytes;
  }
  at.own += bytes;
}
