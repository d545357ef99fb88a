import { criteria, type Contestant, type Entry, type Figures, type Scores } from './scorecard.ts';

export const defaultWeights: Scores = { throughput: 30, latency: 25, memory: 25, goroutines: 20 };

/** Full marks up to `full`, none from `none` on, a straight line between. */
const marks = {
  /** Bytes that a request leaves behind: a line that keeps more than 1 B is a leak, 100 B fill 1 GiB in ten million requests. */
  memory: { full: 1, none: 100 },
  /** Goroutines that 1,000 requests leave behind. */
  goroutines: { full: 0, none: 10 },
} as const;

/** How each criterion is scored, for readers. */
export const formulas: Record<keyof Scores, string> = {
  throughput: '100 × QPS ÷ best QPS',
  latency: '100 × best p99 ÷ p99',
  memory: `100 up to ${marks.memory.full} B of heap growth per request, 0 from ${marks.memory.none} B on, linear between`,
  goroutines: `100 at ${marks.goroutines.full} goroutines left by 1,000 requests, 0 from ${marks.goroutines.none} on, linear between`,
};

const clamp = (score: number): number => Math.min(100, Math.max(0, score));

const onLine = (value: number, { full, none }: { full: number; none: number }): number =>
  clamp((100 * (none - value)) / (none - full));

const round1 = (value: number): number => Math.round(value * 10) / 10;

export const heapPerRequest = ({ initialHeapBytes, afterHeapBytes, requests }: Figures): number =>
  (afterHeapBytes - initialHeapBytes) / Math.max(1, requests);

export const goroutinesPerThousand = ({ initialGoroutines, afterGoroutines, requests }: Figures): number =>
  (1000 * (afterGoroutines - initialGoroutines)) / Math.max(1, requests);

/** Scores everybody against the best of the field and the fixed marks, best total first. Nothing measured scores nothing. */
export function scored(field: (Contestant & { figures: Figures })[], weights: Scores): Entry[] {
  const bestQps = Math.max(...field.map(({ figures }) => figures.qps));
  const bestP99 = Math.min(...field.map(({ figures }) => figures.p99Ms).filter((ms) => ms > 0));
  return field
    .map((one) => {
      const { figures } = one;
      const scores: Scores = {
        throughput: bestQps > 0 ? round1(clamp((100 * figures.qps) / bestQps)) : 0,
        latency: figures.p99Ms > 0 ? round1(clamp((100 * bestP99) / figures.p99Ms)) : 0,
        memory: round1(onLine(heapPerRequest(figures), marks.memory)),
        goroutines: round1(onLine(goroutinesPerThousand(figures), marks.goroutines)),
      };
      return { ...one, scores, total: totalOf(scores, weights) };
    })
    .toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}

function totalOf(scores: Scores, weights: Scores): number {
  const sum = criteria.reduce((all, name) => all + weights[name], 0);
  return round1(criteria.reduce((all, name) => all + scores[name] * weights[name], 0) / sum);
}

/** `v1`, `v2`: what a module promises to keep. Below v1 every minor version may break it. */
function majorOf(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === 'v0' ? `${major}.${minor}` : major;
}

/** `go1.26.3` → `go1.26`: Go's releases that change runtime and collector. */
const goRelease = (version: string): string => /^go\d+\.\d+/.exec(version)?.[0] ?? version;

/** Why scores of one contestant are out of date: another release of Go, another major version of what it is built on. */
export function outdated(then: Contestant, now: Pick<Contestant, 'goVersion' | 'modules'>): string[] {
  const go =
    goRelease(then.goVersion) === goRelease(now.goVersion) ? [] : [`${then.goVersion} is ${now.goVersion} now`];
  const paths = [...new Set([...Object.keys(then.modules), ...Object.keys(now.modules)])].toSorted();
  const modules = paths.flatMap((path) => {
    const [was, is] = [then.modules[path], now.modules[path]];
    if (was === undefined) return [`${path} ${is} is new`];
    if (is === undefined) return [`${path} ${was} is gone`];
    return majorOf(was) === majorOf(is) ? [] : [`${path} ${was} is ${is} now`];
  });
  return [...go, ...modules];
}

/** Totals of two runs of one program differ by noise; more than this is a change, or a lead. */
const tolerance = 10;

/** Where new scores contradict old ones: another one leads clearly, or a total moved further than noise does. */
export function contradictions(then: Entry[], now: Entry[]): string[] {
  const moved = now.flatMap(({ name, total }) => {
    const before = then.find((entry) => entry.name === name)?.total;
    return before === undefined || Math.abs(total - before) <= tolerance ? [] : [`${name}: ${before} is ${total} now`];
  });
  const [was, is] = [then[0], now[0]];
  const left = now.find(({ name }) => name === was?.name)?.total ?? 0;
  const overtaken = is !== undefined && is.total - left > tolerance;
  return overtaken ? [`the best was ${was?.name}, now it is ${is.name}`, ...moved] : moved;
}
