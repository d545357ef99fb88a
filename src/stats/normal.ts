/** The standard normal distribution, exact enough in the far tail for spent alphas of 1e-6. */

/** P(Z > z). Relative error below 1e-12 up to |z| = 37; beyond, it is 0 or 1 as far as a double can tell. */
export function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  if (z > 38) return 0;
  return z < 3 ? 0.5 - fromCentre(z) : density(z) * millsRatio(z);
}

export function density(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** The z with P(Z > z) = `tail`: the point that a one-sided test of that level must exceed. */
export function upperQuantile(tail: number): number {
  if (!(tail > 0 && tail < 1)) throw new RangeError(`A tail probability lies between 0 and 1, not ${tail}.`);
  let low = -40;
  let high = 40;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(0 < Z < z) = φ(z)·(z + z³/3 + z⁵/(3·5) + …), Marsaglia's series. */
function fromCentre(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * density(z);
}

/** P(Z > z)/φ(z) = 1/(z + 1/(z + 2/(z + 3/(z + …)))), Laplace's continued fraction from its far end. */
function millsRatio(z: number): number {
  let fraction = z;
  for (let k = 40; k >= 1; k--) fraction = z + k / fraction;
  return 1 / fraction;
}
