import type { Frame } from '../model.ts';
import { isStandard, type FrameResolver } from '../pprof/frames.ts';
import { none } from './dominators.ts';
import type { Bucket, DumpGoroutine } from './heap-dump.ts';
import type { RetentionGraph, RootNode } from './graph.ts';

/** What a node is called in a chain. Equal texts are the same step. */
export interface Label {
  /** `main.cache`, `map[string]*main.Entry`, `main.put main.go:27`. */
  text: string;
  /** The allocation site, where the profile knows it. */
  frame: Frame | null;
  /** Belongs to the runtime or the probe: never a leak of the service. */
  foreign: boolean;
}

/** Names the nodes of a graph. Objects that the profile didn't sample have no name of their own: null. */
export interface Labeller {
  root(node: RootNode): Label;
  object(number: number): Label | null;
  /** For objects that stay nameless. */
  bySize(words: number): Label;
}

export function labeller(graph: RetentionGraph, frames: FrameResolver): Labeller {
  const types = typeNames(graph);
  const sites = siteLabels(graph, frames);
  const plain = new Map<string, Label>();
  const named = (text: string, foreign = false): Label => {
    let label = plain.get(text);
    if (label === undefined) plain.set(text, (label = { text, frame: null, foreign }));
    return label;
  };
  return {
    root: (node) => rootLabel(node, named, frames),
    object(number) {
      const type = types.get(number);
      return type === undefined ? (sites.get(number) ?? null) : named(type, isForeign(type));
    },
    bySize: (words) => named(`${words * 8} B`),
  };
}

const isForeign = (name: string): boolean => /^\**(?:\[\])?(?:runtime|internal)[./]|leakgate/.test(name);

function rootLabel(node: RootNode, named: (text: string, foreign?: boolean) => Label, frames: FrameResolver): Label {
  if (node.kind === 'global') return named(node.name.replaceAll('%2e', '.'), isForeign(node.name));
  if (node.kind === 'goroutine') return goroutineLabel(node.goroutine, named, frames);
  if (node.kind === 'frame') return named(`frame of ${node.function}`, isForeign(node.function));
  return named(node.kind === 'static' ? 'static data' : 'finalizers');
}

/** Equal waits at equal places are one step, however many goroutines wait there. */
function goroutineLabel(
  goroutine: DumpGoroutine,
  named: (text: string, foreign?: boolean) => Label,
  frames: FrameResolver,
): Label {
  const stack = goroutine.frames.map((frame) => frame.function);
  const at = stack.find((name) => isServices(name, frames)) ?? stack.find((name) => !name.startsWith('runtime.')) ?? '';
  return named(`goroutine [${goroutine.reason || 'running'}] ${at}`.trim(), goroutine.system || isForeign(at));
}

/** The dump names functions without their files: the package's path stands in for one. */
function isServices(name: string, frames: FrameResolver): boolean {
  const packagePath = /^(.*\/)?[^/.]*/.exec(name)?.[0] ?? '';
  return packagePath === 'main' || !isStandard(frames(name, `${packagePath}/_.go`, 0));
}

/** Types that the runtime tells: from the object's own header, from an interface that points at it, and closures by their code. */
function typeNames({ dump, program, index }: RetentionGraph): Map<number, string> {
  const names = new Map<number, string>();
  dump.boxed.word.forEach((word, i) => {
    const object = index.find(word);
    const type = object === none ? null : program.typeAt(dump.boxed.type[i]!);
    if (type !== null) names.set(object, type.name.replace(/^\*/, ''));
  });
  dump.headers.object.forEach((object, i) => {
    const type = program.typeAt(dump.headers.type[i]!);
    if (type !== null) names.set(object, containerName(type, dump.objects.words[object]! * 8));
  });
  dump.closures.object.forEach((object, i) => {
    const code = program.functions.find(dump.closures.code[i]!);
    if (code >= 0) names.set(object, `closure ${program.functions.name(code)}`);
  });
  return names;
}

const headerBytes = 8;

/** A slot that holds two values or more is an array; a map's groups and buckets are the map, whatever their number. */
function containerName(type: { name: string; size: number }, slotBytes: number): string {
  const map = /^(?:map\.group|map\.bucket|map\.hdr|hash<|bucket<|noalg\.map\.group)\[(.+)$/.exec(
    type.name.replace(/^\*/, ''),
  );
  if (map !== null) return `map[${map[1]}`;
  if (type.size === 0 || slotBytes - headerBytes < 2 * type.size) return type.name;
  return type.name.startsWith('map[') ? type.name : `[]${type.name}`;
}

function siteLabels({ dump, index }: RetentionGraph, frames: FrameResolver): Map<number, Label> {
  const labels = dump.buckets.map((bucket) => siteLabel(bucket, frames));
  const sites = new Map<number, Label>();
  dump.samples.word.forEach((word, i) => {
    const object = index.find(word);
    if (object !== none) sites.set(object, labels[dump.samples.bucket[i]!]!);
  });
  return sites;
}

/** The innermost line outside of the runtime, and the innermost of the service's own code when that is another one. */
function siteLabel({ stack, objectBytes }: Bucket, frames: FrameResolver): Label {
  const resolved = stack.map((frame) => frames(frame.function, frame.file, frame.line));
  const inner = resolved.find((frame) => !isRuntime(frame));
  if (inner === undefined) return { text: resolved[0]?.function ?? `${objectBytes} B`, frame: null, foreign: true };
  const own = resolved.find((frame) => frame.own);
  const via = own === undefined || own === inner ? '' : ` via ${short(own)}`;
  return { text: `${short(inner)}${via}`, frame: own ?? inner, foreign: isForeign(inner.function) };
}

const isRuntime = (frame: Frame): boolean => /^(?:runtime|internal\/runtime(?:\/[\w/]+)?)\./.test(frame.function);

const short = ({ function: name, file, line }: Frame): string =>
  `${name} ${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
