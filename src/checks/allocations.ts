import { siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import { amounts, heapLines } from './heap-sites.ts';
import type { Allocation } from './leak-schema.ts';
import { looksOf, type Stage } from './stages.ts';

const storedAllocations = 25;

/** The own lines that allocate most in the doses, by bytes and by objects. */
export function allocationsIn(doses: readonly Stage[], source: SourceReader): Allocation[] {
  const looks = looksOf(doses);
  const requests = doses.reduce((sum, dose) => sum + dose.requests, 0);
  const lines = [...heapLines([looks[0]!.sites, looks.at(-1)!.sites]).values()].filter(({ frame }) => frame.own);
  const all = lines.map((line): Allocation => {
    const [bytesBefore = 0, bytes = 0] = amounts(line, 'allocatedBytes');
    const [objectsBefore = 0, objects = 0] = amounts(line, 'allocatedObjects');
    return {
      id: siteId(siteAt(line.frame, [line.frame], source)),
      function: line.frame.function,
      file: line.frame.file,
      line: line.frame.line,
      bytesPerRequest: (bytes - bytesBefore) / requests,
      objectsPerRequest: (objects - objectsBefore) / requests,
    };
  });
  const top = (of: 'bytesPerRequest' | 'objectsPerRequest'): Allocation[] =>
    all.toSorted((a, b) => b[of] - a[of]).slice(0, storedAllocations);
  return [...new Set([...top('bytesPerRequest'), ...top('objectsPerRequest')])].filter(
    (line) => line.bytesPerRequest > 0,
  );
}
