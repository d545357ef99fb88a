import type { Frame } from '../model.ts';
import type { FrameResolver } from './frames.ts';
import { isInstrument, readProfile, stackReader, unreadable } from './profile.ts';

/** CPU time that was sampled in one stack, innermost frame first. */
export interface CpuSample {
  stack: Frame[];
  us: number;
}

/** Decodes a Go CPU profile (protobuf, already gunzipped). What the probe and the profiler itself cost is dropped. */
export function decodeCpu(bytes: Uint8Array, frames: FrameResolver): CpuSample[] {
  const profile = readProfile('CPU', bytes);
  const names = profile.sampleType.map((type) => profile.stringTable.strings[Number(type.type)]);
  const column = names.indexOf('cpu');
  if (column === -1) throw unreadable('CPU', 'has no column cpu');
  const stackOf = stackReader(profile, frames);
  return profile.sample
    .map((sample) => ({ stack: stackOf(sample), us: Number(sample.value[column] ?? 0) / 1000 }))
    .filter(({ stack, us }) => us > 0 && !stack.some(isInstrument));
}
