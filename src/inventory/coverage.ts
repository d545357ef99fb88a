/** A stretch of a file without a branch in it, and how often it was run. Lines and columns count from 1. */
interface Block {
  from: [line: number, column: number];
  to: [line: number, column: number];
  runs: number;
}

/** Blocks by file, which is named as in profiles: import path of the package, then the file's name. */
export type CoverageProfile = ReadonlyMap<string, Block[]>;

// `example.com/x/store.go:12.30,14.2 3 1009`
const row = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) \d+ (\d+)$/;

/** Reads what `go tool covdata textfmt` writes. Counters of several programs are added. */
export function readCoverage(profile: string): CoverageProfile {
  const files = new Map<string, Block[]>();
  for (const text of profile.split('\n')) {
    const [, file, ...numbers] = row.exec(text) ?? [];
    if (file === undefined) continue;
    const [fromLine, fromColumn, toLine, toColumn, runs] = numbers.map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const blocks = files.get(file) ?? [];
    files.set(file, blocks);
    blocks.push({ from: [fromLine, fromColumn], to: [toLine, toColumn], runs });
  }
  return files;
}

/**
 * How often the statement at a place was run; null where no block holds it, as in the declarations of a package. Blocks of a
 * function literal lie inside of the one that the literal stands in: the innermost counts.
 */
export function runsAt(profile: CoverageProfile, file: string, at: [line: number, column: number]): number | null {
  const around = (profile.get(file) ?? []).filter(({ from, to }) => !isBefore(at, from) && isBefore(at, to));
  if (around.length === 0) return null;
  const innermost = around.reduce((best, one) => (isBefore(best.from, one.from) ? one : best));
  const same = around.filter(({ from }) => !isBefore(from, innermost.from) && !isBefore(innermost.from, from));
  return same.reduce((sum, { runs }) => sum + runs, 0);
}

const isBefore = ([line, column]: [number, number], other: [number, number]): boolean =>
  line < other[0] || (line === other[0] && column < other[1]);
