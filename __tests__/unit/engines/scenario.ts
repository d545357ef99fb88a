import type { Route } from '../../../src/model.ts';

/** A route from its label, with the parts that a test cares about. */
export function route(label: string, parts: Partial<Route> = {}): Route {
  const [method = 'GET', path = '/'] = label.split(' ');
  return { label, method, path, headers: {}, weight: 1, expectStatus: [], ...parts };
}

export const never = new AbortController().signal;
