import type { Route } from './model.ts';

/** Is this status a success of the route? Without a list of its own, any 2xx or 3xx is. */
export function isExpected({ expectStatus }: Pick<Route, 'expectStatus'>, status: number): boolean {
  if (expectStatus.length > 0) return expectStatus.includes(status);
  return status >= 200 && status < 400;
}
