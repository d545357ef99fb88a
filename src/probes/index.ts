export { connectProbe, type MemStats, type Ping, type Probe } from './client.ts';
export type { CollectorLook, Collection } from './collector.ts';
export { askPrometheus } from './prometheus.ts';
export { settle, takeSnapshot } from './snapshot.ts';
export { sourceReader } from './source.ts';
