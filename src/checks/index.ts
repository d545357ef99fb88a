import { capacity } from './capacity.ts';
import { gc } from './gc.ts';
import { goroutineLeak } from './goroutine-leak.ts';
import { heapLeak } from './heap-leak.ts';
import { leakCoverage } from './leak-coverage.ts';
import { prometheus } from './prometheus.ts';
import { protocols } from './protocols.ts';
import { qps } from './qps.ts';
import { resilience } from './resilience.ts';
import { stageTimes } from './stage-times.ts';
import { unitTests } from './unit-tests.ts';

/** Every check, in the order in which they run and are reported. The collector is watched after the leak rounds, which its load would disturb; a service is broken last. */
export const checks = [
  qps,
  heapLeak,
  goroutineLeak,
  gc,
  capacity,
  protocols,
  stageTimes,
  prometheus,
  leakCoverage,
  unitTests,
  resilience,
] as const;
