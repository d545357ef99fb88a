import { groupBy } from '../group-by.ts';
import type { Span } from './otlp.ts';

/** How long each stage of one request took, in microseconds. */
export type RequestStages = ReadonlyMap<string, number>;

/** The name of what the outermost span of a request does by itself: its own name is the route's, and differs from route to route. */
export const outsideSpans = 'the rest of the request';

/**
 * What each span of a request did by itself: its time without that of the spans below it, which may overlap each other. Spans of one
 * name are one stage. Requests whose outermost span is missing, or that lost a span in between, are left out.
 */
export function requestsOf(spans: readonly Span[]): RequestStages[] {
  return groupBy(spans, ({ trace }) => trace).flatMap((trace) => stagesOf(trace) ?? []);
}

function stagesOf(trace: readonly Span[]): RequestStages | null {
  const known = new Set(trace.map(({ id }) => id));
  const tops = trace.filter(({ parent }) => !known.has(parent));
  const [top] = tops;
  if (top === undefined || tops.length > 1) return null;
  const children = new Map(groupBy(trace, ({ parent }) => parent).map((below) => [below[0]!.parent, below]));
  const stages = new Map<string, number>();
  for (const span of trace) {
    const name = span === top ? outsideSpans : span.name;
    stages.set(name, (stages.get(name) ?? 0) + ownUs(span, children.get(span.id) ?? []));
  }
  return stages;
}

function ownUs({ startNs, endNs }: Span, below: readonly Span[]): number {
  let own = endNs > startNs ? endNs - startNs : 0n;
  let coveredTo = startNs;
  for (const child of below.toSorted((a, b) => (a.startNs < b.startNs ? -1 : 1))) {
    const from = child.startNs > coveredTo ? child.startNs : coveredTo;
    const to = child.endNs < endNs ? child.endNs : endNs;
    if (to <= from) continue;
    own -= to - from;
    coveredTo = to;
  }
  return Number(own) / 1000;
}
