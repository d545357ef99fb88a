/** Names of the places that a phrase leaves open: `'n' | 'limit'` of `{n} of at most {limit}`. */
export type Holes<Phrase extends string> = Phrase extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Holes<Rest>
  : never;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** English phrases and what they are in another language. It compiles only when both leave the same places open. */
export function catalogue<const Phrases extends Record<string, string>>(
  phrases: Phrases & {
    [English in keyof Phrases]: Same<Holes<English & string>, Holes<Phrases[English]>> extends true ? string : never;
  },
): Phrases {
  return phrases;
}

const hole = /\{(\w+)\}/;

/** `at most {n} req/s` → `['at most ', 'n', ' req/s']`: text and names of holes in turn, text first and last. */
export const pieces = (phrase: string): string[] => phrase.split(hole);
