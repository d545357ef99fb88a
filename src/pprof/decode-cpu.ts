import { Profile } from 'pprof-format';
import { LeakgateError } from '../errors.ts';
import type { Frame } from '../model.ts';
import { stackReader } from './decode.ts';
import { isProbe, type FrameResolver } from './frames.ts';

/** CPU time that was sampled in one stack, innermost frame first. */
export interface CpuSample {
  stack: Frame[];
  us: number;
}

/** Decodes a Go CPU profile (protobuf, already gunzipped). What the probe and the profiler itself cost is dropped. */
export function decodeCpu(bytes: Uint8Array, frames: FrameResolver): CpuSample[] {
  const profile = readProfile(bytes);
  const names = profile.sampleType.map((type) => profile.stringTable.strings[Number(type.type)]);
  const column = names.indexOf('cpu');
  if (column === -1) throw unreadable('has no column cpu');
  const stackOf = stackReader(profile, frames);
  return profile.sample
    .map((sample) => ({ stack: stackOf(sample), us: Number(sample.value[column] ?? 0) / 1000 }))
    .filter(({ stack, us }) => us > 0 && !stack.some(isInstrument));
}

const isInstrument = (frame: Frame): boolean => isProbe(frame) || frame.function.startsWith('runtime/pprof.');

function readProfile(bytes: Uint8Array): Profile {
  try {
    return Profile.decode(bytes);
  } catch (cause) {
    throw unreadable("isn't a pprof protobuf", cause);
  }
}

const unreadable = (what: string, cause?: unknown): LeakgateError =>
  new LeakgateError('measurement', `The CPU profile of the service ${what}.`, {
    cause,
    hint: 'Please report this with the Go version of the service.',
  });
