export { runSuite, type SuiteOptions } from './suite.ts';
export type { PackageRun } from './events.ts';
export { isVerbose } from './arguments.ts';
export { withoutLeft } from './left.ts';
