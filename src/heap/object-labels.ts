import type { FrameResolver } from '../pprof/frames.ts';
import { none } from './dominators.ts';
import type { RetentionGraph } from './graph.ts';
import { LabelTable, OnlyValue } from './label-table.ts';
import { containerStart, plainLabel, probeLabel, siteLabel, timersLabel } from './labels.ts';
import { containerName, readableFunction, type Made } from './names.ts';

/** In `ObjectLabels.of`: counted to the step of whoever dominates it, and never named after siblings. */
export const withItsHolder = 0xfffffffe;

/** What each object is called by itself. */
export interface ObjectLabels {
  table: LabelTable;
  /** Number of each object's label; `none` for one that neither the profile nor a type names. */
  of: Uint32Array;
  /** Number of the label of each object's allocation site, whatever it is called; `none` for one that wasn't sampled. */
  sites: Uint32Array;
  /** 1 for buckets, tables and directories: it's the map that counts. */
  pieces: Uint8Array;
  /** Its objects stand directly below the top. */
  timers: number;
  /** Number of the label of what the probe made. */
  probe: number;
}

/**
 * Names objects by type where the runtime tells it (from the object's own header, from an interface that points at it, closures by
 * their code), else by allocation site.
 */
export function labelObjects(graph: RetentionGraph, frames: FrameResolver): ObjectLabels {
  const table = new LabelTable();
  const of = new Uint32Array(graph.dump.objects.word.length).fill(none);
  const pieces = new Uint8Array(of.length);
  const [timers, probe] = [table.of(timersLabel), table.of(probeLabel)];
  const made = nameSites(graph, frames, table, of);
  const sites = of.slice();
  const isPiece = Uint8Array.from(table.labels, (_, label) => (made.get(label) === 'map piece' ? 1 : 0));
  for (let object = 0; object < of.length; object++) pieces[object] = isPiece[of[object]!] ?? 0;
  const seen = nameTypes(graph, table, of, pieces);
  lendFrames(table, seen);
  nameContainers(table, of, made, seen);
  nameMaps(graph, table, of, pieces, made);
  // A goroutine's descriptor is the goroutine.
  for (const { descriptor } of graph.dump.goroutines) {
    const object = graph.index.find(descriptor);
    if (object !== none) of[object] = withItsHolder;
  }
  return { table, of, sites, pieces, timers, probe };
}

/** What is made at the sites that labels name. */
type Sites = Map<number, Made>;

function nameSites({ dump, index }: RetentionGraph, frames: FrameResolver, table: LabelTable, of: Uint32Array): Sites {
  const sites: Sites = new Map();
  const numbers = dump.buckets.map((bucket) => {
    const { label, made } = siteLabel(bucket, frames);
    const number = table.of(label);
    // A line that makes a map and grows one: no piece can be told from a whole one.
    sites.set(number, (sites.get(number) ?? made) === made ? made : 'map');
    return number;
  });
  const { word, bucket } = dump.samples;
  for (let i = 0; i < word.length; i++) {
    const object = index.find(word[i]!);
    if (object !== none) of[object] = numbers[bucket[i]!]!;
  }
  return sites;
}

/** Which types were seen on objects of which site. */
interface Seen {
  siteOfType: OnlyValue;
  typeOfSite: OnlyValue;
}

function nameTypes(
  { dump, program, index }: RetentionGraph,
  table: LabelTable,
  of: Uint32Array,
  pieces: Uint8Array,
): Seen {
  const seen = { siteOfType: new OnlyValue(), typeOfSite: new OnlyValue() };
  const probe = table.of(probeLabel);
  const name = (object: number, label: number): void => {
    const site = of[object]!;
    if (site === probe) return;
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
    // What has a header and is a map's is a bucket or more of them.
    if (table.text(label).startsWith('map[')) pieces[object] = 1;
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
function nameContainers(table: LabelTable, of: Uint32Array, sites: Sites, { typeOfSite }: Seen): void {
  const known = new Uint32Array(table.labels.length).fill(none);
  for (const [site, type] of typeOfSite) {
    if (sites.get(site) !== 'value' && containerStart.test(table.text(type))) known[site] = type;
  }
  for (let object = 0; object < of.length; object++) {
    const type = of[object]! < known.length ? known[of[object]!]! : none;
    if (type !== none) of[object] = type;
  }
}

const [whole, piece, typed] = [1, 2, 3];

/** A map is a header, a directory, tables and groups: all bear the type that the groups tell, or else the header's name. */
function nameMaps(
  { tree }: RetentionGraph,
  table: LabelTable,
  of: Uint32Array,
  pieces: Uint8Array,
  sites: Sites,
): void {
  const part = Uint8Array.from(table.labels, ({ text }, label) => {
    if (text.startsWith('map[')) return typed;
    if (sites.get(label) === 'map') return whole;
    return sites.get(label) === 'map piece' || /^(?:\[\])?\*?maps\.(?:Map|table)$/.test(text) ? piece : 0;
  });
  const partOf = (node: number): number => (node < of.length && of[node]! < part.length ? part[of[node]!]! : 0);
  const holderOf = (number: number): number => tree.node[tree.parent[number]!]!;
  for (let node = 0; node < of.length; node++) if (partOf(node) === piece) pieces[node] = 1;
  for (let number = tree.node.length - 1; number > 0; number--) {
    const above = partOf(holderOf(number));
    if ((above === whole || above === piece) && partOf(tree.node[number]!) === typed)
      of[holderOf(number)] = of[tree.node[number]!]!;
  }
  for (let number = 1; number < tree.node.length; number++) {
    if (partOf(tree.node[number]!) === piece && partOf(holderOf(number)) !== 0)
      of[tree.node[number]!] = of[holderOf(number)]!;
  }
}
