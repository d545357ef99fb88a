import { none } from './dominators.ts';

/** Finds the object that a heap word lies in, interior pointers included. */
export interface ObjectIndex {
  /** Number of the object, or `none`. */
  find(word: number): number;
}

/** Words of a page of 8 KiB, the runtime's smallest span. */
const pageShift = 10;
const pageWords = 1 << pageShift;

/** `word[i]` is where object `i` begins and `words[i]` how long it is. Objects come span by span, ascending within a span. */
export function indexObjects(word: Uint32Array, words: Uint32Array): ObjectIndex {
  const order = sortedByRuns(word);
  const last = order.length === 0 ? 0 : word[order[order.length - 1]!]!;
  const firstOfPage = new Uint32Array((last >>> pageShift) + 2);
  let page = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const here = word[order[rank]!]! >>> pageShift;
    while (page <= here) firstOfPage[page++] = rank;
  }
  while (page < firstOfPage.length) firstOfPage[page++] = order.length;
  return {
    find(wanted) {
      const at = wanted >>> pageShift;
      if (at >= firstOfPage.length - 1) return within(order.length - 1, wanted);
      let low = firstOfPage[at]!;
      let high = firstOfPage[at + 1]!;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (word[order[middle]!]! <= wanted) low = middle + 1;
        else high = middle;
      }
      return within(low - 1, wanted);
    },
  };

  function within(rank: number, wanted: number): number {
    if (rank < 0) return none;
    const object = order[rank]!;
    return wanted - word[object]! < words[object]! ? object : none;
  }
}

/**
 * Object numbers by ascending address. Objects of a span ascend and lie less than a page apart, and another span is at least a
 * page: so runs without a jump of a page never overlap, and sorting the runs, a thousand times fewer than objects, sorts all.
 */
function sortedByRuns(word: Uint32Array): Uint32Array {
  const runs: number[] = [];
  for (let i = 0; i < word.length; i++) {
    if (i === 0 || word[i]! < word[i - 1]! || word[i]! - word[i - 1]! >= pageWords) runs.push(i);
  }
  const end = (run: number): number => runs[run + 1] ?? word.length;
  const byAddress = runs.map((_, run) => run).toSorted((a, b) => word[runs[a]!]! - word[runs[b]!]!);
  const order = new Uint32Array(word.length);
  let at = 0;
  for (const run of byAddress) for (let i = runs[run]!; i < end(run); i++) order[at++] = i;
  return order;
}
