import type { Frame } from '../model.ts';
import { isProbe, isStandard, type FrameResolver } from '../pprof/frames.ts';
import type { RootNode } from './graph.ts';
import type { Bucket, DumpGoroutine } from './heap-dump.ts';
import { isAllocator, isForeign, madeBy, readableFunction, runtimeDepth, type Made } from './names.ts';

/** What a node is called in a chain. Equal texts are the same step. */
export interface Label {
  /** `main.cache`, `map[string]*main.Entry`, `main.put main.go:27`. */
  text: string;
  /** The allocation site, where the profile knows it. Null for a type that several sites make. */
  frame: Frame | null;
  /** Belongs to the runtime or the probe: never a leak of the service. */
  foreign: boolean;
}

/** Where pending timers are kept, on whichever P. */
export const timersLabel: Label = { text: 'runtime timers', frame: null, foreign: false };

/** What the probe makes by being asked, also in caches that it shares with the service. */
export const probeLabel: Label = { text: 'the probe of Leakgate', frame: null, foreign: true };

/** Arrays and maps: what moves to another place when it grows. */
export const containerStart = /^(?:\[\]|slice |map[ [{])/;

export function rootLabel(node: RootNode, frames: FrameResolver): Label {
  if (node.kind === 'goroutines') return goroutineLabel(node.like, frames);
  if (node.kind === 'global') return plainLabel(readableFunction(node.name));
  if (node.kind === 'frame') return plainLabel(`frame of ${readableFunction(node.function)}`, isForeign(node.function));
  return plainLabel(node.kind === 'static' ? 'static data' : 'finalizers');
}

export const plainLabel = (text: string, foreign = isForeign(text)): Label => ({ text, frame: null, foreign });

/** Equal waits at equal places are one step, however many goroutines wait there. */
function goroutineLabel({ reason, system, frames: stack }: DumpGoroutine, frames: FrameResolver): Label {
  const functions = stack.map((frame) => frame.function);
  const at =
    functions.find((name) => isServices(name, frames)) ??
    functions.find((name) => !name.startsWith('runtime.')) ??
    functions[0] ??
    '';
  const probes = functions.some((name) => isForeign(name) && !/^(?:runtime|internal)\b/.test(name));
  const text = `goroutine [${reason || 'running'}] ${readableFunction(at)}`.trim();
  return plainLabel(text, system || probes || isForeign(at));
}

/** The dump names functions without their files: the package's path stands in for one. */
function isServices(name: string, frames: FrameResolver): boolean {
  const packagePath = packageOf(name);
  return packagePath === 'main' || !isStandard(frames(name, `${packagePath}/_.go`, 0));
}

/** Label of an allocation site, and what was made there as far as the stack tells. */
export interface SiteLabel {
  label: Label;
  made: Made;
}

/**
 * The innermost line outside of the runtime, and the innermost of the service's own code when that is another one.
 * Parts of maps and grown arrays are told from what else the line makes.
 */
export function siteLabel({ stack, objectBytes }: Bucket, frames: FrameResolver): SiteLabel {
  const depth = runtimeDepth(stack);
  const functions = stack.slice(0, depth).map((frame) => frame.function);
  const made = madeBy(functions);
  const [inner, ...outer] = stack.slice(depth).map((frame) => frames(frame.function, frame.file, frame.line));
  if (made === 'timers') return { label: timersLabel, made };
  if (inner === undefined) {
    const text = functions.find((name) => !isAllocator(name)) ?? functions.at(-1) ?? `${objectBytes} B`;
    return { label: { text: readableFunction(text), frame: null, foreign: true }, made: 'value' };
  }
  // Where the probe lies in the main package, its frames are own code by their file.
  const caller = [inner, ...outer].find((frame) => frame.own || isProbe(frame));
  if (caller !== undefined && isProbe(caller)) return { label: probeLabel, made: 'value' };
  const via = caller === undefined || caller === inner ? '' : ` via ${placeOf(caller)}`;
  const what = made === 'value' ? '' : made === 'slice' ? 'slice ' : 'map ';
  // Inside of an internal package only its users know their way: all of it is one step.
  const at = inner.function.startsWith('internal/') ? packageOf(inner.function) : placeOf(inner);
  const foreign = caller === undefined && isForeign(inner.function);
  return { label: { text: `${what}${at}${via}`, frame: caller ?? inner, foreign }, made };
}

const packageOf = (name: string): string => /^(?:.*?\/)*[^/.[]+/.exec(name)?.[0] ?? name;

const placeOf = ({ function: name, file, line }: Frame): string =>
  `${readableFunction(name)} ${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
