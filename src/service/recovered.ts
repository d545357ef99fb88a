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
  const found = new Map<string, RecoveredPanic>();
  let block: string[] | null = null;

  const finish = () => {
    const panic = block && parseRecovered(block);
    block = null;
    if (!panic) return;
    const place = panic.frames[0];
    const key = place ? `${place.file}:${place.line}` : panic.message;
    const known = found.get(key);
    if (known) known.count++;
    else if (found.size < maxKinds) found.set(key, { ...panic, count: 1 });
  };
  return {
    line(text) {
      if (starts.some((start) => start.test(text))) {
        finish();
        block = [text];
      } else if (block) {
        block.push(text);
        if (isOver(block)) finish();
      }
    },
    list() {
      finish();
      return [...found.values()];
    },
  };
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
