import { mutated, type Random } from './mutate.ts';

const words = [
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '...',
  '*',
  '&',
  '<-',
  ':=',
  '=',
  '.',
  ',',
  ';',
  '\n',
  '_',
  '0',
  '0x',
  '"',
  '`',
  "'",
  'func',
  'type',
  'struct',
  'interface',
  'map',
  'chan',
  'go',
  'defer',
  'select',
  'case',
  'for',
  'range',
  'switch',
  'return',
  'import "C"',
  'var x = x',
  'type T T',
  'type T [len(x)]T',
  'func (T) Get()',
  '[T any]',
  '[T interface{ T }]',
  'nil',
  'any',
];

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!;

type Mutation = (tokens: string[], at: number, random: Random) => void;

const mutations: Mutation[] = [
  (tokens, at) => void tokens.splice(at, 1),
  (tokens, at, random) => void tokens.splice(at, 1, pick(random, tokens)),
  (tokens, at, random) => void tokens.splice(at, 0, pick(random, words)),
  (tokens, at, random) => void tokens.splice(at, 0, ...tokens.slice(at, at + below(random, 80))),
  (tokens, at, random) => void tokens.splice(at, below(random, 80)),
  (tokens, at, random) =>
    void tokens.splice(at, 0, ...Array.from({ length: 400 }, () => pick(random, ['(', '[', '{', '*', 'func() ']))),
];

/** A text of Go with a few of its words gone, doubled or in each other's place; now and then with broken bytes. */
export function mutatedSource(seeds: readonly string[], random: Random): Buffer {
  const tokens = pick(random, seeds).match(/\w+|\s+|[^\w\s]/g) ?? [];
  for (let left = 1 + below(random, 6); left > 0; left -= 1)
    pick(random, mutations)(tokens, below(random, tokens.length + 1), random);
  const source = Buffer.from(tokens.join(''));
  return random() < 0.1 ? mutated([source], random) : source;
}
