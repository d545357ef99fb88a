import { autocannonEngine } from './autocannon.ts';
import type { Engine } from './engine.ts';

export type { Engine, Load } from './engine.ts';
export { trafficFor } from './arrivals.ts';
export { openLoad } from './open.ts';
export { steeredLoad, type SteeredLoad } from './steered.ts';
export { pairedWindows, type PairedLoad } from './paired.ts';

/** Every engine by the name that users choose it with. A new one is a file beside this and a line here. */
export const engines = { autocannon: autocannonEngine } as const satisfies Record<string, Engine>;
