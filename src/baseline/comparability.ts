const digest = /^[0-9a-f]{12,64}$/;

/**
 * Why machine-independent counts of two runs can't be held against each other, a sentence each; empty when they can.
 * A condition that only one of the two recorded counts as a difference: nobody knows what it was.
 */
export function mismatches(stored: Record<string, string>, current: Record<string, string>): string[] {
  const [before, after] = [new Map(Object.entries(stored)), new Map(Object.entries(current))];
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names].flatMap((name) => {
    const [then, now] = [before.get(name), after.get(name)];
    return then === now ? [] : [`${name}: ${difference(then, now)}`];
  });
}

function difference(then: string | undefined, now: string | undefined): string {
  // Two hashes tell a reader nothing but that they differ.
  if (then !== undefined && now !== undefined && digest.test(then) && digest.test(now))
    return 'not the same now as then';
  return `${then ?? 'not recorded'} then, ${now ?? 'not recorded'} now`;
}
