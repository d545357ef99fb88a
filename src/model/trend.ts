import type { Metric, Outcome } from '../model.ts';

/** The stored figures of a branch over time. */
export interface Trend {
  branch: string;
  key: string;
  /** Address of the repository in a browser, to link commits. */
  repository: string | null;
  /** Of all that any of the runs has. */
  metrics: Omit<Metric, 'value'>[];
  /** Oldest first. */
  points: TrendPoint[];
}

/** A stored run. */
export interface TrendPoint {
  sha: string;
  createdAt: string;
  /** By the metric's id. */
  values: Record<string, number>;
  /** Against the base that was measured beside it: relative change and its 95 % interval, by the metric's id. */
  changes: Record<string, { delta: number; interval: [number, number] }>;
  /** Held against the stored run before it. */
  outcome: Outcome;
  /** One sentence about the outcome. */
  summary: string;
  /** What a person took as the new normal here. */
  accepted: { checks: string[]; by: string; reason: string }[];
  /** What is different in the conditions of its counts from those of the run before it. */
  differing: string[];
}
