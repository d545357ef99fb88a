import { inspectBaseline, newerBaseline, type BaselinePlace, type StoredBaseline } from './schema.ts';

/**
 * The stored baseline when it is of a later commit than the one to be written: the re-run of an old commit must not go
 * back behind it. A damaged baseline gives way (that is how it is mended).
 * @throws LeakgateError `config` when a newer Leakgate wrote it.
 */
export function laterBaseline(text: string, baseline: StoredBaseline, where: BaselinePlace): StoredBaseline | null {
  const found = inspectBaseline(text);
  if (found.state === 'newer') throw newerBaseline(found, where);
  return found.state === 'valid' && dateMs(found.baseline) > dateMs(baseline) ? found.baseline : null;
}

const dateMs = ({ committedAt, createdAt }: StoredBaseline): number => Date.parse(committedAt ?? createdAt);
