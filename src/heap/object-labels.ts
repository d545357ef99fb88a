import type { FrameResolver } from '../pprof/frames.ts';
import { none } from './dominators.ts';
import type { RetentionGraph } from './graph.ts';
import { LabelTable, OnlyValue } from './label-table.ts';
import { containerStart, plainLabel, siteLabel, timersLabel } from './labels.ts';
import { containerName, readableFunction } from './names.ts';

/** In `ObjectLabels.of`: counted to the step of whoever dominates it, and never named after siblings. */
export const withItsHolder = 0xfffffffe;

/** What each object is called by itself. */
export interface ObjectLabels {
  table: LabelTable;
  /** Number of each object's label; `none` for one that neither the profile nor a type names. */
  of: Uint32Array;
  /** Its objects stand directly below the top. */
  timers: number;
}

/**
 * Names objects by type where the runtime tells it (from the object's own header, from an interface that points at it, closures by
 * their code), else by allocation site.
 */
export function labelObjects(graph: RetentionGraph, frames: FrameResolver): ObjectLabels {
  const table = new LabelTable();
  const of = new Uint32Array(graph.dump.objects.word.length).fill(none);
  const timers = table.of(timersLabel);
  const containerSites = nameSites(graph, frames, table, of);
  const seen = nameTypes(graph, table, of);
  lendFrames(table, seen);
  nameContainers(table, of, containerSites, seen);
  nameMapParts(graph, table, of);
  // A goroutine's descriptor is the goroutine.
  for (const { descriptor } of graph.dump.goroutines) {
    const object = graph.index.find(descriptor);
    if (object !== none) of[object] = withItsHolder;
  }
  return { table, of, timers };
}

/** Answers the labels of sites where parts of maps or grown arrays are made. */
function nameSites(
  { dump, index }: RetentionGraph,
  frames: FrameResolver,
  table: LabelTable,
  of: Uint32Array,
): Set<number> {
  const sites = dump.buckets.map((bucket) => siteLabel(bucket, frames));
  const numbers = sites.map(({ label }) => table.of(label));
  const { word, bucket } = dump.samples;
  for (let i = 0; i < word.length; i++) {
    const object = index.find(word[i]!);
    if (object !== none) of[object] = numbers[bucket[i]!]!;
  }
  return new Set(numbers.filter((_, i) => sites[i]!.made === 'map' || sites[i]!.made === 'slice'));
}

/** Which types were seen on objects of which site. */
interface Seen {
  siteOfType: OnlyValue;
  typeOfSite: OnlyValue;
}

function nameTypes({ dump, program, index }: RetentionGraph, table: LabelTable, of: Uint32Array): Seen {
  const seen = { siteOfType: new OnlyValue(), typeOfSite: new OnlyValue() };
  const name = (object: number, label: number): void => {
    const site = of[object]!;
    of[object] = label;
    if (site === none || site === label) return;
    seen.siteOfType.see(label, site);
    seen.typeOfSite.see(site, label);
  };
  const typed = numbered((address, slotBytes) => {
    const type = program.typeAt(address);
    if (type === null) return none;
    const text = slotBytes === 0 ? type.name.replace(/^\*/, '') : containerName(type, slotBytes);
    return /^(?:\[\])?\*?runtime\.timerWhen$/.test(text) ? table.of(timersLabel) : table.of(plainLabel(text));
  });
  const { boxed, headers, closures, objects } = dump;
  for (let i = 0; i < boxed.word.length; i++) {
    const object = index.find(boxed.word[i]!);
    // A pointer into the middle tells the type of a field.
    if (object === none || objects.word[object] !== boxed.word[i]) continue;
    const label = typed(boxed.type[i]!, 0);
    if (label !== none) name(object, label);
  }
  for (let i = 0; i < headers.object.length; i++) {
    const object = headers.object[i]!;
    const label = typed(headers.type[i]!, objects.words[object]! * 8);
    if (label !== none) name(object, label);
  }
  const coded = numbered((address) => {
    const code = program.functions.find(address);
    // A closure begins with where its code begins; other code addresses are return addresses on saved stacks.
    return code < 0 || program.functions.start[code] !== address
      ? none
      : table.of(plainLabel(`closure ${readableFunction(program.functions.name(code))}`));
  });
  for (let i = 0; i < closures.object.length; i++) {
    const label = coded(closures.code[i]!, 0);
    if (label !== none) name(closures.object[i]!, label);
  }
  return seen;
}

/** Answers the same question once: there are few types and many objects. */
function numbered(ask: (address: number, bytes: number) => number): (address: number, bytes: number) => number {
  const known = new Map<number, Map<number, number>>();
  return (address, bytes) => {
    let sizes = known.get(address);
    if (sizes === undefined) known.set(address, (sizes = new Map()));
    let answer = sizes.get(bytes);
    if (answer === undefined) sizes.set(bytes, (answer = ask(address, bytes)));
    return answer;
  };
}

/** A type that is made at one line only is made at that line. */
function lendFrames({ labels }: LabelTable, { siteOfType }: Seen): void {
  for (const [type, site] of siteOfType) labels[type]!.frame ??= labels[site]!.frame;
}

/**
 * Small arrays and maps, and those above 32 KiB, have no header. Where all others that a line makes are of one type, so are these.
 */
function nameContainers(table: LabelTable, of: Uint32Array, sites: Set<number>, { typeOfSite }: Seen): void {
  const known = new Uint32Array(table.labels.length).fill(none);
  for (const [site, type] of typeOfSite) {
    if (sites.has(site) && containerStart.test(table.text(type))) known[site] = type;
  }
  for (let object = 0; object < of.length; object++) {
    const type = of[object]! < known.length ? known[of[object]!]! : none;
    if (type !== none) of[object] = type;
  }
}

/** A map is a header, a directory, tables and groups: those above bear the type that the groups below tell. */
function nameMapParts({ tree, dump }: RetentionGraph, table: LabelTable, of: Uint32Array): void {
  const part = table.flags(/^(?:map |(?:\[\])?\*?maps\.(?:Map|table)$)/);
  const typed = table.flags(/^map\[/);
  const objects = dump.objects.word.length;
  for (let number = tree.node.length - 1; number > 0; number--) {
    const node = tree.node[number]!;
    const holder = tree.node[tree.parent[number]!]!;
    if (node >= objects || holder >= objects) continue;
    const label = of[node]!;
    if (label < typed.length && typed[label] === 1 && of[holder]! < part.length && part[of[holder]!] === 1)
      of[holder] = label;
  }
}
