import { none } from './dominators.ts';
import type { AddressSpace } from './address.ts';
import type { RetentionGraph } from './graph.ts';
import type { HeapDump } from './heap-dump.ts';
import type { ObjectIndex } from './object-index.ts';
import { withItsHolder, type ObjectLabels } from './object-labels.ts';

/** What the objects of a dump were called, to call them the same in a later dump of the same process. */
export interface ObjectNames {
  index: ObjectIndex;
  space: AddressSpace;
  objects: Pick<HeapDump['objects'], 'word' | 'words'>;
  names: ObjectLabels;
}

/**
 * Gives each object that the earlier dump holds too the name that it had there, and leaves those without a name then without
 * one now. The collector moves nothing: what lies at the same place with the same size is the same object, or one that was
 * made at the same line after it. So whatever differs between the two by name was made or freed in between.
 */
export function carryNames({ dump }: RetentionGraph, now: ObjectLabels, earlier: ObjectNames): void {
  const { objects: was } = earlier;
  const moved = (dump.space.arena.start - earlier.space.arena.start) / 8;
  const isMap = now.table.flags(/^map\[/);
  const renumbered = earlier.names.table.labels.map((label) => now.table.of(label));
  const here = (label: number): number => renumbered[label] ?? label;
  const { word, words } = dump.objects;
  for (let object = 0; object < word.length; object++) {
    const before = earlier.index.find(word[object]! + moved);
    if (before === none || was.word[before] !== word[object]! + moved || was.words[before] !== words[object]) continue;
    const made = now.sites[object]!;
    if (made !== none && made !== here(earlier.names.sites[before]!)) continue;
    const label = earlier.names.of[before]!;
    // A goroutine's descriptor serves one goroutine after another.
    if (label === withItsHolder || now.of[object] === withItsHolder) continue;
    // A map's type shows once it has grown: its parts go by one name, old and new ones.
    if (isMap[now.of[object]!] === 1) continue;
    now.of[object] = here(label);
    now.pieces[object] = earlier.names.pieces[before]!;
  }
}
