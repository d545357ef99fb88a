import { createHash } from 'node:crypto';

// What `git check-ref-format` refuses, what Windows refuses in file names, and `%` itself. `/` too: a branch `a` that is gone
// and a branch `a/b` that came after it can't have refs `…/a` and `…/a/b` at the same time.
const unsafe = /[\p{Cc}\p{Cs} "%*/:<>?[\\^{|}~]|^\.|\.(?=\.|$|lock$)/gu;

/** `Main` and `main`, and two ways of writing `ö`, are one name on some file systems. */
const ambiguous = /\p{Lu}|\P{ASCII}/u;

// A file name holds 255 bytes, and `.json` or git's own `.lock` comes on top.
const longestBytes = 200;

/**
 * A branch or key as one part of a ref name or path: readable for ordinary names, `%XX` for bytes that can't stand there.
 * Two different names never give the same result, nor results that differ only in case or in how an accent is written:
 * such names end in a hash. `decodeName` is the way back.
 */
export function encodeName(name: string): string {
  if (name === '') return '%';
  const encoded = name.replace(unsafe, percentEncoded);
  const marked = ambiguous.test(name) ? `${encoded}%-${hashOf(name, 8)}` : encoded;
  if (Buffer.byteLength(marked) <= longestBytes) return marked;
  const start = Array.from(name).slice(0, 24).join('').replace(unsafe, percentEncoded);
  return `${start}%-${hashOf(name, 32)}`;
}

/** The name that was encoded. Of one that was too long, its beginning and the hash. Null for what `encodeName` never gives. */
export function decodeName(encoded: string): string | null {
  if (encoded === '%') return '';
  const [, start = '', hash] = /^(.*?)(?:%-([0-9a-f]{8}|[0-9a-f]{32}))?$/s.exec(encoded) ?? [];
  try {
    const name = decodeURIComponent(start);
    return hash?.length === 32 ? `${name}…${hash}` : name;
  } catch {
    return null;
  }
}

/** How lists and messages write a name. Names are compared in this form, since a store may hold no other. */
export const displayName = (name: string): string => decodeName(encodeName(name)) ?? name;

const hashOf = (name: string, digits: number): string =>
  createHash('sha256').update(name).digest('hex').slice(0, digits);

function percentEncoded(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
