/** Symbols write a dot in the last element of an import path as `%2e`, and a generic function by its shapes: neither reads well. */
export function readableFunction(symbol: string): string {
  const name = symbol.replaceAll('%2e', '.');
  const [open, close] = [name.indexOf('['), name.lastIndexOf(']')];
  return open >= 0 && close > open ? `${name.slice(0, open)}[...]${name.slice(close + 1)}` : name;
}

/** Everything in the probe carries this prefix, in whichever package it was linked. */
const probe = /(?:^|\/)[^/.]+\.leakgate[A-Z]/;

/** Caches of the compiler's type switches and assertions, one for each place in the source. */
const compilers = /\.\.(?:typeAssert|interfaceSwitch)\.\d+$/;

/** Is it the runtime's, the standard library's inside or the probe's: nothing that a service could leak by itself? */
export const isForeign = (name: string): boolean =>
  /^[[\]*]*(?:runtime[./]|internal\/)/.test(name) || probe.test(name) || compilers.test(name);

/** Functions of the allocator: whoever called them says more. */
const allocator =
  /^runtime\.(?:mallocgc\w*|newobject|newarray|makeslice(?:copy)?|growslice\w*|makechan|rawstring\w*|rawbyteslice|gostring\w*|slicebytetostring|concatstring\w*|convT\w*)$/;

export const isAllocator = (name: string): boolean => allocator.test(name);

const isRuntime = (name: string): boolean => /^(?:runtime|internal\/runtime(?:\/[\w/]+)?)\./.test(name);

/** How many innermost functions of a stack are the runtime's: they tell what was made, the next one tells who made it. */
export function runtimeDepth(stack: readonly { function: string }[]): number {
  const first = stack.findIndex((frame) => !isRuntime(frame.function));
  return first < 0 ? stack.length : first;
}

const mapMaker = /^(?:runtime\.(?:makemap|mapclone)|internal\/runtime\/maps\.New(?:Empty)?Map$)/;
const mapPieceMaker = /^internal\/runtime\/maps\.|^runtime\.(?:mapassign|hashGrow|makeBucketArray|\(\*hmap\))/;
const timerHeapMaker = /^runtime\.(?:\(\*timers\)\.|doaddtimer$)/;

/** What an allocation made: a whole map, a bucket or table of one, a longer array for a slice, the list of timers, or any value. */
export type Made = 'map' | 'map piece' | 'slice' | 'timers' | 'value';

/** What the runtime made, as far as its functions on the stack tell. Before Go 1.26 they don't tell that a slice grew. */
export function madeBy(runtimeFunctions: readonly string[]): Made {
  if (runtimeFunctions.some((name) => mapMaker.test(name))) return 'map';
  if (runtimeFunctions.some((name) => mapPieceMaker.test(name))) return 'map piece';
  if (runtimeFunctions.some((name) => timerHeapMaker.test(name))) return 'timers';
  return runtimeFunctions.some((name) => name.startsWith('runtime.growslice')) ? 'slice' : 'value';
}

const headerBytes = 8;

/**
 * The name of what lies in a slot of the allocator, from the type in its header. A slot that holds two values or more is an
 * array; a map's groups and buckets are the map, whatever their number.
 */
export function containerName(type: { name: string; size: number }, slotBytes: number): string {
  const map = /^(?:map\.group|map\.bucket|map\.hdr|hash<|bucket<|noalg\.map\.group)\[(.+)$/.exec(
    type.name.replace(/^\*/, ''),
  );
  if (map !== null) return `map[${map[1]}`;
  if (type.size === 0 || slotBytes - headerBytes < 2 * type.size) return type.name;
  return type.name.startsWith('map[') ? type.name : `[]${type.name}`;
}
