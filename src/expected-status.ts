import type { Route } from './model.ts';

/** Is this status a success of the route? Without a list of its own, any 2xx or 3xx is. */
export function isExpected(route: Route, status: number): boolean {
  if (route.expectStatus.length > 0) return route.expectStatus.includes(status);
  return status >= 200 && status < 400;
}
