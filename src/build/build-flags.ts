import { LeakgateError } from '../errors.ts';
import { flagValues, hasFlag, keepSymbols, mapFlag } from './flags.ts';
import { minorVersion } from './toolchain.ts';

/**
 * Flags of the stock build: the user's behind our defaults, so that `-trimpath=false` still wins. Without paths and
 * commit IDs in the binary, the same code gives the same build ID in every folder.
 */
export function stockFlags(goflags: string[], flags: string[]): string[] {
  if (hasFlag(flags, 'o')) {
    throw new LeakgateError('config', 'build.flags: `-o` can’t be given, Leakgate decides where the binary goes.');
  }
  return [
    ...(hasFlag(goflags, 'trimpath') ? [] : ['-trimpath']),
    ...(hasFlag(goflags, 'buildvcs') ? [] : ['-buildvcs=false']),
    ...flags,
  ];
}

/**
 * Flags of the probe build, except for its overlay. The symbol table stays, since names of globals come from there. Those
 * of GOFLAGS are in force too, so only what changes in them is repeated here.
 */
export function probeFlags(goflags: string[], flags: string[]): string[] {
  // Position-independent programs have their symbols shifted.
  const buildmode = hasFlag([...goflags, ...flags], 'buildmode') ? [] : ['-buildmode=exe'];
  const ldflags = flagValues(goflags, 'ldflags').map((value) => `-ldflags=${keepSymbols(value)}`);
  const kept = mapFlag(mapFlag(flags, 'ldflags', keepSymbols), 'overlay', () => null);
  return stockFlags(goflags, [...buildmode, ...ldflags, ...kept]);
}

/**
 * Go 1.26 proves leaks as an experiment; from 1.27 on it always does, and then the experiment's name is an error.
 * `experiments` is the value that GOEXPERIMENT must get, null when it stays as it is.
 */
export function leakProof(goVersion: string, experiments: string): { leakProof: boolean; experiments: string | null } {
  const minor = minorVersion(goVersion);
  if (minor !== 26) return { leakProof: minor > 26, experiments: null };
  const all = [...experiments.split(',').filter((name) => name !== ''), 'goroutineleakprofile'];
  return { leakProof: true, experiments: [...new Set(all)].join(',') };
}
