/** A seeded generator of numbers in [0, 1), so that a simulation gives the same answer in every run (mulberry32). */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normal deviates (Box–Muller). */
export function seededNormal(seed: number): () => number {
  const uniform = seededUniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Student's t with 3 degrees of freedom, scaled to variance 1: what windows with hiccups look like. */
export function seededHeavyTail(seed: number): () => number {
  const normal = seededNormal(seed);
  return () => normal() / Math.sqrt(normal() ** 2 + normal() ** 2 + normal() ** 2);
}
