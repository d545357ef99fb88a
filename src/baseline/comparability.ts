const digest = /^[0-9a-f]{12,64}$/;

/**
 * Why machine-independent counts of two runs can't be held against each other, a sentence each; empty when they can.
 * A condition that only one of the two recorded counts as a difference: nobody knows what it was.
 */
export function mismatches(stored: Record<string, string>, current: Record<string, string>): string[] {
  const names = new Set([...Object.keys(current), ...Object.keys(stored)]);
  return [...names].flatMap((name) => {
    const [then, now] = [stored[name], current[name]];
    return then === now ? [] : [`${name}: ${difference(then, now)}`];
  });
}

function difference(then: string | undefined, now: string | undefined): string {
  // Two hashes tell a reader nothing but that they differ.
  if (then !== undefined && now !== undefined && digest.test(then) && digest.test(now))
    return 'not the same now as then';
  return `${then ?? 'not recorded'} then, ${now ?? 'not recorded'} now`;
}
