/** One call of a goroutine's stack, as Go printed it: the file is absolute, or in module form with `-trimpath`. */
export interface StackCall {
  function: string;
  file: string;
  line: number;
}

/** A panic or fatal error as read from a service's output. Calls are innermost first, from the line that panicked on. */
export interface Panic {
  message: string;
  frames: StackCall[];
}

const fatalStart = /^(?:panic: |fatal error: |SIG[A-Z]+: |unexpected fault address |runtime: goroutine stack exceeds )/;
const goroutineHeader = /^goroutine \d+ .*\[.*\]:$/;
/** `\t/srv/main.go:12 +0x1d` of the runtime; `      /srv/main.go:12` and ` ->   /srv/main.go:12` of chi's Recoverer. */
const location = /^(?: -> |\s)+(\S.*?\.(?:go|s)):(\d+)(?: \+0x.*)?$/;
/** `/srv/main.go:12 (0x6a1b20)` of gin's Recovery; the function stands on the next line. */
const ginLocation = /^(\S.*\.(?:go|s)):(\d+) \(0x[0-9a-f]+\)$/;
const runtimeFile = /^(?:.*\/src\/)?(?:internal\/)?runtime\//;

/** Enough for the crashing goroutine, which comes first; the dump of all others is dropped. */
const maxLines = 400;
/** Go may print several opening lines before the first stack: `runtime: goroutine stack exceeds …`, then `fatal error: …`. */
const maxOpeningLines = 20;

/** Keeps the text that Go prints when the whole program dies: from its first line, where a tail would show its last. */
export function fatalText(): { line: (text: string) => void; read: () => Panic | null } {
  let block: string[] = [];
  const isOpening = () =>
    block.length > 0 && block.length < maxOpeningLines && !block.some((line) => goroutineHeader.test(line));
  return {
    line(text) {
      if (fatalStart.test(text) && !isOpening()) block = [text];
      else if (block.length > 0 && block.length < maxLines) block.push(text);
    },
    read: () => parseFatal(block),
  };
}

/** Reads the message and the crashing goroutine from the lines that Go printed when it died. */
export function parseFatal(lines: readonly string[]): Panic | null {
  const header = lines.findIndex((line) => goroutineHeader.test(line));
  const before = header === -1 ? lines : lines.slice(0, header);
  // `fatal error:` comes after `runtime: goroutine stack exceeds …`, and says it better.
  const start = before.findLastIndex((line) => fatalStart.test(line));
  if (start === -1) return null;
  const message = before.slice(start).slice(0, 5);
  const end = message.findIndex((line) => line.trim() === '' || line.startsWith('[signal '));
  return {
    message: message.slice(0, end === -1 ? undefined : end).join('\n'),
    frames: header === -1 ? [] : stackCalls(upToBlank(lines.slice(header + 1))),
  };
}

function upToBlank(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => line.trim() === '');
  return end === -1 ? lines : lines.slice(0, end);
}

/** The calls of one goroutine without the machinery of panicking, and without the `go` statement that created it. */
export function stackCalls(lines: readonly string[]): StackCall[] {
  const calls: StackCall[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^\s*created by /.test(line)) break;
    const gin = ginLocation.exec(line);
    const match = gin ?? location.exec(line);
    const text = gin ? /^\t(.+?): /.exec(lines[index + 1] ?? '')?.[1] : lines[index - 1];
    if (match?.[1] === undefined || text === undefined) continue;
    calls.push({ function: functionName(text), file: match[1], line: Number(match[2]) });
  }
  // A panic that was recovered and raised again has two `panic` calls; the code that went wrong first is below the last.
  const own = calls.slice(calls.findLastIndex((call) => call.function === 'panic') + 1);
  const first = own.findIndex((call) => !runtimeFile.test(call.file));
  return first === -1 ? own : own.slice(first);
}

/** ` -> main.(*shop).price({0x1, 0x2})` → `main.(*shop).price`. Arguments hold no parentheses. */
function functionName(text: string): string {
  return text.replace(/^(?: -> |\s)*/, '').replace(/\([^()]*\)$/, '');
}
