import { fatalText, type Panic } from './crash.ts';
import { collectionLines, type CollectionTimes } from './gc-trace.ts';
import { type OutputStream, outputTail } from './output.ts';
import { recoveredPanics, type RecoveredPanic } from './recovered.ts';

/** What a service printed, as much of it as is worth keeping. */
export interface ServiceOutput {
  write: (stream: OutputStream, chunk: string) => void;
  /** The last 50 lines of both streams, in the order they arrived. */
  lines: () => string[];
  /** The panic or fatal error that ended the program. */
  fatal: () => Panic | null;
  /** Panics that the program survived. */
  recovered: () => RecoveredPanic[];
  /** Collections that the runtime told of; they aren't among the lines. */
  collections: () => CollectionTimes[];
}

/** Reads both streams without ever holding more than a few hundred lines. */
export function serviceOutput(): ServiceOutput {
  // A panic's lines follow each other within one stream only.
  const fatal = { stdout: fatalText(), stderr: fatalText() };
  const recovered = { stdout: recoveredPanics(), stderr: recoveredPanics() };
  const collections = collectionLines();
  const last = outputTail(50, (stream, line) => {
    if (stream === 'stderr' && collections.take(line)) return true;
    fatal[stream].line(line);
    recovered[stream].line(line);
    return false;
  });
  return {
    ...last,
    fatal: () => fatal.stderr.read() ?? fatal.stdout.read(),
    recovered: () => [...recovered.stderr.list(), ...recovered.stdout.list()],
    collections: collections.list,
  };
}
