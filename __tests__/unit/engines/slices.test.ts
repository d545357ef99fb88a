import { expect, test } from 'vitest';
import type { Lane } from '../../../src/engines/lanes.ts';
import { inSlices } from '../../../src/engines/slices.ts';
import { never, route } from './scenario.ts';

const dealers = [() => route('GET /base'), () => route('GET /head')];

/** A lane that takes a moment for each request and notes what it sent. */
const laneOf = (sent: string[], good: (side: 0 | 1) => boolean = () => true): Lane => ({
  send: async (side, { path }) => {
    sent.push(path);
    await new Promise((resolve) => setTimeout(resolve, 2));
    return { good: good(side), elapsedMs: 2 };
  },
  close: async () => Promise.resolve(),
});

/** Neighbours that are equal, once. */
const runs = (paths: string[]): string[] => paths.filter((path, at) => path !== paths[at - 1]);

test('all lanes are with one side at a time: base, head, base, and each side keeps to its own order of routes', async () => {
  const sent: string[] = [];
  await inSlices([laneOf(sent), laneOf(sent)], { durationMs: 0, swap: 0, nextOf: dealers }, never);
  expect(runs(sent)).toEqual(['/base', '/head', '/base']);
  const swapped: string[] = [];
  await inSlices([laneOf(swapped)], { durationMs: 0, swap: 1, nextOf: dealers }, never);
  expect(runs(swapped)).toEqual(['/head', '/base', '/head']);
});

test('only good answers count as throughput', async () => {
  const sent: string[] = [];
  const lanes = [laneOf(sent, (side) => side === 0)];
  const [base, head] = await inSlices(lanes, { durationMs: 0, swap: 0, nextOf: dealers }, never);
  expect(base.failed).toBe(0);
  // One lane at 2 ms a request.
  expect(base.usPerAnswer).toBeGreaterThan(1900);
  expect(head).toMatchObject({ failed: head.requests, usPerAnswer: Infinity });
  expect(base.requests + head.requests).toBe(sent.length);
});

test('more lanes answer more, unless the service lets only one in', async () => {
  const durationMs = 50;
  const free = await inSlices(
    Array.from({ length: 4 }, () => laneOf([])),
    { durationMs, swap: 0, nextOf: dealers },
    never,
  );
  let gate = Promise.resolve();
  const locked: Lane = {
    ...laneOf([]),
    send: async () => {
      gate = gate.then(async () => new Promise((resolve) => setTimeout(resolve, 2)));
      await gate;
      return { good: true, elapsedMs: 2 };
    },
  };
  const serial = await inSlices([locked, locked, locked, locked], { durationMs, swap: 0, nextOf: dealers }, never);
  expect(serial[0].usPerAnswer).toBeGreaterThan(1.5 * free[0].usPerAnswer);
});
