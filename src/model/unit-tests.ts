import type { Frame } from '../model.ts';

/** How goroutines are looked for at the end of a test program. */
export interface TestPlan {
  /** What follows `go test`: flags and packages. */
  arguments: string[];
  /** Goroutines with such a function at the top of their stack, or anywhere in it, are left out. */
  ignoreTop: string[];
  ignoreAny: string[];
  /** Leave out those that ran before the first test, and what they started. */
  ignoreCurrent: boolean;
  /** How long they may take to end after the last test. */
  waitMs: number;
}

/** `go test` of some packages, and the goroutines that were there when their tests had ended. */
export interface TestRun {
  packages: TestedPackage[];
  left: LeftGoroutines[];
  /** Does a leak turn the run red? `GOLEAK_FAIL_ON_LEAK=0` says no. */
  failOnLeak: boolean;
  /** Of `go test` alone, without the suspects that were run again. */
  durationMs: number;
  notes: string[];
}

export interface TestedPackage {
  path: string;
  /** `build`: it didn't compile. `none`: it has no tests. */
  outcome: 'pass' | 'fail' | 'build' | 'none';
  durationMs: number;
  cached: boolean;
  /** Top-level tests that ran. */
  tests: number;
  failed: { test: string; output: string }[];
}

/** Goroutines of one package and one test that were started at one line and wait in one stack. */
export interface LeftGoroutines {
  package: string;
  /** `TestQueue/full`. Null where nobody knows which one it was. */
  test: string | null;
  /** Where that test stands. */
  testAt: Frame | null;
  createdBy: Frame | null;
  /** Innermost first. */
  stack: Frame[];
  state: string;
  count: number;
  /** Can the collector prove that nothing will wake them? */
  proven: boolean;
  /** Does the test leave them behind when it runs alone? Null: it wasn't tried. */
  alone: boolean | null;
}
