import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceReader } from '../pprof/site.ts';

/** Reads source lines of files relative to `repositoryRoot`, each file once. A file that can't be read has no lines. */
export function sourceReader(repositoryRoot: string): SourceReader {
  const files = new Map<string, string[]>();
  const linesOf = (file: string): string[] => {
    let lines = files.get(file);
    if (lines === undefined) {
      lines = readLines(join(repositoryRoot, file));
      files.set(file, lines);
    }
    return lines;
  };
  return (file, line) => linesOf(file)[line - 1];
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}
