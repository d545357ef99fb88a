import type { Frame, RetainedChain } from '../model.ts';
import type { HeapLeak } from './leak-schema.ts';
import { amountText } from './wording.ts';

/** The heaviest chain of a root that keeps what a line allocated, in words. */
export function keptBy(frame: Frame, chains: readonly RetainedChain[]): HeapLeak['keptBy'] {
  const chain = chains.find(({ sites }) => sites.some(({ file, line }) => file === frame.file && line === frame.line));
  return chain === undefined ? null : { root: chain.root, chain: chainText(chain) };
}

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
