import type { Flow, Frame, RetainedChain } from '../model.ts';
import type { GoroutineLeak, HeapLeak } from './leak-schema.ts';
import { amountText } from './wording.ts';

/** The heaviest chain of a root that keeps what a line allocated, in words. */
export function keptBy(frame: Frame, chains: readonly RetainedChain[]): HeapLeak['keptBy'] {
  const chain = chains.find(({ sites }) => sites.some(({ file, line }) => file === frame.file && line === frame.line));
  return chain === undefined ? null : { root: chain.root, chain: chainText(chain), steps: stepsOf(chain) };
}

/** The goroutines that a chain begins at: the function of their stack that names them. */
export const waitingFunction = (root: string): string | undefined => /^goroutine \[[^\]]*\] (.+)$/.exec(root)?.[1];

/** What goroutines with one of these functions on their stacks keep alive: the heaviest chain that begins at them. */
export function heldFrom(
  functions: ReadonlySet<string>,
  chains: readonly RetainedChain[],
): GoroutineLeak['holds'] | undefined {
  const chain = chains.find(({ root, steps }) => steps.length > 1 && functions.has(waitingFunction(root) ?? ''));
  return chain === undefined ? undefined : { chain: chainText(chain), steps: stepsOf(chain) };
}

/** Deeper than this nobody follows a chain. */
const mostSteps = 24;

const stepsOf = ({ steps }: RetainedChain): Flow['steps'] =>
  steps.slice(0, mostSteps).map(({ text, frame }) => ({ text, frame }));

/**
 * `main.sessions → map[string]*main.session → main.newSession sessions.go:30`. Objects are sampled, so their number isn't shown;
 * goroutines are counted one by one.
 */
export function chainText({ steps }: RetainedChain): string {
  return steps
    .map(({ text, objects }) =>
      text.startsWith('goroutine ') && objects > 1 ? `${text} ×${amountText(objects)}` : text,
    )
    .join(' → ');
}
