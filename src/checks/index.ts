import { goroutineLeak } from './goroutine-leak.ts';
import { heapLeak } from './heap-leak.ts';
import { qps } from './qps.ts';

/** Every check, in the order in which they run and are reported. */
export const checks = [qps, heapLeak, goroutineLeak] as const;
