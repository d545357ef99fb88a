import type { Fact } from '../model.ts';
import { patternFacts, unrecognised } from './goroutine-patterns.ts';
import type { DescriptorLeak, HeapLeak } from './leak-schema.ts';

interface Pattern {
  /** Completes "this is usually …". */
  usually: string;
  cure: string;
  /** Its section of docs/patterns.md. */
  page: string;
}

/** What memory and files that stay are usually about. Goroutines have patterns of their own. */
export const keptPatterns = {
  closure: {
    usually: 'a function value that outlives its request, and keeps what it captured',
    cure: 'Let it capture only what it needs, and drop it once it has run.',
    page: 'captured-closure',
  },
  map: {
    usually: 'a map that gets new keys and never loses any',
    cure: 'Bound it: entries that expire, an LRU, or `delete` once a key is done with.',
    page: 'unbounded-map',
  },
  slice: {
    usually: 'a slice that is appended to and never cut',
    cure: 'Keep the last ones only, or hand it over and begin a new one.',
    page: 'growing-slice',
  },
  pool: {
    usually: 'a pool that gives and doesn’t get back, or keeps what grew once',
    cure: 'Put `defer pool.Put(x)` right after `Get`, and drop what has grown too large.',
    page: 'pool-misuse',
  },
  file: {
    usually: 'a file that is never closed on some path',
    cure: 'Add `defer f.Close()` right after the error check.',
    page: 'unclosed-file',
  },
} as const satisfies Record<string, Pattern>;

export const keptFacts = (name: keyof typeof keptPatterns): Fact[] => {
  const { usually, cure, page } = keptPatterns[name];
  return [
    { label: 'usually', text: usually, page },
    { label: 'usual cure', text: cure },
  ];
};

/**
 * By what holds it: the container nearest to what the line made, or a closure on the way. Where no chain tells, by what the line does.
 * Says so when unsure. Empty for memory that goes with another leak.
 */
export function heapPatternFacts({ site, keptBy, heldBy }: Pick<HeapLeak, 'site' | 'keptBy' | 'heldBy'>): Fact[] {
  if (heldBy !== null) return [];
  const code = site.source ?? '';
  if (/\btime\.After\(/.test(code)) return patternFacts('timeAfter');
  if (/\btime\.(?:NewTicker|Tick)\(/.test(code)) return patternFacts('ticker');
  const steps = keptBy?.chain.split(' → ') ?? [];
  if (steps.some((step) => /^(?:closure |func\()/.test(step))) return keptFacts('closure');
  const container = steps.findLast((step) => isMap(step) || isSlice(step));
  if (container !== undefined) return keptFacts(isMap(container) ? 'map' : 'slice');
  if (/\bappend\(/.test(code)) return keptFacts('slice');
  // A slice has its place already: what a leak assigns by key is a map.
  if (/[\w)\]]\[.+\]\s*=[^=]/.test(code)) return keptFacts('map');
  return unrecognised(
    keptBy === null
      ? 'Leakgate doesn’t recognise the pattern; the stack tells where it is made.'
      : 'Leakgate doesn’t recognise the pattern; the chain tells who keeps it.',
  );
}

const isMap = (step: string): boolean => /^map[ [{]/.test(step);
const isSlice = (step: string): boolean => /^(?:slice |\[\])/.test(step);

/** By the call that opened them. Says so when unsure. Empty for files that goroutines hold, or whose line isn't known. */
export function descriptorPatternFacts({ site, heldBy }: Pick<DescriptorLeak, 'site' | 'heldBy'>): Fact[] {
  if (site === null || heldBy !== null) return [];
  const calls = (name: RegExp): boolean => site.stack.some((frame) => name.test(frame.function));
  if (calls(/^net\/http\.\(\*Transport\)\./)) return patternFacts('body');
  if (calls(/^database\/sql\./)) return patternFacts('rows');
  if (calls(/^os\/exec\./)) return patternFacts('command');
  if (calls(/^os\.(?:Open|Create|OpenFile|newFile)$/)) return keptFacts('file');
  if (calls(/^net\./)) return patternFacts('io');
  return unrecognised('Leakgate doesn’t recognise the pattern; the stack tells where it is opened.');
}
