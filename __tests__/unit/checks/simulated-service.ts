import type { Bench, RecordedDose, RetentionLook } from '../../../src/checks/check.ts';
import type { Dose, Frame, GoroutineGroup, Route, SiteUsage, Snapshot } from '../../../src/model.ts';

/** What has happened to the service since it started. */
export interface History {
  /** Per route label. */
  requests: Record<string, number>;
  total: number;
  nowMs: number;
  /** When the last load ended. */
  loadedMs: number;
  /** The fastest that it ever answered, in requests a second. */
  peakPace: number;
}

export interface SimulatedService {
  /** Live bytes of each own line, by its name. */
  heap?: Record<string, (history: History) => number>;
  /** The same for lines whose objects are large, as those of containers are. */
  containers?: Record<string, (history: History) => number>;
  /** Goroutines of each creation site, by its name. */
  goroutines?: Record<string, (history: History) => number>;
  /** What a look at who keeps what alive gives; nothing grown unless told. */
  retention?: RetentionLook | { unavailable: string };
  /** What the looks around the recorded dose give; those of `retention` unless told. */
  recorded?: RecordedDose | { unavailable: string };
  /** Which of them the collector proves. */
  proven?: string[];
  descriptors?: (history: History) => number;
  openFiles?: (history: History) => Record<string, number>;
  threads?: (history: History) => number;
  requestsPerSecond?: number | ((total: number) => number);
  routes?: string[];
  leakPlan?: Bench['leakPlan'];
  /** What the baseline holds for whichever check asks. */
  stored?: unknown;
  baseCounts?: Bench['baseCounts'];
  /** Allocations per request of a dose, by how many doses were sent before. */
  counts?: (dose: number) => { mallocsPerRequest: number; allocatedBytesPerRequest: number };
  /** How many of so many requests of a route fail. */
  failed?: (requests: number, routes: readonly Route[]) => number;
}

/** Nothing grew. */
export const emptyLook: RetentionLook = {
  counted: { reachableBytes: 1, heapAllocBytes: 1 },
  chainsSince: () => [],
  waysSince: () => [],
  heapSince: () => [],
};

export const frameOf = (name: string, line = 1): Frame => ({
  function: `main.${name}`,
  file: `${name}.go`,
  line,
  own: true,
});

export const route = (label: string): Route => ({
  label,
  method: 'GET',
  path: label.slice(4),
  headers: {},
  weight: 1,
  expectStatus: [],
});

const siteUsage = (name: string, liveBytes: number, objectBytes = 64): SiteUsage => ({
  key: objectBytes >= 1024 ? `${name}\n(large)` : name,
  liveBytes,
  liveObjects: liveBytes / objectBytes,
  errorBytes: 0,
  allocatedBytes: liveBytes,
  allocatedObjects: liveBytes / objectBytes,
  stack: [frameOf(name)],
});

const group = (name: string, count: number, proven: boolean): GoroutineGroup => ({
  key: name,
  count,
  proven: proven ? count : 0,
  state: 'chan receive',
  createdBy: frameOf(name, 10),
  stack: [frameOf(`${name}.func1`, 11)],
});

/** A bench over a service that is only a few formulas; its clock runs with the load. Says what was asked of it. */
export function simulate(service: SimulatedService): { bench: Bench; asked: string[]; notes: string[] } {
  const { requestsPerSecond: given = 2000 } = service;
  const paceNow = (): number => (typeof given === 'number' ? given : given(history.total));
  const routes = (service.routes ?? ['GET /']).map(route);
  const history: History = { requests: {}, total: 0, nowMs: 0, loadedMs: 0, peakPace: 0 };
  const asked: string[] = [];
  const notes: string[] = [];
  const shared = new Map<string, Promise<unknown>>();
  let dosesSent = 0;
  let warmUpEnded = { total: 0, nowMs: 0 };

  const load = (requests: number, sent: readonly Route[], rate = paceNow()): number => {
    history.peakPace = Math.max(history.peakPace, rate);
    for (const { label } of sent) history.requests[label] = (history.requests[label] ?? 0) + requests / sent.length;
    history.total += requests;
    history.nowMs += (1000 * requests) / rate;
    history.loadedMs = history.nowMs;
    return service.failed?.(requests, sent) ?? 0;
  };
  const look = (): Snapshot => {
    const sites = [
      ...Object.entries(service.heap ?? {}).map(([name, bytes]) => siteUsage(name, bytes(history))),
      ...Object.entries(service.containers ?? {}).map(([name, bytes]) => siteUsage(name, bytes(history), 65_536)),
    ];
    const groups = Object.entries(service.goroutines ?? {}).map(([name, count]) =>
      group(name, Math.round(count(history)), service.proven?.includes(name) ?? false),
    );
    const descriptors = Math.round(service.descriptors?.(history) ?? 8);
    return {
      requests: history.total - warmUpEnded.total,
      elapsedMs: history.nowMs - warmUpEnded.nowMs,
      heapBytes: sites.reduce((sum, site) => sum + site.liveBytes, 0),
      heapObjects: 0,
      sites,
      pooledSites: sites,
      goroutines: groups.reduce((sum, { count }) => sum + count, 0),
      groups,
      descriptors,
      descriptorsBeforeCollection: descriptors,
      openFiles: service.openFiles?.(history) ?? {},
      threads: Math.round(service.threads?.(history) ?? 9),
    };
  };
  const leaks: Bench['leaks'] = {
    leakProof: service.proven !== undefined,
    async warmUp(requests) {
      asked.push(`warm-up ${requests}`);
      const rate = paceNow();
      const failed = load(requests, routes, rate);
      warmUpEnded = { total: history.total, nowMs: history.nowMs };
      return { requestsPerSecond: rate, failed };
    },
    snapshot: async () => look(),
    retention: async () => service.retention ?? emptyLook,
    async recordedDose(requests) {
      asked.push(`recorded dose ${requests}`);
      load(requests, routes);
      const look = service.retention ?? emptyLook;
      return service.recorded ?? ('unavailable' in look ? look : { before: look, after: look });
    },
    async dose(requests, { routes: only = routes, connections } = {}): Promise<Dose> {
      const slow = connections === undefined ? '' : ` over ${connections}`;
      asked.push(`dose ${requests}${only === routes ? '' : ` ${only.map(({ label }) => label).join(' ')}`}${slow}`);
      const rate = paceNow() / (connections === undefined ? 1 : 2);
      const failed = load(requests, only, rate);
      const durationMs = (1000 * requests) / rate;
      const counts = service.counts?.(dosesSent++) ?? { mallocsPerRequest: 20, allocatedBytesPerRequest: 2000 };
      return { requests, durationMs, failed, ...counts, after: look() };
    },
    async rest(durationMs) {
      asked.push(`rest ${durationMs}`);
      history.nowMs += durationMs;
      return look();
    },
  };
  const bench: Bench = {
    routes,
    leaks,
    leakPlan: service.leakPlan ?? { firstDose: 1_009, budgetMs: 60_000 },
    stored: () => service.stored ?? null,
    baseCounts: service.baseCounts ?? null,
    get speed(): never {
      throw new Error('The leak checks must not load the stock build.');
    },
    get resilience(): never {
      throw new Error('The leak checks must not break anything.');
    },
    get collector(): never {
      throw new Error('The leak checks must not watch the collector.');
    },
    goTest: async () => {
      throw new Error('The leak checks must not run tests.');
    },
    get protocols(): never {
      throw new Error('The leak checks must not compare protocols.');
    },
    get coverage(): never {
      throw new Error('The leak checks must not count branches.');
    },
    get stages(): never {
      throw new Error('The leak checks must not look for stages.');
    },
    rest: async (durationMs) => void (history.nowMs += durationMs),
    external: async () => ({ missing: 'not asked' }),
    keep: async (name) => name,
    source: (file, line) => `text of ${file}:${line}`,
    async once<T>(name: string, make: () => Promise<T>): Promise<T> {
      const made = shared.get(name) ?? make();
      shared.set(name, made);
      return made as Promise<T>;
    },
    progress: () => undefined,
    note: (text) => void notes.push(text),
  };
  return { bench, asked, notes };
}
