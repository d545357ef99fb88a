import { emptyTrie, type Trie } from '../../../src/heap/trie.ts';
import { plainLabel } from '../../../src/heap/labels.ts';

/** A trie in short: name, objects, own bytes, children. */
export type Short = [text: string, objects: number, bytes: number, ...children: Short[]];

export function trie(...roots: Short[]): Trie {
  return build(['', 0, 0, ...roots]);
}

function build([text, objects, bytes, ...children]: Short): Trie {
  const at = /^(?:.* )?(\w+\.go):(\d+)/.exec(text);
  const frame = at === null ? null : { function: 'main.f', file: at[1]!, line: Number(at[2]), own: true };
  const made = children.map(build);
  return {
    ...emptyTrie({ ...plainLabel(text), frame }),
    objects,
    bytes,
    retainedBytes: made.reduce((sum, { retainedBytes }) => sum + retainedBytes, bytes),
    children: new Map(made.map((child) => [child.label.text, child])),
  };
}
