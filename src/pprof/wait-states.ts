/** What users call a kind of wait, and the runtime's names for it. Since Go 1.20 waits of `sync` have names of their own. */
const families: Readonly<Record<string, readonly string[]>> = {
  semacquire: ['semacquire', 'sync.'],
  sleep: ['sleep'],
};

/**
 * Is this state one of the wanted ones? `chan` means `chan receive` and `chan send`, `select` also `select (no cases)`,
 * `semacquire` all waits of `sync`. Upper and lower case don't matter; an empty list wants all.
 */
export function isWanted(state: string, wanted: readonly string[]): boolean {
  const given = state.toLowerCase();
  return (
    wanted.length === 0 ||
    wanted.some((name) =>
      (families[name.toLowerCase()] ?? [name.toLowerCase()]).some((start) => given.startsWith(start)),
    )
  );
}
