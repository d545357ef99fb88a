/** What the script calls its figures: it writes them, and `summary.ts` reads them. */

/** Stands before the JSON in the line that the script prints at its end. */
export const resultMark = 'leakgate-result ';

/** Of one route, by its index. */
export const routeMetrics = (route: number) => ({
  sent: `leakgate_sent_${route}`,
  answered: `leakgate_answered_${route}`,
  unexpected: `leakgate_unexpected_${route}`,
  errors: `leakgate_errors_${route}`,
  resets: `leakgate_resets_${route}`,
  timeouts: `leakgate_timeouts_${route}`,
  latency: `leakgate_latency_${route}`,
});

/** Of the whole load. */
export const loadMetrics = {
  latency: 'leakgate_latency',
  http2: 'leakgate_http2',
  firstSent: 'leakgate_first_sent',
  lastAnswered: 'leakgate_last_answered',
  /** k6's own: requests that were due and found no free user. */
  dropped: 'dropped_iterations',
} as const;

const statusPrefix = 'leakgate_status_';

export const statusMetric = (status: number): string => `${statusPrefix}${status}`;

/** The status that a figure counts; undefined for other figures. */
export const statusOf = (metric: string): string | undefined =>
  metric.startsWith(statusPrefix) ? metric.slice(statusPrefix.length) : undefined;

export const isOurs = (metric: string): boolean => metric.startsWith('leakgate_') || metric === loadMetrics.dropped;
