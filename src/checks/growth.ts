/** A quantity looked at before the first round and after each one. */
export interface Series {
  /** One more than there are rounds. */
  values: number[];
  /** Requests of each round. */
  requests: number[];
  /** One standard deviation of each value from sampling; empty when the values are counts. */
  errors: number[];
}

export interface GrowthRule {
  /** What the last round must exceed, per request. */
  perRequest: number;
  /** What all rounds together must reach. */
  total: number;
}

/** Standard deviations that a growth must exceed to be more than sampling noise. */
const significance = 3;
/** A cache that fills up slows down. What repeats keeps at least this share of its average rate. */
const sustained = 0.5;

export const total = ({ values }: Series): number => values.at(-1)! - values[0]!;

export const perRequest = (series: Series): number =>
  total(series) /
  Math.max(
    1,
    series.requests.reduce((sum, requests) => sum + requests, 0),
  );

export const steps = ({ values }: Series): number[] => values.slice(1).map((value, index) => value - values[index]!);

/**
 * Does it grow with each request, without an end in sight? Over rounds of geometric size (1:2:4, so that each one holds a doubling of
 * a growing container): no round shrinks, at least two grow, and the last one keeps half of the overall rate.
 * A warming cache fails the last condition, a steady one the second, noise the first.
 */
export function growsSteadily(series: Series, rule: GrowthRule): boolean {
  const growth = steps(series);
  const lastRate = growth.at(-1)! / Math.max(1, series.requests.at(-1)!);
  return (
    growth.every((step, index) => step >= -noise(series, index, index + 1)) &&
    growth.filter((step) => step > 0).length >= 2 &&
    lastRate > rule.perRequest &&
    lastRate >= sustained * perRequest(series) &&
    total(series) >= rule.total &&
    total(series) > (significance / 2) * noise(series, 0, series.values.length - 1)
  );
}

/** Two standard deviations of the difference of two looks, were they independent. */
function noise({ errors }: Series, from: number, to: number): number {
  return 2 * Math.hypot(errors[from] ?? 0, errors[to] ?? 0);
}

/** Is at least half of the growth still there in a later look, after a rest? Otherwise the suspicion is dropped. */
export const persists = (series: Series, later: number): boolean => later - series.values[0]! >= total(series) / 2;
