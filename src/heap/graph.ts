import { firstStatic, staticAddress } from './address.ts';
import { dominatorTree, none, type DominatorTree, type Graph } from './dominators.ts';
import type { DumpGoroutine, HeapDump } from './heap-dump.ts';
import { lastAtOrBelow } from './elf.ts';
import type { GoProgram } from './program.ts';
import { indexObjects, type ObjectIndex } from './object-index.ts';

/** A node that is no heap object: where a path from the roots begins. */
export type RootNode =
  | { kind: 'global'; name: string }
  | { kind: 'static' }
  /** All goroutines that wait at the same place for the same reason; `like` is one of them. */
  | { kind: 'goroutines'; like: DumpGoroutine; stackBytes: number }
  | { kind: 'frame'; function: string }
  | { kind: 'finalizers' };

/** The whole reference graph: object `i` is node `i`, then the root nodes, then the super root. */
export interface RetentionGraph {
  dump: HeapDump;
  program: GoProgram;
  index: ObjectIndex;
  /** Who points to whom. */
  edges: Graph;
  /** Root node `k` is node `dump.objects.word.length + k`. */
  roots: RootNode[];
  tree: DominatorTree;
  /** Bytes of all objects that the roots reach. */
  reachableBytes: number;
}

/** Seen on Go 1.22 to 1.27: below 1 KiB. Cleanups, weak handles and poll descriptors aren't in a dump. */
const unexplainedBytes = 16 * 1024;
/**
 * Goroutines that work go on making garbage between the last collection and the dump. Seen: 82 kB of 17 MB, from 15,000 of them that wake
 * once a second. A misread dump loses far more.
 */
const garbageShare = 0.01;

/** Does what the roots reach add up to what the runtime counts? If not, garbage lay in the dump, or it was misread. */
export const addsUp = ({
  heapAllocBytes,
  reachableBytes,
}: {
  heapAllocBytes: number;
  reachableBytes: number;
}): boolean => {
  const unreached = heapAllocBytes - reachableBytes;
  return unreached >= -unexplainedBytes && unreached <= Math.max(unexplainedBytes, garbageShare * heapAllocBytes);
};

/** Resolves every pointer of a dump and computes who dominates whom. */
export function retentionGraph(dump: HeapDump, program: GoProgram): RetentionGraph {
  const index = indexObjects(dump.objects.word, dump.objects.words);
  const { graph, roots, root, firstOptional } = new GraphBuilder(dump, program, index).build();
  const tree = dominatorTree(graph, root, firstOptional);
  let reachableBytes = 0;
  for (const node of tree.node) if (node < dump.objects.words.length) reachableBytes += dump.objects.words[node]! * 8;
  return { dump, program, index, edges: graph, roots, tree, reachableBytes };
}

class GraphBuilder {
  readonly #dump: HeapDump;
  readonly #program: GoProgram;
  readonly #index: ObjectIndex;
  readonly #roots: RootNode[] = [];
  /** Edges of each root node. */
  readonly #held: number[][] = [];
  /** 1 for objects that describe a live goroutine: only the goroutine itself may hold them. */
  readonly #descriptors: Uint8Array;
  readonly #globals = new Map<number, number>();
  readonly #regions = new Map<number, number>();
  #splits: Float64Array = new Float64Array(0);

  constructor(dump: HeapDump, program: GoProgram, index: ObjectIndex) {
    this.#dump = dump;
    this.#program = program;
    this.#index = index;
    this.#descriptors = new Uint8Array(dump.objects.word.length);
  }

  build(): RootedGraph {
    for (const { descriptor } of this.#dump.goroutines) {
      const object = this.#index.find(descriptor);
      if (object !== none) this.#descriptors[object] = 1;
    }
    this.#splits = this.#splitPoints();
    this.#statics();
    const roots = [...this.#globals.values(), ...this.#finalizers(), ...this.#goroutines()];
    return this.#assemble(roots, [...this.#regions.values()]);
  }

  #add(root: RootNode): number {
    this.#held.push([]);
    return this.#dump.objects.word.length + this.#roots.push(root) - 1;
  }

  #hold(from: number, word: number): void {
    const target = this.#resolve(word);
    if (target !== none) this.#held[from - this.#dump.objects.word.length]!.push(target);
  }

  /** Node of a word, or `none`. Edges to a goroutine's descriptor don't count: the runtime lists them all. */
  #resolve(word: number): number {
    if (word >= firstStatic) return word === none ? none : this.#staticNode(word, false);
    const object = this.#index.find(word);
    return object !== none && this.#descriptors[object] === 1 ? none : object;
  }

  /** Anonymous data is cut where pointers point at: each such place is a value of its own. */
  #splitPoints(): Float64Array {
    const { targets, slots, space } = this.#dump;
    const words = new Set<number>();
    for (const list of [targets, slots.target]) for (const word of list) if (word >= firstStatic) words.add(word);
    const addresses = [...words]
      .map((word) => staticAddress(word, space))
      .filter((at) => this.#program.globals.find(at) < 0);
    return Float64Array.from([...addresses, ...this.#program.globals.end]).toSorted();
  }

  #staticNode(word: number, create: boolean): number {
    const address = staticAddress(word, this.#dump.space);
    const symbol = this.#program.globals.find(address);
    const [nodes, key] = symbol >= 0 ? [this.#globals, symbol] : [this.#regions, lastAtOrBelow(this.#splits, address)];
    let node = nodes.get(key);
    if (node === undefined && create) {
      node = this.#add(symbol >= 0 ? { kind: 'global', name: this.#program.globals.name(symbol) } : { kind: 'static' });
      nodes.set(key, node);
    }
    return node ?? none;
  }

  #statics(): void {
    const { at, target } = this.#dump.slots;
    const from = Array.from(at, (word) => this.#staticNode(word, true));
    from.forEach((node, slot) => this.#hold(node, target[slot]!));
  }

  #finalizers(): number[] {
    if (this.#dump.finalizers.length === 0) return [];
    const node = this.#add({ kind: 'finalizers' });
    for (const word of this.#dump.finalizers) this.#hold(node, word);
    return [node];
  }

  /** Equal goroutines are one node, and so are their equal frames: what they share is held by them alone. */
  #goroutines(): number[] {
    const groups = new Map<string, GoroutineNode>();
    for (const goroutine of this.#dump.goroutines) {
      const key = [goroutine.reason, ...goroutine.frames.map((frame) => frame.function)].join('\n');
      const known = groups.get(key);
      const group = known ?? this.#goroutineNode(goroutine);
      if (known === undefined) groups.set(key, group);
      group.root.stackBytes += goroutine.stackBytes;
      this.#goroutine(goroutine, group);
    }
    return [...groups.values()].map(({ node }) => node);
  }

  #goroutineNode(like: DumpGoroutine): GoroutineNode {
    const root = { kind: 'goroutines' as const, like, stackBytes: 0 };
    return { node: this.#add(root), root, frames: new Map() };
  }

  #goroutine(goroutine: DumpGoroutine, { node, frames }: GoroutineNode): void {
    const held = this.#held[node - this.#dump.objects.word.length]!;
    const descriptor = this.#index.find(goroutine.descriptor);
    if (descriptor !== none) held.push(descriptor);
    for (const word of goroutine.holds) this.#hold(node, word);
    for (const frame of goroutine.frames) {
      if (frame.holds.length === 0) continue;
      let inner = frames.get(frame.function);
      if (inner === undefined) {
        inner = this.#add({ kind: 'frame', function: frame.function });
        frames.set(frame.function, inner);
        held.push(inner);
      }
      for (const word of frame.holds) this.#hold(inner, word);
    }
  }

  /** Anonymous data is a root only where nothing named reaches it: it may be the value of a named variable. */
  #assemble(sure: number[], optional: number[]): RootedGraph {
    const { objects, targets } = this.#dump;
    const many = objects.word.length;
    const root = many + this.#roots.length;
    const extra = [...this.#held, [...sure, ...optional]];
    const rows = new Uint32Array(root + 2);
    rows.set(objects.edges.subarray(0, many + 1));
    for (const [k, held] of extra.entries()) rows[many + k + 1] = rows[many + k]! + held.length;
    const all = new Uint32Array(rows[root + 1]!);
    for (let i = 0; i < targets.length; i++) all[i] = this.#resolve(targets[i]!);
    extra.forEach((held, k) => all.set(held, rows[many + k]));
    return { graph: { rows, targets: all }, roots: this.#roots, root, firstOptional: all.length - optional.length };
  }
}

interface GoroutineNode {
  node: number;
  root: { stackBytes: number };
  /** Nodes of its frames, by function. */
  frames: Map<string, number>;
}

interface RootedGraph {
  graph: Graph;
  roots: RootNode[];
  /** The node above all others. */
  root: number;
  /** From this edge on they count only where nothing else reaches their target. */
  firstOptional: number;
}
