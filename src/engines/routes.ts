import type { Route } from '../model.ts';

export { isExpected } from '../expected-status.ts';

/**
 * Deals out the next route, as its index, so that after any number of requests each route is less than one request away
 * from its share of the total. The same order every time: rounds replay it.
 *
 * The j-th request of a route with share w/W belongs between the slots ⌊jW/w⌋ and ⌈(j+1)W/w⌉; the earliest deadline among
 * those that may already run always fits (earliest-deadline-first fills one processor completely).
 */
export function routeOrder(routes: readonly Route[]): () => number {
  const total = routes.reduce((sum, route) => sum + route.weight, 0);
  const dealt = routes.map(() => 0);
  let slot = 0;
  return () => {
    let next = 0;
    let earliest = Infinity;
    for (const [index, { weight }] of routes.entries()) {
      const done = dealt[index]!;
      if (Math.floor((done * total) / weight) > slot) continue;
      const deadline = Math.ceil(((done + 1) * total) / weight);
      if (deadline < earliest) [next, earliest] = [index, deadline];
    }
    dealt[next]! += 1;
    slot += 1;
    if (slot === total) {
      slot = 0;
      dealt.fill(0);
    }
    return next;
  };
}

/** A cycle of the routes that keeps the shares of the traffic: as long as the sum of the weights, up to this. */
const longestCycle = 10_000;

export function routeCycle(routes: readonly Route[]): number[] {
  const next = routeOrder(routes);
  const total = routes.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: Math.min(total, longestCycle) }, () => next());
}
