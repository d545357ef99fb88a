/** P(X ≤ k) of a binomial distribution. */
export function binomialBelow(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let i = 1; i <= k; i++) {
    term += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}

/**
 * The exact interval of Clopper and Pearson for a share: `found` of `runs`.
 * @param confidence 0.95 leaves 2.5 % on each side.
 */
export function exactInterval(found: number, runs: number, confidence = 0.95): [number, number] {
  if (runs === 0) return [0, 1];
  const tail = (1 - confidence) / 2;
  const low = found === 0 ? 0 : bisect((p) => 1 - binomialBelow(found - 1, runs, p) > tail);
  const high = found === runs ? 1 : bisect((p) => binomialBelow(found, runs, p) < tail);
  return [low, high];
}

/** The smallest share of which `holds` is true; it is false below and true above. */
function bisect(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
