export type { Act } from './act.ts';
export { parseAddress } from './address.ts';
export { begin, type ActiveFault, type Fault } from './fault.ts';
export { openProxy, type DependencyProxy } from './proxy.ts';
