export { readCoverage, runsAt, type CoverageProfile } from './coverage.ts';
export { takeInventory, type FoundSite } from './reader.ts';
