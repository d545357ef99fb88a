import { LeakgateError } from '../../errors.ts';
import type { Route, Template, Traffic } from '../../model.ts';
import { routeCycle } from '../routes.ts';
import type { Variants } from '../deal.ts';
import type { Fields } from '../session.ts';
import { isLoopback } from '../../loopback.ts';

/** What k6 is to send: the same scenario as the other engines, in a form that every pod can make its part of by itself. */
export interface K6Load {
  routes: readonly Route[];
  variants: Variants;
  /** What requests carry that aren't anonymous. */
  fields: Fields;
  cookies: boolean;
  /** Users of all pods together: each keeps a connection of its own and sends one request at a time. */
  connections: number;
  timeoutMs: number;
  until: { requests: number } | { durationMs: number } | { traffic: Traffic };
}

/** A request as the script reads it. */
export interface PlannedRoute {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: { text: string } | { base64: string };
  expectStatus: number[];
  anonymous: boolean;
  template?: Template;
}

/** The file that the script reads: plain JSON. */
export interface K6Plan {
  /** `http://service.shop.svc:8080` */
  origin: string;
  routes: PlannedRoute[];
  /** Which route each request of a cycle is for, as an index. */
  cycle: number[];
  variants: Variants;
  fields: Fields;
  timeoutMs: number;
  /** Of k6 itself. */
  options: Record<string, unknown>;
}

/** k6 takes no less. */
const shortestMs = 1000;
/** No load that Leakgate asks for takes longer: it ends what hangs. */
export const longestMs = 30 * 60_000;

/**
 * Plans a load for k6. What k6 measures of an open loop is the time from sending to the answer; a request that finds no free user is
 * never sent.
 * @throws LeakgateError `config` for traffic that k6 can't send.
 */
export function k6Plan(origin: string, load: K6Load): K6Plan {
  const { routes, variants, fields, timeoutMs } = load;
  return {
    origin,
    routes: routes.map((route) => plannedRoute(route)),
    cycle: routeCycle(routes),
    variants,
    fields,
    timeoutMs,
    options: {
      scenarios: { leakgate: scenarioOf(load) },
      maxRedirects: 0,
      discardResponseBodies: true,
      noCookiesReset: load.cookies,
      // Without a name for each address, templates would make k6 keep figures of every single one.
      systemTags: [],
      summaryTrendStats: trendStats,
      ...(origin.startsWith('https:') && isLoopback(origin) && { insecureSkipTLSVerify: true }),
    },
  };
}

/** Quantiles that k6 tells of each latency: dense enough to put those of several pods together. In percent, ascending. */
export const quantileGrid: readonly number[] = [
  ...Array.from({ length: 99 }, (_, index) => index + 1),
  99.1,
  99.2,
  99.3,
  99.4,
  99.5,
  99.6,
  99.7,
  99.8,
  99.9,
  99.99,
];

const trendStats = ['count', 'avg', 'min', 'max', ...quantileGrid.map((percent) => `p(${percent})`)];

function plannedRoute({ method, path, headers, body, expectStatus, anonymous = false, template }: Route): PlannedRoute {
  return {
    method,
    path,
    headers,
    ...(body !== undefined && { body: plannedBody(body) }),
    expectStatus,
    anonymous,
    ...(template !== undefined && { template }),
  };
}

/** As text where it is text, so that people can read the plan. */
function plannedBody(body: Uint8Array): NonNullable<PlannedRoute['body']> {
  try {
    return { text: new TextDecoder('utf8', { fatal: true, ignoreBOM: true }).decode(body) };
  } catch {
    return { base64: Buffer.from(body).toString('base64') };
  }
}

function scenarioOf({ until, connections, timeoutMs }: K6Load): Record<string, unknown> {
  const gracefulStop = `${timeoutMs + 1000}ms`;
  if ('requests' in until) {
    const { requests: iterations } = until;
    const vus = Math.min(connections, iterations);
    return { executor: 'shared-iterations', vus, iterations, maxDuration: `${longestMs}ms`, gracefulStop };
  }
  if ('durationMs' in until) {
    const durationMs = Math.max(shortestMs, Math.round(until.durationMs));
    return { executor: 'constant-vus', vus: connections, duration: `${durationMs}ms`, gracefulStop };
  }
  const users = { preAllocatedVUs: connections, maxVUs: connections };
  return { executor: 'ramping-arrival-rate', ...users, ...rates(until.traffic), gracefulStop };
}

/** k6 takes whole numbers only: requests of a thousand seconds, so that fractions of a request a second are kept. */
const perThousandSeconds = (perSecond: number): number => Math.round(perSecond * 1000);

function rates({ stages, spacing }: Traffic): Record<string, unknown> {
  if (spacing === 'poisson') throw unsendable('the gaps of a Poisson process');
  const planned = stages.flatMap((stage) => {
    if ('burst' in stage) throw unsendable('bursts');
    const { perSecond, toPerSecond = perSecond, durationMs } = stage;
    return [
      // Its first rate is reached at once, also where the stage before ended with another one.
      { target: perThousandSeconds(perSecond), duration: '0s' },
      { target: perThousandSeconds(toPerSecond), duration: `${Math.round(durationMs)}ms` },
    ];
  });
  return { timeUnit: '1000s', startRate: planned[0]!.target, stages: planned };
}

const unsendable = (what: string): LeakgateError =>
  new LeakgateError(
    'config',
    `traffic: k6 can't send ${what}, and it is what loads a service that is already deployed.`,
    {
      hint: 'Write stages with `rate` and `to`, or a named curve.',
    },
  );
