/** Exact quantiles of samples that fit in memory. Every function throws a `RangeError` for an empty sample. */

export function ascending(values: readonly number[]): number[] {
  return [...Float64Array.from(values).toSorted()];
}

/** Linear between neighbours at position `(n − 1)·share`: R's type 7, NumPy's default. */
export function quantile(values: readonly number[], share: number): number {
  return quantileOfSorted(ascending(values), share);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantileOfSorted(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new RangeError('An empty sample has no quantile.');
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not ${share}.`);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.ceil(position)]!;
  return low + (high - low) * (position - below);
}

export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('An empty sample has no mean.');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean without the lowest and the highest `share` of the values, rounded down to whole values. */
export function trimmedMean(values: readonly number[], share: number): number {
  if (!(share >= 0 && share < 0.5)) throw new RangeError(`A trimmed share lies between 0 and 0.5, not ${share}.`);
  const cut = Math.floor(values.length * share);
  return mean(ascending(values).slice(cut, values.length - cut));
}

/** Standard deviation over mean, with n − 1. 0 for fewer than two values or a mean of 0. */
export function variation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  if (centre === 0) return 0;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / Math.abs(centre);
}
