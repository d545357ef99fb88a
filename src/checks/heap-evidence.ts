import * as z from 'zod';
import type { Frame, HeapEvidence, SiteUsage } from '../model.ts';
import { lineKey } from './heap-sites.ts';
import { decisive, looksOf, type LeakPass } from './stages.ts';

const frame = z.object({ function: z.string(), file: z.string(), line: z.number(), own: z.boolean() });

const heapCount = z.object({ reachableBytes: z.number(), heapAllocBytes: z.number() });

export const heapEvidenceSchema = z.object({
  requests: z.number(),
  frames: z.array(frame),
  nodes: z.array(z.object({ parent: z.number(), frame: z.number(), liveBytes: z.number(), growthBytes: z.number() })),
  chains: z.array(
    z.object({
      root: z.string(),
      steps: z.array(
        z.object({ text: z.string(), objects: z.number(), retainedBytes: z.number(), frame: frame.nullable() }),
      ),
      retainedBytes: z.number(),
      sites: z.array(frame),
      requests: z.number().exactOptional(),
      exact: z.boolean().exactOptional(),
      heldBy: z.array(z.array(z.string())).exactOptional(),
      stackBytes: z.number().exactOptional(),
      known: z.boolean().exactOptional(),
    }),
  ),
  counted: z.object({ before: heapCount, after: heapCount.nullable() }).exactOptional(),
  heap: z
    .array(
      z.object({
        parent: z.number(),
        text: z.string(),
        frame: frame.nullable(),
        objects: z.number(),
        grownObjects: z.number(),
        bytes: z.number(),
        grownBytes: z.number(),
        left: z.object({ steps: z.number(), bytes: z.number(), grownBytes: z.number() }).exactOptional(),
      }),
    )
    .exactOptional(),
});

/** Calls that hold, or changed by, less than this share of the heap can't be seen in a picture of it. */
const smallest = 0.004;
/** Measurements and results are stored with each run: nobody looks at more. */
const most = { nodes: 1000, depth: 64, chains: 12, steps: 24, sites: 10 };

/** A call of the tree while it's being made. */
interface Call {
  frame: Frame | null;
  before: number;
  after: number;
  children: Map<string, Call>;
}

/** Where the heap is allocated and what keeps its growth, for pictures: from the first look to the last of the decisive rounds. */
export function heapEvidence(pass: LeakPass): HeapEvidence {
  const looks = looksOf(decisive(pass));
  const root = callTree(looks[0]!.sites, looks.at(-1)!.sites);
  const frames = new Map<string, { at: number; frame: Frame }>();
  const nodes: HeapEvidence['nodes'] = [];
  const limit = threshold(root);
  const add = (call: Call, parent: number): void => {
    const at = nodes.length;
    nodes.push({
      parent,
      frame: indexOf(call.frame, frames),
      liveBytes: Math.round(call.after),
      growthBytes: Math.round(call.after - call.before),
    });
    for (const child of call.children.values()) if (weight(child) > limit) add(child, at);
  };
  add(root, -1);
  return {
    requests: decisive(pass).reduce((sum, { requests }) => sum + requests, 0),
    frames: [...frames.values()].map(({ frame: shown }) => shown),
    nodes,
    chains: chainsOf(pass),
    ...(pass.counted !== undefined && { counted: pass.counted }),
    ...(pass.heap !== undefined && { heap: pass.heap }),
  };
}

/** Those that can be seen beside the heaviest, each line once. */
function chainsOf({ chains }: LeakPass): HeapEvidence['chains'] {
  const heaviest = Math.max(0, ...chains.map(({ retainedBytes }) => retainedBytes));
  return chains
    .filter(({ retainedBytes }) => retainedBytes >= heaviest * smallest)
    .slice(0, most.chains)
    .map((chain) => ({
      ...chain,
      steps: chain.steps.slice(0, most.steps),
      ...(chain.heldBy !== undefined && { heldBy: chain.heldBy.map((way) => way.slice(0, most.steps)) }),
      sites: [...new Map(chain.sites.map((site) => [lineKey(site), site])).values()].slice(0, most.sites),
    }));
}

function callTree(before: readonly SiteUsage[], after: readonly SiteUsage[]): Call {
  const root: Call = { frame: null, before: 0, after: 0, children: new Map() };
  for (const site of before) grow(root, site, 'before');
  for (const site of after) grow(root, site, 'after');
  return root;
}

function grow(root: Call, { stack, liveBytes }: SiteUsage, when: 'before' | 'after'): void {
  let call = root;
  call[when] += liveBytes;
  for (const at of stack.slice(-most.depth).toReversed()) {
    const key = lineKey(at);
    const next = call.children.get(key) ?? { frame: at, before: 0, after: 0, children: new Map<string, Call>() };
    call.children.set(key, next);
    next[when] += liveBytes;
    call = next;
  }
}

const weight = ({ before, after }: Call): number => Math.max(after, Math.abs(after - before));

/** What isn't heavier than this is left out, with all below it. */
function threshold(root: Call): number {
  const weights: number[] = [];
  const collect = (call: Call): void => {
    weights.push(weight(call));
    call.children.forEach(collect);
  };
  collect(root);
  const heaviest = weights.toSorted((a, b) => b - a);
  return Math.max(weight(root) * smallest, heaviest[most.nodes] ?? 0, 1);
}

function indexOf(shown: Frame | null, frames: Map<string, { at: number; frame: Frame }>): number {
  if (shown === null) return -1;
  const known = frames.get(lineKey(shown)) ?? { at: frames.size, frame: shown };
  frames.set(lineKey(shown), known);
  return known.at;
}
