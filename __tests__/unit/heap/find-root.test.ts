import { expect, test } from 'vitest';
import { findRoots } from '../../../src/heap/find-root.ts';
import { trie } from './tries.ts';

const heap = trie(
  ['main.cache', 0, 10],
  ['main.cacheSize', 0, 30],
  ['example.com/shop/cart.items', 0, 20],
  ['goroutine [chan send] main.leak', 3, 40],
);
const found = (name: string): unknown => {
  const roots = findRoots(heap, name);
  return 'found' in roots ? roots.found.map(({ label }) => label.text) : roots;
};

test.each([
  ['main.cache', ['main.cache']],
  ['main.c', ['main.cacheSize', 'main.cache']],
  ['cart.items', ['example.com/shop/cart.items']],
  ['CHAN SEND', ['goroutine [chan send] main.leak']],
  ['main.cahce', { nearest: ['main.cache', 'main.cacheSize'] }],
  ['zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz', { nearest: [] }],
])('%s', (name, roots) => expect(found(name)).toEqual(roots));
