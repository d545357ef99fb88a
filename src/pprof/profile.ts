import { Profile, type Location, type Sample } from 'pprof-format';
import { LeakgateError } from '../errors.ts';
import type { Frame } from '../model.ts';
import { isProbe, type FrameResolver } from './frames.ts';

type Kind = 'heap' | 'CPU';

/** Reads a profile in pprof's protobuf, already gunzipped. @throws LeakgateError `measurement` for bytes that are none. */
export function readProfile(kind: Kind, bytes: Uint8Array): Profile {
  try {
    return Profile.decode(bytes);
  } catch (cause) {
    throw unreadable(kind, "isn't a pprof protobuf", cause);
  }
}

/** Reads the stack of a sample, innermost first. A location holds several frames where calls were inlined, innermost first too. */
export function stackReader(profile: Profile, frames: FrameResolver): (sample: Sample) => Frame[] {
  const text = (index: number | bigint): string => profile.stringTable.strings[Number(index)] ?? '';
  const functions = new Map(profile.function.map((entry) => [String(entry.id), entry]));
  const framesOf = ({ line }: Location): Frame[] =>
    line.flatMap((entry) => {
      const called = functions.get(String(entry.functionId));
      return called === undefined ? [] : [frames(text(called.name), text(called.filename), Number(entry.line))];
    });
  const locations = new Map(profile.location.map((location) => [String(location.id), framesOf(location)]));
  return (sample) => sample.locationId.flatMap((id) => locations.get(String(id)) ?? []);
}

/** Is it the probe's, or the profiler's own? */
export const isInstrument = (frame: Frame): boolean => isProbe(frame) || frame.function.startsWith('runtime/pprof.');

export const unreadable = (kind: Kind, what: string, cause?: unknown): LeakgateError =>
  new LeakgateError('measurement', `The ${kind} profile of the service ${what}.`, {
    cause,
    hint: 'Please report this with the Go version of the service.',
  });
