import { growth } from '../../src/heap/index.ts';
import type { HeapSnapshot } from '../../src/heap/snapshot-file.ts';

/** A root below which something became more with each round of requests. */
export interface GrowingRoot {
  root: string;
  /** Objects per request at the end of its heaviest chain: median of the rounds. */
  objectsPerRequest: number;
  /** Lines below the root whose objects became more, as `file:line`. */
  sites: string[];
}

/**
 * The retention ruler on its own: snapshots of one process, the same number of requests between each two, and a root is red
 * when the chain that grows below it got new objects in every single round. It knows no thresholds and no second look.
 * @throws Error for a snapshot without chains.
 */
export function growingRoots(snapshots: readonly HeapSnapshot[], requestsPerRound: number): GrowingRoot[] {
  const tries = snapshots.map((snapshot) => {
    if (snapshot.kind !== 'retention') throw new Error('A profile knows no roots.');
    return snapshot.trie;
  });
  const rounds = tries.slice(1).map((trie, k) => {
    const gains = growth(tries[k]!, trie).filter(({ steps }) => steps.at(-1)!.objects > 0);
    return new Map(gains.map((gain) => [gain.root.text, gain]));
  });
  const [first, ...others] = rounds;
  return [...(first?.keys() ?? [])].flatMap((root) => {
    if (!others.every((round) => round.has(root))) return [];
    const gains = rounds.map((round) => round.get(root)!);
    const objects = gains.map(({ steps }) => steps.at(-1)!.objects).toSorted((a, b) => a - b);
    const sites = gains.flatMap((gain) => gain.sites.map(({ file, line }) => `${file}:${line}`));
    return [{ root, objectsPerRequest: objects[objects.length >> 1]! / requestsPerRound, sites: [...new Set(sites)] }];
  });
}
