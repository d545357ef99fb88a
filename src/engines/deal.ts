import type { Route, Template } from '../model.ts';
import { fillTemplate } from './fill.ts';
import { routeOrder } from './routes.ts';

/** A request with every place filled, as any engine sends it. */
export type Outgoing = Pick<Route, 'label' | 'method' | 'path' | 'headers' | 'body' | 'expectStatus' | 'anonymous'>;

/** The same object again where the same request is made again: what was made from it can be kept. */
export interface Dealt {
  /** Index of the route. */
  route: number;
  request: Outgoing;
}

/**
 * Which requests a template makes in a load. `replayed`: a finite set, over and over, so that what a service keeps for each key stops
 * growing. Otherwise one after the other from this number on, none twice. A feeder begins anew after its last row either way.
 */
export type Variants = 'replayed' | { from: number };

export interface Dealer {
  /** The next request of the load: routes by their weights. */
  next: () => Dealt;
  /** The next request of this route. */
  another: (route: number) => Dealt;
  /** The route that is due. */
  route: () => number;
}

/** The one place where a route becomes a concrete request. The same routes and variants give the same requests in the same order. */
export function dealRequests(routes: readonly Route[], variants: Variants = { from: 0 }): Dealer {
  const order = routeOrder(routes);
  const makers = routes.map((route, index) => maker(route, index, variants));
  const another = (route: number): Dealt => makers[route]!();
  return { next: () => another(order()), another, route: order };
}

/** The first request that is made of a route. */
export const firstOf = (route: Route): Outgoing => dealRequests([route]).next().request;

function maker(route: Route, index: number, variants: Variants): () => Dealt {
  const { template } = route;
  if (template === undefined) {
    const dealt = { route: index, request: route };
    return () => dealt;
  }
  if (variants === 'replayed') {
    const made: Dealt[] = [];
    let next = 0;
    return () => {
      const number = next++ % template.replayed;
      return (made[number] ??= { route: index, request: filled(route, template, number) });
    };
  }
  let next = variants.from;
  return () => ({ route: index, request: filled(route, template, next++) });
}

function filled(route: Route, template: Template, number: number): Outgoing {
  const { path, headers, body } = fillTemplate(template, number);
  const { template: _, ...same } = route;
  return {
    ...same,
    path,
    headers: { ...route.headers, ...headers },
    ...(body !== undefined && { body: Buffer.from(body) }),
  };
}
