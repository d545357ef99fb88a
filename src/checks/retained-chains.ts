import type { Flow, Frame, RetainedChain } from '../model.ts';
import type { GoroutineLeak, HeapLeak } from './leak-schema.ts';
import { bytesText } from './leak-wording.ts';
import { amountText } from './wording.ts';

/** The heaviest chain of a root that keeps what a line allocated, in words. */
export function keptBy(frame: Frame, chains: readonly RetainedChain[]): HeapLeak['keptBy'] {
  const chain = chains.find(({ sites }) => sites.some(({ file, line }) => file === frame.file && line === frame.line));
  if (chain === undefined) return null;
  return {
    root: chain.root,
    chain: chainText(chain),
    steps: stepsOf(chain),
    ...((chain.heldBy ?? []).length > 0 && { heldBy: chain.heldBy!.slice(0, mostHolders) }),
  };
}

/** Roots that hold something together are named up to this number. */
const mostHolders = 5;

/** The goroutines that a chain begins at: the function of their stack that names them. */
export const waitingFunction = (root: string): string | undefined => /^goroutine \[[^\]]*\] (.+)$/.exec(root)?.[1];

/** What goroutines with one of these functions on their stacks keep alive: the heaviest chain that begins at them. */
export function heldFrom(
  functions: ReadonlySet<string>,
  chains: readonly RetainedChain[],
): GoroutineLeak['holds'] | undefined {
  const chain = chains.find(({ root }) => functions.has(waitingFunction(root) ?? ''));
  return chain === undefined ? undefined : { chain: chainText(chain), steps: stepsOf(chain) };
}

/**
 * What each goroutine with one of these functions on its stack holds, as the dumps count it: all that only such goroutines reach, and their
 * stacks. Null where no dump shows that there are more of them.
 */
export function countedEach(
  functions: ReadonlySet<string>,
  chains: readonly RetainedChain[],
): { heapBytes: number; stackBytes: number } | null {
  const theirs = chains.filter(({ root }) => functions.has(waitingFunction(root) ?? ''));
  const goroutines = theirs.reduce((sum, { steps }) => sum + steps[0]!.objects, 0);
  if (goroutines <= 0) return null;
  const each = (of: (chain: RetainedChain) => number): number =>
    theirs.reduce((sum, chain) => sum + of(chain), 0) / goroutines;
  return {
    heapBytes: each(({ retainedBytes }) => retainedBytes),
    stackBytes: each(({ stackBytes = 0 }) => stackBytes),
  };
}

/** Deeper than this nobody follows a chain. */
const mostSteps = 24;

const stepsOf = ({ steps }: RetainedChain): Flow['steps'] =>
  steps.slice(0, mostSteps).map(({ text, frame }) => ({ text, frame }));

/**
 * `main.sessions → map[string]*main.session → main.newSession sessions.go:30 ×1,000, 96 B each, 96 B per request`. Where objects are
 * sampled, their number isn't shown; goroutines are always counted one by one.
 */
export function chainText({ steps, retainedBytes, requests, exact = false }: RetainedChain): string {
  const isCounted = (text: string): boolean => exact || text.startsWith('goroutine ');
  const last = steps.at(-1);
  const each =
    last !== undefined && last.objects > 1 && isCounted(last.text)
      ? [`${bytesText(last.retainedBytes / last.objects)} each`]
      : [];
  const rate = requests === undefined ? [] : [`${bytesText(retainedBytes / Math.max(1, requests))} per request`];
  const way = steps.map(({ text, objects }) =>
    isCounted(text) && objects > 1 ? `${text} ×${amountText(objects)}` : text,
  );
  return [shortened(way).join(arrow), ...each, ...rate].join(', ');
}

const arrow = ' → ';
/** Longer texts are cut off by what shows them. */
const longestText = 220;

/** Of a long way the root stays, and as much of its end as fits: that's where the growing memory is. */
function shortened(way: readonly string[]): string[] {
  const [root = '', ...below] = way;
  let left = longestText - root.length;
  const fitting = below.toReversed().findIndex((step) => (left -= step.length + arrow.length) < 0);
  const kept = Math.max(1, fitting);
  return fitting === -1 || kept === below.length ? [...way] : [root, '…', ...below.slice(-kept)];
}
