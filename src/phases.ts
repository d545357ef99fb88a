import type { Phase } from './model.ts';

/** Times the stretches of a run; each is a group in the log. */
export interface Phases {
  list: Phase[];
  run<T>(name: string, body: () => Promise<T>): Promise<T>;
}

/** `group` is the host's: it folds the log lines of `body` under `name`. */
export function makePhases(group: <T>(name: string, body: () => Promise<T>) => Promise<T>): Phases {
  const list: Phase[] = [];
  return {
    list,
    async run(name, body) {
      const started = Date.now();
      try {
        return await group(name, body);
      } finally {
        list.push({ name, startedAt: new Date(started).toISOString(), durationMs: Date.now() - started });
      }
    },
  };
}
