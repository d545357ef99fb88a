import type { Grade } from '../model.ts';

/** What services tell about the stages of a request, best first: a header, spans, or nothing but where their CPU time goes. */
export type StageSource = 'server-timing' | 'opentelemetry' | 'cpu-profile';

/** Where the time of a request goes. */
export interface StageTable {
  source: StageSource;
  /** Longest first. */
  rows: StageRow[];
}

/** One stage. All times are microseconds a request. */
export interface StageRow {
  name: string;
  /** Null without a baseline that tells it. */
  beforeUs: number | null;
  afterUs: number;
  /** 95 % of the requests that had this stage spent at most so much in it. Null where only samples tell. */
  beforeQ95Us: number | null;
  afterQ95Us: number | null;
  outcome: Grade;
}
