import { LeakgateError } from '../errors.ts';
import type { Frame, GoroutineGroup } from '../model.ts';
import { stackKey } from './decode.ts';
import { isProbe, isStandard, type FrameResolver } from './frames.ts';

/** One goroutine of a dump by `runtime.Stack`. */
export interface Goroutine {
  id: number;
  /** The wait reason or status alone: `chan receive`. */
  state: string;
  /** Since when it waits, in whole minutes; 0 below one. */
  minutes: number;
  /** The collector proved that nothing can wake it. */
  leaked: boolean;
  /** Innermost first. */
  stack: Frame[];
  /** The `go` statement; null for the main goroutine and those of the runtime. */
  createdBy: Frame | null;
}

// `goroutine 7 gp=0x… m=nil [chan receive (leaked), 2 minutes, locked to thread] {"label": "value"}:`
const header = /^goroutine (\d+) [^[]*\[(.+):$/;
const creator = /^created by (.+?)(?: in goroutine \d+)?$/;
const position = /^\s+(.+):(\d+)(?: \+0x[\da-f]+)?$/;

/**
 * Parses the text of `runtime.Stack(buf, true)`.
 * @throws LeakgateError `measurement` when there's no goroutine in it.
 */
export function parseStacks(text: string, frames: FrameResolver): Goroutine[] {
  const goroutines: Goroutine[] = [];
  let current: Goroutine | undefined;
  let call: { name: string; creates: boolean } | undefined;
  for (const line of text.split('\n')) {
    const started = parseHeader(line);
    if (started !== undefined) {
      goroutines.push((current = started));
      call = undefined;
    } else if (current !== undefined && call !== undefined && position.test(line)) {
      const [, file = '', number = '0'] = position.exec(line) ?? [];
      const frame = frames(call.name, file, Number(number));
      if (call.creates) current.createdBy = frame;
      else current.stack.push(frame);
      call = undefined;
    } else {
      call = parseCall(line);
    }
  }
  if (goroutines.length > 0) return goroutines;
  throw new LeakgateError('measurement', 'The stack dump of the service holds no goroutine.', {
    hint: 'Please report this with the Go version of the service.',
  });
}

function parseHeader(line: string): Goroutine | undefined {
  const [, id, description = ''] = header.exec(line) ?? [];
  if (id === undefined) return undefined;
  // Labels come after the bracket since Go 1.27, inside of it before.
  const [status = '', ...more] = (description.split(/\]| labels:\{/, 1)[0] ?? '').split(', ');
  const minutes = more.map((part) => /^(\d+) minutes$/.exec(part)?.[1]).find((found) => found !== undefined);
  return {
    id: Number(id),
    state: status.replace(/ \((?:leaked|scan|durable)\)/g, ''),
    minutes: Number(minutes ?? 0),
    leaked: status.includes('(leaked)'),
    stack: [],
    createdBy: null,
  };
}

/** `main.(*T).Method(0xc000, {0x1, 0x2})` or `created by main.main in goroutine 1`; arguments hold no bracket of their own. */
function parseCall(line: string): { name: string; creates: boolean } | undefined {
  const created = creator.exec(line)?.[1];
  if (created !== undefined) return { name: created, creates: true };
  const end = line.lastIndexOf('(');
  return end > 0 && line.endsWith(')') && !/^\s/.test(line) ? { name: line.slice(0, end), creates: false } : undefined;
}

/**
 * Groups goroutines by creation site, blocking stack and state, largest group first. Leaves out the probe's own and those
 * that only follow the clients' connections.
 */
export function groupGoroutines(goroutines: readonly Goroutine[]): Required<GoroutineGroup>[] {
  const groups = new Map<string, Required<GoroutineGroup>>();
  for (const { id, leaked, minutes, state, createdBy, stack } of goroutines.filter((goroutine) =>
    isServices(goroutine),
  )) {
    const key = `${createdBy === null ? '' : stackKey([createdBy])}\n${state}\n${stackKey(stack)}`;
    const group = groups.get(key) ?? { key, count: 0, proven: 0, state, createdBy, stack, ids: [], minutes: 0 };
    groups.set(key, group);
    group.count += 1;
    group.ids.push(id);
    group.minutes = Math.max(group.minutes, minutes);
    if (leaked) group.proven += 1;
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}

/** Is it the service's, rather than the probe's or a connection's? */
export function isServices(goroutine: Goroutine): boolean {
  return !goroutine.stack.some(isProbe) && (goroutine.leaked || !followsConnection(goroutine));
}

/** net/http's goroutines of a connection come and go with the clients. One that is stuck in a handler isn't idle: it counts. */
function followsConnection({ stack, createdBy }: Goroutine): boolean {
  return createdBy !== null && connectionOwner.test(createdBy.function) && stack.every(isStandard);
}

const connectionOwner =
  /^net\/http(?:\/internal\/http2)?\.\(\*(?:Server|conn|connReader|http2serverConn|serverConn)\)\./;
