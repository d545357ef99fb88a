import { expect, test } from 'vitest';
import { owned } from '../../src/owned.ts';

test('closes in reverse order', async () => {
  const closed: string[] = [];
  {
    await using all = owned();
    all.defer(async () => void closed.push('first'));
    all.own({ [Symbol.asyncDispose]: async () => void closed.push('second') });
  }
  expect(closed).toEqual(['second', 'first']);
});

test('what was released is the receiver’s to close', async () => {
  const closed: string[] = [];
  const all = owned();
  all.defer(async () => void closed.push('it'));
  const handed = all.release();
  await all[Symbol.asyncDispose]();
  expect(closed).toEqual([]);
  await handed[Symbol.asyncDispose]();
  expect(closed).toEqual(['it']);
});

test('one failure does not keep the others open', async () => {
  const closed: string[] = [];
  const all = owned();
  all.defer(async () => void closed.push('first'));
  all.defer(async () => Promise.reject(new Error('stuck')));
  await expect(all[Symbol.asyncDispose]()).rejects.toThrow('stuck');
  expect(closed).toEqual(['first']);
});
