import type { Site, SiteUsage } from '../model.ts';
import { siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import type { NamedGoroutines } from './goroutine-diagnosis.ts';
import { counts } from './goroutine-lines.ts';
import { amounts, heapLines, heaviestStack, type HeapLine } from './heap-sites.ts';
import type { DescriptorLeak } from './leak-schema.ts';
import {
  decisive,
  decisiveValues,
  drivers,
  growsWith,
  judgedLooks,
  labels,
  ratePerRequest,
  type LeakPass,
} from './stages.ts';
import { descriptorsGrow } from './suspicion.ts';

/** Calls below which Go makes an object for an open file or socket. */
const opener = /^(?:os\.newFile|net\.newFD|internal\/poll\.)/;

/**
 * Names what keeps opening files or sockets without closing them: for good, or until the garbage collector closes them because nobody
 * refers to them any more. Null when there is neither.
 */
export function diagnoseDescriptors(
  pass: LeakPass,
  named: readonly NamedGoroutines[],
  lines: readonly HeapLine[],
  source: SourceReader,
): DescriptorLeak | null {
  return descriptorsGrow(pass) ? growing(pass, named, lines, source) : collected(pass, source);
}

function growing(
  pass: LeakPass,
  named: readonly NamedGoroutines[],
  lines: readonly HeapLine[],
  source: SourceReader,
): DescriptorLeak {
  const values = judgedLooks(pass).map((look) => look.descriptors);
  const perRequest = ratePerRequest(pass, values);
  const holder = named.find(({ line }) => {
    const each = ratePerRequest(pass, counts(line)) / perRequest;
    return each >= holders.least && each <= holders.most;
  });
  const opening = siteOfLine(openingLine(lines, values.at(-1)! - values[0]!), source);
  const site = opening ?? holder?.site ?? null;
  return {
    ...identity(site),
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => looks.map((look) => look.descriptors))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1000 * perRequest,
    heldBy: holder?.id ?? null,
    collected: false,
    kinds: kindsOf(pass),
  };
}

const shownKinds = 3;

/** What there is more of at the end than at first. */
function kindsOf(pass: LeakPass): NonNullable<DescriptorLeak['kinds']> {
  const looks = judgedLooks(pass);
  const before = looks[0]!.openFiles;
  return Object.entries(looks.at(-1)!.openFiles)
    .map(([what, count]) => ({ what, count: count - (before[what] ?? 0) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, shownKinds);
}

/** Goroutines for each descriptor that make them its holders: a connection may need two, or one may serve two. */
const holders = { least: 0.4, most: 2.5 };
/** A connection or two may still be closing when the collection starts. */
const leastCollected = 5;

function collected({ doses }: LeakPass, source: SourceReader): DescriptorLeak | null {
  const closed = doses.map(({ after }) => after.descriptorsBeforeCollection - after.descriptors);
  if (closed.filter((count) => count >= leastCollected).length < 2) return null;
  // An object with a finalizer outlives the first collection, so the files to close still show after it.
  const lines = [...heapLines(doses.flatMap(({ after }) => [after.sites, after.pooledSites])).values()];
  const site = siteOfLine(openingLine(lines, Math.max(...closed)), source);
  return {
    ...identity(site),
    growsWith: 'requests',
    routes: [],
    values: [0, ...closed],
    requests: doses.map(({ requests }) => requests),
    // A lower bound: collections during the round have closed some as well.
    perThousand: 1000 * Math.max(...closed.map((count, index) => count / doses[index]!.requests)),
    heldBy: null,
    collected: true,
  };
}

const siteOfLine = (line: HeapLine | undefined, source: SourceReader): Site | null =>
  line === undefined ? null : siteAt(line.frame, heaviestStack(line), source);

const identity = (site: Site | null): Pick<DescriptorLeak, 'id' | 'site' | 'own'> => ({
  id: site === null ? 'descriptors' : siteId(site),
  site,
  own: site !== null,
});

/** Half of them may be the other ends of the same connections, and sampling counts small objects roughly. */
const openingShare = 0.35;

/** The own line where the number of file or socket objects rises by about as much as that of descriptors. */
function openingLine(lines: readonly HeapLine[], more: number): HeapLine | undefined {
  return lines
    .filter((line) => line.frame.own && openedMore(line) >= openingShare * more)
    .toSorted((a, b) => openedMore(b) - openedMore(a))[0];
}

function openedMore(line: HeapLine): number {
  const looks = line.looks.map((look) => new Map([...look].filter(([, site]) => opens(site))));
  const objects = amounts({ ...line, looks }, 'liveObjects');
  return Math.max(...objects) - objects[0]!;
}

const opens = (site: SiteUsage): boolean => site.stack.some((frame) => opener.test(frame.function));
