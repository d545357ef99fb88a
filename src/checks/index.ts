import { capacity } from './capacity.ts';
import { gc } from './gc.ts';
import { goroutineLeak } from './goroutine-leak.ts';
import { heapLeak } from './heap-leak.ts';
import { prometheus } from './prometheus.ts';
import { qps } from './qps.ts';

/** Every check, in the order in which they run and are reported. The collector is watched last: its load would disturb the leak rounds. */
export const checks = [qps, heapLeak, goroutineLeak, gc, capacity, prometheus] as const;
