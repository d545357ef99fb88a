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

/** The runtime's names for waits and states, Go 1.22 to 1.27. */
const runtimeStates = [
  'running',
  'runnable',
  'syscall',
  'waiting',
  'idle',
  'copystack',
  'preempted',
  'IO wait',
  'chan receive (nil chan)',
  'chan send (nil chan)',
  'select (no cases)',
  'semacquire',
  'sleep',
  'sync.Cond.Wait',
  'sync.Mutex.Lock',
  'sync.RWMutex.RLock',
  'sync.RWMutex.Lock',
  'sync.WaitGroup.Wait',
  'synctest.Run',
  'synctest.Wait',
  'coroutine',
  'panicwait',
  'debug call',
  'finalizer wait',
  'cleanup wait',
  'force gc (idle)',
  'GOMAXPROCS updater (idle)',
  'garbage collection',
  'wait for GC cycle',
  'trace reader (blocked)',
  'timer goroutine (idle)',
  'dumping heap',
  'stopping the world',
] as const;

/** Can a goroutine be in such a state? Knows families, and states by how they begin. */
export function isState(name: string): boolean {
  const given = name.toLowerCase();
  const starts = (state: string): boolean => state.toLowerCase().startsWith(given);
  return Object.keys(families).some(starts) || runtimeStates.some(starts) || /^gc \w/.test(given);
}

const familyStarts = ['chan', 'select', 'semacquire', 'sleep', 'IO wait'] as const;

export type WaitFamily = (typeof familyStarts)[number] | 'other';

/** The kind of wait that users filter by. */
export const familyOf = (state: string): WaitFamily => familyStarts.find((name) => isWanted(state, [name])) ?? 'other';
