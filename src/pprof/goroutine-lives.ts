import { event, readTables, readTraceEvents, type TraceEvent, type TraceFrame } from './trace-events.ts';

/** A state that goroutines were seen in, and why where they were blocked. */
export interface BlockedTime {
  /** As the runtime names it: `chan receive`. */
  reason: string;
  times: number;
  ms: number;
  /** Of one goroutine at once; up to the trace's end where it still waits there. */
  longestMs: number;
}

/** What a trace saw of all goroutines that one `go` statement started, each from its start on. */
export interface SiteLives {
  createdBy: TraceFrame;
  started: number;
  ended: number;
  /** Milliseconds of all of them together: ready to run, running, in calls of the system. */
  runnableMs: number;
  runningMs: number;
  syscallMs: number;
  /** Longest first. */
  blocked: BlockedTime[];
}

export interface GoroutineTrace {
  /** How long it is. */
  ms: number;
  /** Most started first. */
  sites: SiteLives[];
}

const lifeEvents = [
  event.goCreate,
  event.goCreateBlocked,
  event.goStart,
  event.goDestroy,
  event.goStop,
  event.goBlock,
  event.goUnblock,
  event.syscallBegin,
  event.syscallEnd,
  event.syscallEndBlocked,
  event.goStatus,
  event.goStatusStack,
  event.goSwitch,
  event.goSwitchDestroy,
];

type State = 'runnable' | 'running' | 'syscall' | 'blocked' | 'dead';

interface Life {
  site: Tally;
  state: State;
  /** Of `blocked`. */
  reason: string;
  since: number;
}

/** In the clock's units. */
interface Tally {
  createdBy: TraceFrame;
  started: number;
  ended: number;
  times: Record<Exclude<State, 'blocked' | 'dead'>, number>;
  blocked: Map<string, { times: number; sum: number; longest: number }>;
}

/**
 * Follows each goroutine that was started while the trace ran, as a state machine: new → runnable → running → blocked → dead.
 * @throws RangeError for anything but a whole trace of a Go version that this reader knows.
 */
export function readGoroutineLives(bytes: Uint8Array): GoroutineTrace {
  const trace = readTraceEvents(bytes, lifeEvents);
  const { text, innermost } = readTables(trace);
  const sites = new Map<string, Tally>();
  const lives = new Map<number, Life>();
  const born = ({ a: id, c: stack, generation, time }: TraceEvent, state: State): void => {
    const createdBy = innermost(generation, stack);
    if (createdBy === null) return;
    const key = `${createdBy.file}:${createdBy.line}`;
    const site = sites.get(key) ?? newTally(createdBy);
    sites.set(key, site);
    site.started += 1;
    lives.set(id, { site, state, reason: coroutine, since: time });
  };
  const enter = (id: number | undefined, state: State, time: number, reason = ''): void => {
    const life = id === undefined ? undefined : lives.get(id);
    if (life === undefined) return;
    spend(life, time);
    Object.assign(life, { state, reason, since: time });
    if (state !== 'dead') return;
    life.site.ended += 1;
    lives.delete(id!);
  };
  const isBlocked = (id: number): boolean => lives.get(id)?.state === 'blocked';
  follow(trace.events, { born, enter, isBlocked, text });
  for (const life of lives.values()) spend(life, trace.last);
  const inMs = (units: number): number => Number(trace.toMs(units).toFixed(6));
  return {
    ms: inMs(trace.last - trace.first),
    sites: [...sites.values()].map((one) => told(one, inMs)).toSorted((a, b) => b.started - a.started),
  };
}

/** What a goroutine is blocked by that handed its thread to another one. */
const coroutine = 'coroutine';

interface Following {
  born: (created: TraceEvent, state: State) => void;
  enter: (id: number | undefined, state: State, time: number, reason?: string) => void;
  isBlocked: (id: number) => boolean;
  text: (generation: number, id: number) => string;
}

const onThread: ReadonlySet<number> = new Set([2, 3]);

/** Events are of threads: which goroutine runs on each has to be known. */
function follow(events: readonly TraceEvent[], { born, enter, isBlocked, text }: Following): void {
  const current = new Map<number, number>();
  const leave = (m: number, state: State, time: number, reason?: string): void => {
    enter(current.get(m), state, time, reason);
    current.delete(m);
  };
  const begin = (m: number, id: number, time: number): void => {
    current.set(m, id);
    enter(id, 'running', time);
  };
  for (const one of events) {
    const { type, m, time, a, b, c, generation } = one;
    if (type === event.goCreate) born(one, 'runnable');
    else if (type === event.goCreateBlocked) born(one, 'blocked');
    else if (type === event.goStart) begin(m, a, time);
    else if (type === event.goDestroy) leave(m, 'dead', time);
    else if (type === event.goStop || type === event.syscallEndBlocked) leave(m, 'runnable', time);
    else if (type === event.goBlock) leave(m, 'blocked', time, text(generation, a));
    else if (type === event.syscallBegin) enter(current.get(m), 'syscall', time);
    else if (type === event.syscallEnd) enter(current.get(m), 'running', time);
    else if (type === event.goUnblock) {
      // The other thread's clock may be ahead, and the goroutine run already.
      if (isBlocked(a)) enter(a, 'runnable', time);
    } else if (type === event.goSwitch || type === event.goSwitchDestroy) {
      leave(m, type === event.goSwitch ? 'blocked' : 'dead', time, coroutine);
      begin(m, a, time);
    } else if (onThread.has(c)) current.set(b, a);
  }
}

const newTally = (createdBy: TraceFrame): Tally => ({
  createdBy,
  started: 0,
  ended: 0,
  times: { runnable: 0, running: 0, syscall: 0 },
  blocked: new Map(),
});

function spend({ site, state, reason, since }: Life, until: number): void {
  const spent = until - since;
  if (state === 'dead') return;
  if (state !== 'blocked') {
    site.times[state] += spent;
    return;
  }
  const waited = site.blocked.get(reason) ?? { times: 0, sum: 0, longest: 0 };
  site.blocked.set(reason, {
    times: waited.times + 1,
    sum: waited.sum + spent,
    longest: Math.max(waited.longest, spent),
  });
}

const told = ({ createdBy, started, ended, times, blocked }: Tally, inMs: (units: number) => number): SiteLives => ({
  createdBy,
  started,
  ended,
  runnableMs: inMs(times.runnable),
  runningMs: inMs(times.running),
  syscallMs: inMs(times.syscall),
  blocked: [...blocked]
    .map(([reason, { times: n, sum, longest }]) => ({ reason, times: n, ms: inMs(sum), longestMs: inMs(longest) }))
    .toSorted((a, b) => b.ms - a.ms),
});
