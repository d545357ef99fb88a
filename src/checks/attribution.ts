import type { Frame, SiteUsage } from '../model.ts';
import { counts, type GoroutineLine } from './goroutine-lines.ts';
import type { HeapLine } from './heap-sites.ts';

/** Objects of one allocation site that one goroutine may account for. More is a leak of its own beside it. */
const mostObjectsEach = 8;
/** Share of a line's growth that must belong to the goroutines. */
const heldShare = 0.8;

/**
 * The leaking goroutines that hold what grows at `line`, if any: memory that they allocated themselves, or that the function that started
 * them allocated for them, a few objects each. Both must cover the same looks.
 */
export function heldByGoroutines(line: HeapLine, leaking: readonly GoroutineLine[]): GoroutineLine | undefined {
  const growing = siteGrowth(line);
  const all = growing.reduce((sum, { bytes }) => sum + bytes, 0);
  if (isWaitRecords(growing, leaking)) return leaking[0];
  return leaking.find((goroutines) => {
    const leaked = growth(counts(goroutines));
    const names = functionsOf(goroutines);
    const held = growing.filter(
      ({ site, objects }) => touches(site, names) && objects - 2 * samplingError(site) <= mostObjectsEach * leaked,
    );
    return held.reduce((sum, { bytes }) => sum + bytes, 0) >= heldShare * all;
  });
}

/**
 * A goroutine that waits for a channel holds a wait record of the runtime, 96 to 112 bytes by Go version. Those are reused: the record that a leaked
 * goroutine keeps may have been allocated at any other line that waited for a channel before, and that line then needs a new one.
 */
const waitRecordBytes = { least: 88, most: 120 };

function isWaitRecords(growing: Growth[], leaking: readonly GoroutineLine[]): boolean {
  const leaked = leaking.reduce((sum, goroutines) => sum + growth(counts(goroutines)), 0);
  const bytes = growing.reduce((sum, site) => sum + site.bytes, 0);
  const objects = growing.reduce((sum, site) => sum + site.objects, 0);
  const each = bytes / Math.max(1, objects);
  return each >= waitRecordBytes.least && each <= waitRecordBytes.most && objects <= leaked;
}

const touches = (site: SiteUsage, names: ReadonlySet<string>): boolean =>
  site.stack.some((frame) => names.has(frame.function));

/**
 * Functions that allocate for such a goroutine: the one with the `go` statement, those it runs, and the one that a closure it runs
 * was written in, for goroutines that a library starts on behalf of own code.
 */
function functionsOf({ createdBy, entry, looks }: GoroutineLine): Set<string> {
  const own = looks.at(-1)!.flatMap(({ stack }) => stack.filter((frame) => frame.own));
  const closures = own.map((frame) => frame.function.replace(/\.(?:func|gowrap)?\d+$/, ''));
  return new Set([...(createdBy === null ? [] : [createdBy.function]), entry.function, ...closures]);
}

/** One standard deviation of a site's object count: small objects are counted by few samples. */
const samplingError = ({ errorBytes, liveBytes, liveObjects }: SiteUsage): number =>
  liveBytes > 0 ? (errorBytes * liveObjects) / liveBytes : 0;

/**
 * The line of own code behind goroutines that a library started by itself, such as the two that wait for an unclosed response body: it allocates
 * through the same package, a few objects for each of them. The one that grew most.
 */
export function ownerOf(goroutines: GoroutineLine, lines: readonly HeapLine[]): HeapLine | undefined {
  if (hasOwnFrame(goroutines)) return undefined;
  const library = packageFolder(goroutines.createdBy ?? goroutines.entry);
  const leaked = growth(counts(goroutines));
  const candidates = lines.filter(
    (line) =>
      line.frame.own &&
      siteGrowth(line).some(
        ({ site, objects }) =>
          objects >= leaked / 2 &&
          objects <= 2 * leaked &&
          site.stack.some((frame) => packageFolder(frame) === library),
      ),
  );
  return candidates.toSorted((a, b) => grown(b) - grown(a))[0];
}

const hasOwnFrame = ({ createdBy, looks }: GoroutineLine): boolean =>
  createdBy?.own === true || looks.at(-1)!.some((group) => group.stack.some((frame) => frame.own));

const packageFolder = (frame: Frame): string => frame.file.slice(0, frame.file.lastIndexOf('/'));

const growth = (values: readonly number[]): number => values.at(-1)! - values[0]!;

const grown = (line: HeapLine): number => siteGrowth(line).reduce((sum, { bytes }) => sum + bytes, 0);

interface Growth {
  site: SiteUsage;
  bytes: number;
  objects: number;
}

function siteGrowth(line: HeapLine): Growth[] {
  const first = line.looks[0]!;
  return [...line.looks.at(-1)!.values()].flatMap((site) => {
    const before = first.get(site.key);
    const bytes = site.liveBytes - (before?.liveBytes ?? 0);
    return bytes > 0 ? [{ site, bytes, objects: site.liveObjects - (before?.liveObjects ?? 0) }] : [];
  });
}
