import type { Bench } from '../checks/check.ts';

/** What was made under a name is made once. */
export function onlyOnce(): Bench['once'] {
  const shared = new Map<string, Promise<unknown>>();
  return async <T>(name: string, make: () => Promise<T>) => {
    const made = shared.get(name) ?? make();
    shared.set(name, made);
    return made as Promise<T>;
  };
}
