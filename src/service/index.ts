export type { StackCall } from './crash.ts';
export type { Exit } from './process-group.ts';
export type { RecoveredPanic } from './recovered.ts';
export type { Crash, Service } from './service.ts';
export { runSetup, type SetupOptions } from './setup.ts';
export { type ServiceSpec, startService } from './start.ts';
export type { CollectionTimes } from './gc-trace.ts';
export { socketMemory } from './socket-memory.ts';
export { outputOf } from './output-of.ts';
