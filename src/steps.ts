import { formatDuration } from './reporters/numbers.ts';

/** The way of every run's figures, in the order in which a reader thinks of them. */
const stepNames = ['collect', 'aggregate', 'compare', 'alert', 'archive'] as const;

export type StepName = (typeof stepNames)[number];

/** Times the five steps. Archiving comes before alerting: what people are told includes whether the baseline was stored. */
export interface Steps {
  run<T>(name: StepName, body: () => Promise<T>): Promise<T>;
  /** Counts time that passed elsewhere; taken from `from`, when it passed within that step. */
  add(name: StepName, durationMs: number, from?: StepName): void;
  /** `collect 1 min 32 s → aggregate 2 ms → …` */
  line(): string;
}

export function makeSteps(): Steps {
  const times: Record<StepName, number> = { collect: 0, aggregate: 0, compare: 0, alert: 0, archive: 0 };
  return {
    async run(name, body) {
      const startedMs = performance.now();
      try {
        return await body();
      } finally {
        times[name] += performance.now() - startedMs;
      }
    },
    add(name, durationMs, from) {
      times[name] += durationMs;
      if (from !== undefined) times[from] = Math.max(0, times[from] - durationMs);
    },
    line: () => stepNames.map((name) => `${name} ${formatDuration(times[name])}`).join(' → '),
  };
}
