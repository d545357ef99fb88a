/** Uniform in [0, 1). */
export type Random = () => number;

/** Where parsers go wrong: signs, sizes, ends, and what only looks like text. */
const numbers = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff];
const words = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '\r\n',
  '\0',
  '-1',
  '1e999',
  'null',
  '{{',
  '}}',
  '${A}',
  '__proto__',
  '\ud800',
  '¾',
  '&a',
  '*a',
];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!;
const range = (random: Random, { length }: Buffer): [number, number] => {
  const from = below(random, length + 1);
  return [from, Math.min(length, from + 1 + below(random, pick(random, [4, 64, 1024])))];
};

const mutations: Mutation[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[below(random, changed.length)]! ^= 1 << below(random, 8);
    return changed;
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    const [from, to] = range(random, changed);
    return changed.fill(pick(random, [0, 0x20, 0x80, 0xff]), from, to);
  },
  (bytes, random) => {
    const value = Buffer.alloc(4);
    value.writeUInt32LE(pick(random, numbers));
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), value, bytes.subarray(at + pick(random, [0, 4]))]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(random, words)), bytes.subarray(at)]);
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => {
    const [from, to] = range(random, bytes);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = range(random, bytes);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, random, other) => {
    const [from, to] = range(random, other);
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
  },
];

/** One of the seeds with one to four things wrong in it. The same random numbers give the same bytes. */
export function mutated(seeds: readonly Buffer[], random: Random): Buffer {
  let bytes = pick(random, seeds);
  for (let left = 1 + below(random, 4); left > 0; left -= 1)
    bytes = pick(random, mutations)(bytes, random, pick(random, seeds));
  return bytes;
}
