import type { Trie } from './trie.ts';

/** What a name stands for among the roots of a snapshot. */
export type FoundRoots = { found: Trie[] } | { nearest: string[] };

/**
 * Roots of that very name; else those that begin with it, else those that hold it anywhere, heaviest first. When there is none:
 * the names that are nearest.
 */
export function findRoots(trie: Trie, name: string): FoundRoots {
  const roots = [...trie.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
  const wanted = name.toLowerCase();
  const rules: ((text: string) => boolean)[] = [
    (text) => text === name,
    (text) => text.startsWith(name),
    (text) => text.toLowerCase().includes(wanted),
  ];
  for (const matches of rules) {
    const found = roots.filter(({ label }) => matches(label.text));
    if (found.length > 0) return { found };
  }
  const byDistance = roots
    .map(({ label }) => ({ text: label.text, distance: distanceBetween(label.text.toLowerCase(), wanted) }))
    .filter(({ text, distance }) => distance <= Math.max(text.length, name.length) / 2)
    .toSorted((a, b) => a.distance - b.distance);
  return { nearest: byDistance.slice(0, nearestNames).map(({ text }) => text) };
}

const nearestNames = 5;
/** Longer names are compared by their beginnings. */
const comparedLetters = 80;

/** Letters to insert, delete or change (Levenshtein). */
function distanceBetween(one: string, other: string): number {
  const [a, b] = [one.slice(0, comparedLetters), other.slice(0, comparedLetters)];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
