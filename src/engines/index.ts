import { autocannonEngine } from './autocannon.ts';
import type { Engine } from './engine.ts';
import { http2Engine } from './http2.ts';

export type { Engine, Load } from './engine.ts';
export { firstOf, type Variants } from './deal.ts';
export type { Credential, Fields } from './session.ts';
export { cookieJar } from './cookie-jar.ts';
export { trafficFor } from './arrivals.ts';
export { holdConnections } from './hold.ts';
export { openLoad } from './open.ts';
export { steeredLoad, type SteeredLoad } from './steered.ts';
export { k6Load } from './programs/k6.ts';
export { scenarioByK6, clusterVersion } from './k6/load.ts';
export { k6Script } from './k6/local.ts';
export { testRun } from './k6/manifest.ts';
export { k6Plan, type K6Load } from './k6/plan.ts';
export { findProgram, type ProgramName } from './programs/program.ts';
export { vegetaLoad } from './programs/vegeta.ts';
export { wrkLoad } from './programs/wrk.ts';
export { pairedWindows, type PairedLoad } from './paired.ts';

/** Every engine that can send an exact number of requests: what leak rounds need. A new one is a file beside this and a line here. */
export const engines = { autocannon: autocannonEngine, http2: http2Engine } as const satisfies Record<string, Engine>;
