export { connectProbe, type MemStats, type Ping, type Probe } from './client.ts';
export type { CollectorLook, Collection } from './collector.ts';
export type { Span } from './otlp.ts';
export { collectSpans, type SpanCollector } from './otlp-collector.ts';
export { askPrometheus } from './prometheus.ts';
export { readServerTiming } from './server-timing.ts';
export { settle, takeSnapshot } from './snapshot.ts';
export { sourceReader } from './source.ts';
export { requestsOf, type RequestStages } from './span-times.ts';
