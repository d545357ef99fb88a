import { stripVTControlCharacters } from 'node:util';

export type OutputStream = 'stdout' | 'stderr';

const maxLineLength = 2000;

/** Cuts chunks of text into lines; `rest` is what still waits for its line end. A line longer than the limit loses its rest, so no output can fill the memory. */
export function lineSplitter(onLine: (line: string) => void): { write: (chunk: string) => void; rest: () => string } {
  let open = '';
  const append = (part: string) => {
    if (open.length < maxLineLength) open = (open + part).slice(0, maxLineLength);
  };
  const flush = () => {
    onLine(printable(open));
    open = '';
  };
  return {
    write(chunk) {
      const parts = chunk.split('\n');
      const rest = parts.pop() ?? '';
      for (const part of parts) {
        append(part);
        flush();
      }
      append(rest);
    },
    rest: () => printable(open),
  };
}

/** Removes colours, cursor movements and other control characters; keeps tabs. */
export function printable(line: string): string {
  return stripVTControlCharacters(line).replace(/(?!\t)\p{Cc}/gu, '');
}

/** Keeps the last `limit` lines. */
export function tail(limit: number): { add: (line: string) => void; lines: () => string[] } {
  let kept: string[] = [];
  return {
    add(line) {
      kept.push(line);
      if (kept.length >= limit * 8) kept = kept.slice(-limit);
    },
    lines: () => kept.slice(-limit),
  };
}

/**
 * The last lines of a program's two streams in the order they came, a line without its end included. A line that `onLine`
 * answers with true to isn't kept.
 */
export function outputTail(
  limit: number,
  onLine: (stream: OutputStream, line: string) => boolean | void = () => undefined,
) {
  const last = tail(limit);
  const reader = (stream: OutputStream) =>
    lineSplitter((line) => {
      if (onLine(stream, line) !== true) last.add(line);
    });
  const streams = { stdout: reader('stdout'), stderr: reader('stderr') };
  return {
    write: (stream: OutputStream, chunk: string) => streams[stream].write(chunk),
    lines: (): string[] => {
      const open = Object.values(streams).map((stream) => stream.rest());
      return [...last.lines(), ...open.filter((line) => line !== '')].slice(-limit);
    },
  };
}
