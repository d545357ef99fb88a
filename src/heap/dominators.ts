/** No node: an edge that leads nowhere, or a node that the root doesn't reach. */
export const none = 0xffffffff;

/** A directed graph in rows: the edges of node `i` are `targets[rows[i]] … targets[rows[i + 1] - 1]`. */
export interface Graph {
  rows: Uint32Array;
  targets: Uint32Array;
}

/** The dominator tree of what a root reaches, in depth-first numbers: a parent's number is below its children's. */
export interface DominatorTree {
  /** Node of each depth-first number; number 0 is the root. */
  node: Uint32Array;
  /** Immediate dominator of each number, as a number. The root's is itself. */
  parent: Uint32Array;
  /** Who points to whom, backwards, as numbers. */
  predecessors: Graph;
}

/**
 * Dominators by the Semi-NCA algorithm (Georgiadis, Tarjan and Werneck, "Finding Dominators in Practice", 2004): nearly linear, and
 * with no recursion, so that a list of a million links is no problem.
 * Edges of the root from `firstOptional` on count only where nothing before reaches their target; the others are taken out.
 */
export function dominatorTree(graph: Graph, root: number, firstOptional?: number): DominatorTree {
  const walk = depthFirst(graph, root, firstOptional);
  const backwards = predecessors(graph, walk);
  return { node: walk.node, parent: immediateDominators(walk, backwards), predecessors: backwards };
}

interface Walk {
  /** Node of each number. */
  node: Uint32Array;
  /** Number of each node, or `none`. */
  number: Uint32Array;
  /** Number of the node that a number was first reached from. */
  from: Uint32Array;
}

/** Numbers what the root reaches, depth first. Sets optional edges to `none` where their target was reached before. */
export function depthFirst({ rows, targets }: Graph, root: number, firstOptional = targets.length): Walk {
  const nodes = rows.length - 1;
  const number = new Uint32Array(nodes).fill(none);
  const node = new Uint32Array(nodes);
  const from = new Uint32Array(nodes);
  const cursor = new Uint32Array(nodes);
  // The path from the root is the chain of `from`; no stack of its own is needed.
  let count = 1;
  number[root] = 0;
  node[0] = root;
  cursor[0] = rows[root]!;
  let at = 0;
  for (;;) {
    const current = node[at]!;
    const end = rows[current + 1]!;
    let edge = cursor[at]!;
    while (edge < end && (targets[edge] === none || number[targets[edge]!] !== none)) {
      if (edge >= firstOptional) targets[edge] = none;
      edge++;
    }
    if (edge < end) {
      const next = targets[edge]!;
      cursor[at] = edge + 1;
      number[next] = count;
      node[count] = next;
      from[count] = at;
      cursor[count] = rows[next]!;
      at = count++;
    } else if (at === 0) break;
    else at = from[at]!;
  }
  return { node: node.subarray(0, count), number, from: from.subarray(0, count) };
}

/** Predecessors of each number, as numbers, in rows. */
function predecessors({ rows, targets }: Graph, { node, number }: Walk): Graph {
  const starts = new Uint32Array(node.length + 1);
  for (let i = 0; i < node.length; i++) {
    const end = rows[node[i]! + 1]!;
    for (let edge = rows[node[i]!]!; edge < end; edge++) {
      if (targets[edge] !== none) starts[number[targets[edge]!]!]!++;
    }
  }
  // Where each row ends; filling it from its end leaves where it starts.
  for (let i = 1; i <= node.length; i++) starts[i]! += starts[i - 1]!;
  const list = new Uint32Array(starts[node.length]!);
  for (let i = node.length - 1; i >= 0; i--) {
    const end = rows[node[i]! + 1]!;
    for (let edge = rows[node[i]!]!; edge < end; edge++) {
      if (targets[edge] !== none) list[--starts[number[targets[edge]!]!]!] = i;
    }
  }
  return { rows: starts, targets: list };
}

function immediateDominators({ node, from }: Walk, { rows, targets }: Graph): Uint32Array {
  const count = node.length;
  const semi = new Uint32Array(count);
  for (let i = 0; i < count; i++) semi[i] = i;
  const label = semi.slice();
  // Only known dominators are read below, so the parents may make room for them.
  const dominator = from;
  const ancestor = new Uint32Array(count).fill(none);
  const best = pathCompression(ancestor, label, semi);
  for (let w = count - 1; w > 0; w--) {
    let lowest = from[w]!;
    for (let edge = rows[w]!; edge < rows[w + 1]!; edge++) {
      const v = targets[edge]!;
      const candidate = v <= w ? v : semi[best(v)]!;
      if (candidate < lowest) lowest = candidate;
    }
    semi[w] = lowest;
    ancestor[w] = from[w]!;
  }
  for (let w = 1; w < count; w++) {
    let d = dominator[w]!;
    while (d > semi[w]!) d = dominator[d]!;
    dominator[w] = d;
  }
  return dominator;
}

/** The node with the lowest semidominator on the path up to the forest's root, with the path shortened on the way. */
function pathCompression(ancestor: Uint32Array, label: Uint32Array, semi: Uint32Array): (v: number) => number {
  let stack = new Uint32Array(1024);
  return (v) => {
    if (ancestor[v] === none) return v;
    let depth = 0;
    let x = v;
    while (ancestor[ancestor[x]!] !== none) {
      if (depth === stack.length) {
        const wider = new Uint32Array(stack.length * 2);
        wider.set(stack);
        stack = wider;
      }
      stack[depth++] = x;
      x = ancestor[x]!;
    }
    while (depth > 0) {
      const y = stack[--depth]!;
      const up = ancestor[y]!;
      if (semi[label[up]!]! < semi[label[y]!]!) label[y] = label[up]!;
      ancestor[y] = ancestor[up]!;
    }
    return label[v]!;
  };
}
