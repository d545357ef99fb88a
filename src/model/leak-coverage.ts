import type { Frame } from '../model.ts';

/** What can leak: a `go` statement, `context.With…`, a timer, a channel operation outside of a select, an HTTP response, a pool, a map or slice that outlives the call and grows. */
export type LeakKind = 'go' | 'context' | 'timer' | 'channel' | 'response' | 'pool' | 'growing';

/** A place where something can leak, and how often the load ran it. */
export interface LeakProneSite {
  kind: LeakKind;
  frame: Frame;
  /** The text of the line, trimmed. */
  source: string;
  /** How often it was run. */
  runs: number;
  /** Of a line that wasn't run: the routes from whose handlers calls lead there, the shortest way first; a few. */
  routes?: ReachingRoute[];
  /** Of a `go` statement: its goroutines once the load has ended. */
  alive?: AliveGoroutines;
  /** Of a `go` statement: how its goroutines fared while the runtime was traced. */
  lives?: GoroutineLives;
}

/** A route from whose handler calls lead to a line. */
export interface ReachingRoute {
  /** Empty: any. */
  method: string;
  /** With the framework's own placeholders: `/orders/{id}`. */
  path: string;
  /** Whether it leads there isn't sure: on the way stands a call through an interface or a variable. */
  may: boolean;
  /** Did a request run its handler? Null where that isn't known. */
  ran: boolean | null;
}

/** Goroutines of one creation site that haven't ended. */
export interface AliveGoroutines {
  count: number;
  /** How many are in which state: `{ 'chan receive': 3 }`. */
  states: Record<string, number>;
  /** How long the longest has waited, in whole minutes. */
  minutes: number;
  /** How many the collector proved unreachable: nothing is left that could wake them. */
  proven: number;
  /** Who could wake those that wait. */
  wakers?: Wakers;
}

/** How many goroutines wait for what. */
export interface Wakers {
  /** Nothing: the collector proved it, or they wait for a nil channel. */
  nobody: number;
  /** A channel or lock that something which can run still reaches. */
  referenced: number;
  /** A timer, the network, the system. */
  runtime: number;
  /** Not known: this Go version proves nothing, or the runtime doesn't say what they wait for. */
  unknown: number;
}

/** What a trace of the runtime saw of the goroutines that one `go` statement started, each from its start on: new → runnable → running → blocked → dead. */
export interface GoroutineLives {
  /** How long the trace is. */
  traceMs: number;
  started: number;
  ended: number;
  /** Milliseconds, of all of them together. */
  runnableMs: number;
  runningMs: number;
  syscallMs: number;
  /** By the runtime's name of what they waited for, longest first. */
  blocked: { reason: string; times: number; ms: number; longestMs: number }[];
}

/** What a load proved of the lines that can leak. */
export interface LeakCoverage {
  requests: number;
  /** One entry for each kind that the program has. */
  kinds: { kind: LeakKind; sites: number; reached: number }[];
  /** What no request reached; at most 100. */
  unreached: LeakProneSite[];
  /** The `go` statements that were run, most started first; at most 50. */
  started: LeakProneSite[];
}
