import { type Panic, stackCalls } from './crash.ts';

/** A panic that the server or a middleware caught, so that the service lived on. The client saw a reset or a 500. */
export interface RecoveredPanic extends Panic {
  count: number;
}

/** How servers and middlewares announce one. Group 1 is the message where it stands on the same line. */
const starts = [
  /http2?: panic serving \S+: (.*)$/, // net/http, to its ErrorLog
  /\[Recovery\] .*panic recovered:$/, // gin
  /^ panic: (.*)$/, // chi's Recoverer
];
const maxLines = 150;
const maxKinds = 20;

/** Collects recovered panics from the lines of one stream, one entry for each place that panicked. */
export function recoveredPanics(): { line: (text: string) => void; list: () => RecoveredPanic[] } {
  let found: RecoveredPanic[] = [];
  let block: string[] = [];
  const finish = (next: string[]) => {
    found = withPanic(found, block);
    block = next;
  };
  return {
    line(text) {
      if (starts.some((start) => start.test(text))) finish([text]);
      else if (block.length > 0) {
        block.push(text);
        if (isOver(block)) finish([]);
      }
    },
    // The last one may still be under way: it counts in the answer, and goes on.
    list: () => withPanic(found, block),
  };
}

function withPanic(found: RecoveredPanic[], block: readonly string[]): RecoveredPanic[] {
  if (block.length === 0) return found;
  const panic = parseRecovered(block);
  const place = placeOf(panic);
  if (!found.some((known) => placeOf(known) === place)) return [...found, { ...panic, count: 1 }].slice(0, maxKinds);
  return found.map((known) => (placeOf(known) === place ? { ...known, count: known.count + 1 } : known));
}

function placeOf({ frames: [first], message }: Panic): string {
  return first ? `${first.file}:${first.line}` : message;
}

/** net/http and chi end with the `go` statement and its line, gin with the first function of every goroutine. */
function isOver(lines: readonly string[]): boolean {
  const [secondLast = '', last = ''] = lines.slice(-2);
  return lines.length >= maxLines || /^\s*created by /.test(secondLast) || last.startsWith('\tgoexit: ');
}

function parseRecovered(lines: readonly string[]): Panic {
  const [first = '', ...rest] = lines;
  const message = starts.map((start) => start.exec(first)?.[1]).find((text) => text !== undefined);
  return { message: message ?? ginMessage(rest), frames: stackCalls(rest) };
}

/** gin prints the request's head (in debug mode), the message, then the stack. */
function ginMessage(lines: readonly string[]): string {
  const stack = lines.findIndex((line) => /^\S.*:\d+ \(0x[0-9a-f]+\)$/.test(line));
  return lines.slice(0, Math.max(stack, 0)).findLast((line) => line !== '') ?? 'panic';
}
