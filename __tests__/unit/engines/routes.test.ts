import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isExpected, routeCycle, routeOrder } from '../../../src/engines/routes.ts';
import { route } from './scenario.ts';

test('deals weights 3 and 1 as three and one of every four', () => {
  const next = routeOrder([route('GET /a', { weight: 3 }), route('GET /b', { weight: 1 })]);
  expect(Array.from({ length: 8 }, next)).toEqual([0, 0, 0, 1, 0, 0, 0, 1]);
});

test('every prefix is less than one request away from the exact shares, for any weights', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(weights, (given) => {
      const next = routeOrder(given.map((weight, index) => route(`GET /${index}`, { weight })));
      const total = given.reduce((sum, weight) => sum + weight, 0);
      const counts = given.map(() => 0);
      for (let sent = 1; sent <= 2 * total + 1; sent += 1) {
        counts[next()]! += 1;
        for (const [index, weight] of given.entries()) {
          expect(Math.abs(counts[index]! - (sent * weight) / total)).toBeLessThan(1);
        }
      }
    }),
  );
});

test('two orders of the same routes are the same', () => {
  const routes = [5, 3, 2].map((weight, index) => route(`GET /${index}`, { weight }));
  const [one, other] = [routeOrder(routes), routeOrder(routes)];
  expect(Array.from({ length: 50 }, one)).toEqual(Array.from({ length: 50 }, other));
});

test.each([
  [[], 200, true],
  [[], 302, true],
  [[], 404, false],
  [[], 500, false],
  [[404], 404, true],
  [[404], 200, false],
  [[200, 429], 429, true],
])('with expected statuses %j, %d is a success: %s', (expectStatus, status, success) => {
  expect(isExpected(route('GET /', { expectStatus }), status)).toBe(success);
});

test('a cycle of the routes is as long as their weights', () => {
  const cycle = routeCycle([route('GET /a', { weight: 5 }), route('GET /b', { weight: 3 })]);
  expect([0, 1].map((index) => cycle.filter((one) => one === index).length)).toEqual([5, 3]);
});
