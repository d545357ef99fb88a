import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { ErrorLocation } from '../errors.ts';

const located =
  /^(?:vet: |go: )?((?:[A-Za-z]:)?[^:\s][^:]*\.(?:go|mod|work|c|cc|cpp|cxx|h|hh|hpp|m|s|S)):(\d+)(?::\d+)?: (.+)$/;

interface Place {
  /** Folder the go command ran in: what relative paths start from. */
  cwd: string;
  repositoryRoot: string;
}

/**
 * Reads what the go command, the compiler, cgo and the C compiler print (`./main.go:5:2: undefined: x`, continued by
 * lines behind a tab) into places inside the repository. Lines about other people's code are left out.
 */
export function parseCompilerOutput(output: string, place: Place): ErrorLocation[] {
  const locations: ErrorLocation[] = [];
  let current: ErrorLocation | null = null;
  for (const line of output.split(/\r?\n/)) {
    const match = located.exec(line);
    if (match !== null) {
      const file = inRepository(match[1]!, place);
      current = file === null ? null : { file, line: Number(match[2]), message: match[3]! };
      if (current !== null) locations.push(current);
    } else if (current !== null && /^\t\S/.test(line)) {
      current.message += `\n${line.trim()}`;
    } else {
      current = null;
    }
  }
  return unique(locations);
}

function inRepository(file: string, { cwd, repositoryRoot }: Place): string | null {
  const path = relative(repositoryRoot, resolve(cwd, file));
  if (path.startsWith('..') || isAbsolute(path)) return null;
  return path.split(sep).join('/');
}

function unique(locations: ErrorLocation[]): ErrorLocation[] {
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
}
