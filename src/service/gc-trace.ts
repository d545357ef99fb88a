/** What the runtime prints about one collection under `GODEBUG=gctrace=1`. */
export interface CollectionTimes {
  /** Counts from 1 since the start. */
  number: number;
  /** From its first stop of the world to the end of its last, marking beside the program included. */
  durationMs: number;
  /** CPU time of goroutines that had to help marking before they got their memory. */
  assistMs: number;
  /** CPU time of everything it did, helpers included, idle processors left out. */
  cpuMs: number;
  /** GOMAXPROCS at that moment. */
  processors: number;
}

// gc 7 @1.9s 2%: 0.02+0.42+0.003 ms clock, 0.05+0.17/0.30/0.10+0.006 ms cpu, 4->4->0 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P
const pattern =
  /^gc (\d+) @[\d.]+s \d+%: ([\d.]+)\+([\d.]+)\+([\d.]+) ms clock, ([\d.]+)\+([\d.]+)\/([\d.]+)\/([\d.]+)\+([\d.]+) ms cpu, .* (\d+) P(?: \(forced\))?$/;

/** Null for any other line, also for one that the program's own output has cut into. */
export function collectionTimes(line: string): CollectionTimes | null {
  const fields = pattern.exec(line)?.slice(1).map(Number);
  if (fields === undefined) return null;
  const [number, sweepStop, mark, markStop, sweepCpu, assist, background, , markStopCpu, processors] = fields as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    number,
    durationMs: sweepStop + mark + markStop,
    assistMs: assist,
    cpuMs: sweepCpu + assist + background + markStopCpu,
    processors,
  };
}

/** Enough for an hour of ten collections a second. */
const keptCollections = 36_000;

/** Takes the runtime's lines out of a program's output. */
export function collectionLines(): { take: (line: string) => boolean; list: () => CollectionTimes[] } {
  const seen: CollectionTimes[] = [];
  return {
    take(line) {
      const times = collectionTimes(line);
      if (times === null) return false;
      if (seen.length < keptCollections) seen.push(times);
      return true;
    },
    list: () => seen,
  };
}
