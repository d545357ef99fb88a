import { firstStatic, staticAddress } from './address.ts';
import { depthFirst, dominatorTree, none, type DominatorTree, type Graph } from './dominators.ts';
import type { DumpGoroutine, HeapDump } from './heap-dump.ts';
import { lastAtOrBelow, type GoProgram } from './elf.ts';
import { indexObjects, type ObjectIndex } from './object-index.ts';

/** A node that is no heap object: where a path from the roots begins. */
export type RootNode =
  | { kind: 'global'; name: string }
  | { kind: 'static' }
  | { kind: 'goroutine'; goroutine: DumpGoroutine }
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
  /** Bytes that each number of the tree keeps alive, itself included. */
  retainedBytes: Float64Array;
  /** Bytes of all objects that the roots reach. */
  reachableBytes: number;
}

/** Resolves every pointer of a dump and computes who dominates whom. */
export function retentionGraph(dump: HeapDump, program: GoProgram): RetentionGraph {
  const index = indexObjects(dump.objects.word, dump.objects.words);
  const builder = new GraphBuilder(dump, program, index);
  const { graph, roots, root } = builder.build();
  const tree = dominatorTree(graph, root);
  const retainedBytes = retained(dump, tree);
  return { dump, program, index, edges: graph, roots, tree, retainedBytes, reachableBytes: retainedBytes[0] ?? 0 };
}

function retained({ objects }: HeapDump, { node, parent }: DominatorTree): Float64Array {
  const bytes = new Float64Array(node.length);
  for (let i = 0; i < node.length; i++) bytes[i] = node[i]! < objects.words.length ? objects.words[node[i]!]! * 8 : 0;
  for (let i = node.length - 1; i > 0; i--) bytes[parent[i]!]! += bytes[i]!;
  return bytes;
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

  build(): { graph: Graph; roots: RootNode[]; root: number } {
    for (const { descriptor } of this.#dump.goroutines) {
      const object = this.#index.find(descriptor);
      if (object !== none) this.#descriptors[object] = 1;
    }
    this.#splits = this.#splitPoints();
    this.#statics();
    this.#finalizers();
    const goroutines = this.#dump.goroutines.map((goroutine) => this.#goroutine(goroutine));
    const sure = [...this.#globals.values(), ...goroutines, ...this.#finalizerNode()];
    return this.#assemble(sure);
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

  #finalizers(): void {
    if (this.#dump.finalizers.length === 0) return;
    const node = this.#add({ kind: 'finalizers' });
    for (const word of this.#dump.finalizers) this.#hold(node, word);
  }

  #finalizerNode(): number[] {
    const at = this.#roots.findIndex(({ kind }) => kind === 'finalizers');
    return at < 0 ? [] : [this.#dump.objects.word.length + at];
  }

  #goroutine(goroutine: DumpGoroutine): number {
    const node = this.#add({ kind: 'goroutine', goroutine });
    const held = this.#held[node - this.#dump.objects.word.length]!;
    const descriptor = this.#index.find(goroutine.descriptor);
    if (descriptor !== none) held.push(descriptor);
    for (const word of goroutine.holds) this.#hold(node, word);
    for (const frame of goroutine.frames) {
      if (frame.holds.length === 0) continue;
      const inner = this.#add({ kind: 'frame', function: frame.function });
      held.push(inner);
      for (const word of frame.holds) this.#hold(inner, word);
    }
    return node;
  }

  /** Anonymous data is a root only where nothing named reaches it: it may be the value of a named variable. */
  #assemble(sure: number[]): { graph: Graph; roots: RootNode[]; root: number } {
    const first = this.#rows(sure);
    const reached = depthFirst(first.graph, first.root).number;
    const alone = [...this.#regions.values()].filter((node) => reached[node] === none);
    return { ...(alone.length === 0 ? first : this.#rows([...sure, ...alone])), roots: this.#roots };
  }

  #resolved: Uint32Array | undefined;

  #resolveAll(words: Uint32Array): Uint32Array {
    const nodes = new Uint32Array(words.length);
    for (let i = 0; i < words.length; i++) nodes[i] = this.#resolve(words[i]!);
    return nodes;
  }

  #rows(rootEdges: number[]): { graph: Graph; root: number } {
    const { objects, targets } = this.#dump;
    const many = objects.word.length;
    const root = many + this.#roots.length;
    const rows = new Uint32Array(root + 2);
    rows.set(objects.edges.subarray(0, many + 1));
    this.#resolved ??= this.#resolveAll(targets);
    const extra = [...this.#held, rootEdges];
    let at = targets.length;
    extra.forEach((held, k) => {
      rows[many + k] = at;
      at += held.length;
    });
    rows[root + 1] = at;
    const all = new Uint32Array(at);
    all.set(this.#resolved);
    extra.forEach((held, k) => all.set(held, rows[many + k]));
    return { graph: { rows, targets: all }, root };
  }
}
