import { createHash } from 'node:crypto';

// What `git check-ref-format` refuses, what Windows refuses in file names, and `%` itself. `/` too: a branch `a` that is gone
// and a branch `a/b` that came after it can't have refs `…/a` and `…/a/b` at the same time.
const unsafe = /[\p{Cc}\p{Cs} "%*/:<>?[\\^{|}~]|^\.|\.(?=\.|$|lock$)/gu;

// A file name holds 255 bytes, and `.json` or git's own `.lock` comes on top.
const longestBytes = 200;

/**
 * A branch or key as one part of a ref name or path: readable for ordinary names, `%XX` for bytes that can't stand there.
 * Two different names never give the same result; `decodeURIComponent` is the way back, except for names so long that
 * only their beginning and a hash fit.
 */
export function encodeName(name: string): string {
  if (name === '') return '%';
  const encoded = name.replace(unsafe, percentEncoded);
  if (Buffer.byteLength(encoded) <= longestBytes) return encoded;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  const start = Array.from(name).slice(0, 24).join('').replace(unsafe, percentEncoded);
  return `${start}%-${hash}`;
}

function percentEncoded(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
