import type { Fact, Frame, GoroutineGroup } from '../model.ts';
import type { SourceReader } from '../pprof/site.ts';

interface Pattern {
  /** Completes "this is usually …". */
  usually: string;
  cure: string;
}

/** What a goroutine that never ends is usually about, by what it waits for. */
export const patterns = {
  body: {
    usually: 'an HTTP response whose body is never closed',
    cure: 'Close it on every path: `defer resp.Body.Close()` right after the error check.',
  },
  transport: {
    usually: 'an HTTP client or transport made for each request, whose idle connections stay open',
    cure: 'Share one `http.Client`, and call `CloseIdleConnections` on one that is given up.',
  },
  grpc: {
    usually: 'a gRPC connection that is dialled again and again and never closed',
    cure: 'Dial once and share it, or `defer conn.Close()`.',
  },
  errgroup: {
    usually: 'an errgroup with a function that never returns',
    cure: 'Give its functions the context of `errgroup.WithContext`, and return when that ends.',
  },
  semaphore: {
    usually: 'a semaphore that its holder never releases',
    cure: 'Put `defer sem.Release(n)` right after `Acquire`, and acquire with the context of the request.',
  },
  singleflight: {
    usually: 'a call shared by `singleflight` that never returns',
    cure: 'Give the call a deadline of its own, or wait for `DoChan` in a `select` with `<-ctx.Done()`.',
  },
  pipe: {
    usually: 'an `io.Pipe` whose other end is never closed',
    cure: 'Close both ends on every path, with `CloseWithError` where one side gives up.',
  },
  rows: {
    usually: 'database rows or a transaction that are never closed',
    cure: 'Add `defer rows.Close()`, and commit or roll back on every path.',
  },
  command: {
    usually: 'a child process that nobody waits for',
    cure: 'Call `cmd.Wait()`, and give the command a context so that it ends.',
  },
  nilChannel: {
    usually: 'a channel variable that was never made',
    cure: 'Assign it with `make(chan …)` before the goroutine starts.',
  },
  forever: {
    usually: 'an empty `select {}`, which blocks for ever',
    cure: 'Wait for a context or a quit channel instead.',
  },
  lock: {
    usually: 'a lock that is never released, or that its holder asks for again',
    cure: 'Put `defer mu.Unlock()` right after `mu.Lock()`, and take locks in one order.',
  },
  waitGroup: {
    usually: 'a WaitGroup whose `Done` is missed on some path',
    cure: 'Begin each goroutine with `defer wg.Done()`, and call `Add` before it starts.',
  },
  cond: {
    usually: 'a condition that nobody signals',
    cure: 'Signal after each change of the state, or use a channel with a context.',
  },
  send: {
    usually: 'a send whose receiver has gone away',
    cure: 'Give the channel room for the value (`make(chan T, 1)`), or send in a `select` with `<-ctx.Done()`.',
  },
  cancel: {
    usually: 'a context that nobody cancels',
    cure: 'Call its cancel function on every path: `defer cancel()`.',
  },
  timeAfter: {
    usually: 'a loop around `time.After` that has no way out',
    cure: 'Add `case <-ctx.Done(): return`, and use one `time.Ticker` instead of a new timer for each turn.',
  },
  ticker: {
    usually: 'a ticker loop that has no way out',
    cure: 'Add `case <-ctx.Done(): return` and `defer ticker.Stop()`.',
  },
  range: {
    usually: 'a loop over a channel that is never closed',
    cure: 'Let the sender `close` the channel when it is done.',
  },
  receive: {
    usually: 'a receive from a channel that nobody sends to or closes',
    cure: 'Close the channel, or receive in a `select` with `<-ctx.Done()`.',
  },
  select: {
    usually: 'a `select` none of whose cases becomes ready',
    cure: 'Add `case <-ctx.Done(): return` with a context that ends with the request.',
  },
  sleep: {
    usually: 'a loop around `time.Sleep` that has no way out',
    cure: 'Wait for a timer in a `select` with `<-ctx.Done()`.',
  },
  io: {
    usually: 'a connection, pipe or file that is never closed',
    cure: 'Close it when the work ends, and set a deadline.',
  },
} as const satisfies Record<string, Pattern>;

export type PatternName = keyof typeof patterns;

/** Its section of docs/patterns.md, which `leakgate explain` shows. */
export const patternPages: Readonly<Record<PatternName, string>> = {
  body: 'unclosed-body',
  transport: 'transport-per-request',
  grpc: 'unclosed-grpc',
  errgroup: 'stuck-errgroup',
  semaphore: 'unreleased-semaphore',
  singleflight: 'stuck-singleflight',
  pipe: 'half-closed-pipe',
  rows: 'unclosed-rows',
  command: 'unwaited-command',
  nilChannel: 'nil-channel',
  forever: 'empty-select',
  lock: 'held-lock',
  waitGroup: 'missed-done',
  cond: 'unsignalled-cond',
  send: 'blocked-send',
  cancel: 'lost-cancel',
  timeAfter: 'time-after-loop',
  ticker: 'ticker-loop',
  range: 'unclosed-channel',
  receive: 'blocked-receive',
  select: 'stuck-select',
  sleep: 'sleep-loop',
  io: 'unclosed-connection',
};

/** What a finding says of its pattern. */
export const patternFacts = (name: PatternName): Fact[] => [
  { label: 'usually', text: patterns[name].usually, page: patternPages[name] },
  { label: 'usual cure', text: patterns[name].cure },
];

/** Said where none fits, with what tells more. */
export const unrecognised = (text: string): Fact[] => [{ label: 'usually', text }];

export const unrecognisedWait = unrecognised(
  'Leakgate doesn’t recognise the pattern; the stack tells what it waits for.',
);

type Waiting = Pick<GoroutineGroup, 'state' | 'stack' | 'createdBy'>;

/** Recognises the pattern from the library that started it, the wait, and the source of the waiting line. Null when unsure. */
export function patternOf(waiting: Waiting, waitsAt: Frame | undefined, source: SourceReader): PatternName | null {
  const code = waitsAt?.own === true ? statementAt(waitsAt, source) : '';
  return byLibrary(waiting) ?? byWait(waiting.state, waiting.stack) ?? byCode(waiting.state, code);
}

function byLibrary({ state, stack, createdBy }: Waiting): PatternName | null {
  const named = (part: RegExp): boolean =>
    (createdBy === null ? stack : [...stack, createdBy]).some((frame) => part.test(frame.function));
  // A connection that waits for the server is idle; with a body unread it would wait for its reader.
  if (state === 'IO wait' && named(/^net\/http\.\(\*persistConn\)\.readLoop/)) return 'transport';
  if (named(/^net\/http\.\(\*persistConn\)\.|^net\/http\.\(\*http2clientStream\)\./)) return 'body';
  if (named(/^database\/sql\.\(\*(?:Rows|Tx)\)\.awaitDone/)) return 'rows';
  if (named(/^os\/exec\.\(\*Cmd\)\./)) return 'command';
  if (named(/^google\.golang\.org\/grpc[./]/)) return 'grpc';
  if (named(/^golang\.org\/x\/sync\/singleflight\.\(\*Group\)\.Do$/)) return 'singleflight';
  if (named(/^golang\.org\/x\/sync\/semaphore\.\(\*Weighted\)\.Acquire$/)) return 'semaphore';
  if (stack.some(isErrgroup)) return 'errgroup';
  if (named(/^io\.\(\*pipe\)\.(?:read|write)$/)) return 'pipe';
  if (createdBy?.function.startsWith('context.(*cancelCtx).propagateCancel') === true) return 'cancel';
  return null;
}

/** What an errgroup starts has it as its creator; only who waits in it is meant. */
const isErrgroup = ({ function: name }: Frame): boolean =>
  /^golang\.org\/x\/sync\/errgroup\.\(\*Group\)\.(?:Wait|Go)$/.test(name);

function byWait(state: string, stack: readonly Frame[]): PatternName | null {
  const calls = (name: RegExp): boolean => stack.some((frame) => name.test(frame.function));
  if (state.includes('nil chan')) return 'nilChannel';
  if (state === 'select (no cases)') return 'forever';
  if (calls(/^sync\.\(\*(?:RW)?Mutex\)\./)) return 'lock';
  if (calls(/^sync\.\(\*WaitGroup\)\.Wait$/)) return 'waitGroup';
  if (calls(/^sync\.\(\*Cond\)\.Wait$/)) return 'cond';
  if (state === 'chan send') return 'send';
  if (state === 'sleep') return 'sleep';
  if (state === 'IO wait' || state === 'syscall') return 'io';
  return null;
}

function byCode(state: string, code: string): PatternName | null {
  if (state !== 'chan receive' && state !== 'select') return null;
  if (/\btime\.After\(/.test(code)) return 'timeAfter';
  if (/\.C\b|\btime\.Tick\(/.test(code)) return 'ticker';
  if (/\.Done\(\)/.test(code)) return 'cancel';
  if (/\brange\b/.test(code)) return 'range';
  return state === 'select' ? 'select' : 'receive';
}

const longestStatement = 20;

/** The line, and for a `select {` the lines up to its closing brace. */
function statementAt(frame: Frame, source: SourceReader): string {
  const first = source(frame.file, frame.line) ?? '';
  if (!/\bselect\s*\{\s*$/.test(first)) return first;
  const lines = [first];
  const closing = `${/^\s*/.exec(first)?.[0] ?? ''}}`;
  for (let line = frame.line + 1; line < frame.line + longestStatement; line++) {
    const text = source(frame.file, line);
    if (text === undefined || text.trimEnd() === closing) break;
    lines.push(text);
  }
  return lines.join('\n');
}
