import type { LeakBench, RecordedDose, RetentionLook } from '../checks/check.ts';
import type { ObjectNames } from '../heap/index.ts';
import type { ProbeBinary } from '../model.ts';
import type { FrameResolver } from '../pprof/frames.ts';
import { retentionReader, type Retention } from '../probes/retention.ts';
import { settle } from '../probes/snapshot.ts';
import { lookTwice } from './dump-crash.ts';
import type { ProbedCopy } from './probed-copy.ts';
import { retentionLook } from './retention-look.ts';

interface RetentionParts {
  copy: ProbedCopy;
  binary: ProbeBinary;
  frames: FrameResolver;
  /** Bytes between two samples outside of the recorded dose. */
  sampleBytes: number;
  /** Requests after which a fresh copy is as warm as the first was. */
  warmUp: () => number;
  note: (text: string) => void;
}

interface Unavailable {
  unavailable: string;
}

/** A dump is as large as the heap, and reading it takes about as much memory again. */
const largestDumpBytes = 1024 ** 3;

/** A service that works without requests makes garbage beside the dump, more of it the longer the machine lets it wait. */
const mostReadings = 3;

/** Who keeps what alive in the probe build, told from dumps of its heap. */
export function retentionBench(
  parts: RetentionParts,
  signal: AbortSignal,
): Pick<LeakBench, 'retention' | 'recordedDose'> {
  const { copy, binary } = parts;
  const read = retentionReader(binary.path, parts.frames);
  const dump = async (earlier?: ObjectNames): Promise<Retention | Unavailable> => {
    const { running, probe } = await copy.connect();
    return running.survives(async () => {
      await settle(probe, signal);
      const { heapBytes } = await probe.memStats(0, signal);
      if (heapBytes > largestDumpBytes) return { unavailable: 'the heap is larger than 1 GiB' };
      let found = await read(probe, signal, earlier);
      for (let more = 1; more < mostReadings && !found.consistent; more++) found = await read(probe, signal, earlier);
      return found;
    });
  };
  const look = (found: Retention | Unavailable, recordedSince?: RetentionLook): RetentionLook | Unavailable =>
    'unavailable' in found
      ? found
      : retentionLook(found, {
          copy: copy.number,
          answered: copy.answered,
          ...(recordedSince !== undefined && { recordedSince }),
        });
  const record = async (requests: number): Promise<RecordedDose | Unavailable> => {
    const found = await dump();
    if ('unavailable' in found) return found;
    const before = look(found);
    if ('unavailable' in before) return before;
    const { probe } = await copy.connect();
    await probe.sampleEvery(1, signal);
    await copy.load(requests);
    const after = look(await dump(found.objects), before);
    await probe.sampleEvery(parts.sampleBytes, signal);
    return 'unavailable' in after ? after : { before, after };
  };
  const restart = async (): Promise<void> => {
    parts.note('A fault of this Go version killed the service while its heap was dumped. It was started once more.');
    await copy.renew();
    await copy.load(parts.warmUp());
  };
  return {
    async retention() {
      // Not yet: the looks of the pass are still to come, and a copy that dies takes them along.
      if (!binary.heapDumpSafe) return { unavailable: 'this Go version can crash while it dumps its heap' };
      return look(await dump());
    },
    async recordedDose(requests) {
      const recorded = await lookTwice(async () => record(requests), restart);
      return recorded ?? { unavailable: 'this Go version crashed twice while it dumped its heap' };
    },
  };
}
