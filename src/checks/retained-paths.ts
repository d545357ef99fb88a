import type { Frame, GrownWay } from '../model.ts';
import type { HeapMeasurement } from './heap-measurement.ts';
import type { HeapLeak } from './leak-schema.ts';
import type { LeakPass } from './stages.ts';

/** What one run names `main.put cache.go:27` another may name a few lines further down: only what holds across commits is kept. */
const longestName = 120;

/** Baselines stay small: what is kept is what can tell a new leak from a known one. */
const most = { paths: 64, ofLine: 4 };
const leastBytesPerRequest = 0.1;
const leastShareOfLine = 0.01;

/**
 * A step between the root and the end counts when there's one more for at least every 50th request. Of fewer, small ones may have
 * stayed without a name in one of two runs: the profile saw none of them.
 */
const requestsPerStep = 50;

/** Requests between the two looks at who keeps what alive: from the warm-up's end to the last round. */
const requestsOf = ({ doses, more }: LeakPass): number =>
  Math.max(
    1,
    [...doses, ...more].reduce((sum, { requests }) => sum + requests, 0),
  );

/** The trie of the growth, flattened: each path of names from a root down, with the bytes that each request adds at its end. */
export function retainedPaths(pass: LeakPass): NonNullable<HeapMeasurement['retained']> {
  const rates = ratesByPath(pass.ways, requestsOf(pass));
  return Object.fromEntries(rates.filter(([, rate]) => rate >= leastBytesPerRequest).slice(0, most.paths));
}

/** The paths at whose end a line allocated. */
export function pathsOfLine({ file, line }: Frame, pass: LeakPass): NonNullable<HeapLeak['paths']> {
  const ways = pass.ways.filter(({ frame }) => frame?.file === file && frame.line === line);
  const rates = ratesByPath(ways, requestsOf(pass));
  const all = rates.reduce((sum, [, rate]) => sum + rate, 0);
  return rates
    .filter(([, rate]) => rate >= leastShareOfLine * all)
    .slice(0, most.ofLine)
    .map(([path, bytesPerRequest]) => ({ path, bytesPerRequest }));
}

/** Fastest first. */
function ratesByPath(ways: readonly GrownWay[], requests: number): [path: string, rate: number][] {
  const rates = new Map<string, number>();
  for (const way of ways) {
    const path = pathOf(way, requests);
    rates.set(path, (rates.get(path) ?? 0) + way.bytes / requests);
  }
  return [...rates].toSorted(([, a], [, b]) => b - a);
}

const arrow = ' → ';

/**
 * Root, the steps that become more with the requests, and the end. Containers between are left out: the runtime tells the type of a map or
 * a slice only between two sizes.
 */
export function pathOf({ steps }: Pick<GrownWay, 'steps'>, requests: number): string {
  const [root, ...below] = steps.map(({ text, objects }) => ({ name: stepName(text), objects }));
  const end = below.pop();
  const between = below.filter(({ name, objects }) => !containers.has(name) && objects >= requests / requestsPerStep);
  const names = [root!, ...between, ...(end === undefined ? [] : [end])].map(({ name }) => name);
  return names.filter((name, index) => name !== names[index - 1]).join(arrow);
}

const containers: ReadonlySet<string> = new Set(['map', 'slice']);

/** The same in the next commit: without lines, states, numbers of closures, and the types of containers. */
export function stepName(text: string): string {
  if (/^map[ [{]/.test(text)) return 'map';
  if (/^(?:\[\]|slice )/.test(text)) return 'slice';
  return text
    .replace(/^goroutine \[[^\]]*\] /, 'goroutine ')
    .replaceAll(/ [^\s/]+\.(?:go|s):\d+/g, '')
    .replaceAll(/\.(func|gowrap)\d+(?:[.-]\d+)*/g, '.$1')
    .replaceAll(arrow, ' > ')
    .slice(0, longestName);
}

/** A path without its end. */
export const above = (path: string): string => path.split(arrow).slice(0, -1).join(arrow);

export const rootOf = (path: string): string => path.split(arrow, 1)[0]!;
