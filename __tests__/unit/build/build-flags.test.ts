import { expect, test } from 'vitest';
import { leakProof, probeFlags, stockFlags } from '../../../src/build/build-flags.ts';

test('the stock build gets the defaults first and the user’s flags untouched behind them', () => {
  expect(stockFlags([], ['-trimpath=false', '-ldflags=-s -w'])).toEqual([
    '-trimpath',
    '-buildvcs=false',
    '-trimpath=false',
    '-ldflags=-s -w',
  ]);
  expect(stockFlags(['-trimpath=false', '-buildvcs=auto'], [])).toEqual([]);
});

test('an output flag is refused', () => {
  expect(() => stockFlags([], ['-o', 'x'])).toThrow(/-o/);
  expect(() => probeFlags([], ['-o=x'])).toThrow(/-o/);
});

test('the probe build keeps symbols and the fixed address, and gets no overlay but ours', () => {
  expect(probeFlags([], ['-overlay', 'mine.json', '-ldflags', '-s -w', '-race'])).toEqual([
    '-trimpath',
    '-buildvcs=false',
    '-buildmode=exe',
    '-ldflags=-w',
    '-race',
  ]);
});

test('GOFLAGS is answered where it would cost the symbols', () => {
  expect(probeFlags(['-ldflags=-s -w', '-trimpath', '-buildmode=pie'], ['-buildvcs'])).toEqual([
    '-buildvcs=false',
    '-ldflags=-w',
    '-buildvcs',
  ]);
});

test.each([
  ['go1.22.12', '', false, null],
  ['go1.25.5', 'synctest', false, null],
  ['go1.26.8', '', true, 'goroutineleakprofile'],
  ['go1.26rc1', 'jsonv2,', true, 'jsonv2,goroutineleakprofile'],
  ['go1.26.8-X:goroutineleakprofile', 'goroutineleakprofile', true, 'goroutineleakprofile'],
  ['go1.27.0', 'jsonv2', true, null],
  ['devel go1.28-abc', '', true, null],
  ['devel +abc', '', true, null],
])('%s with GOEXPERIMENT=%j', (version, experiments, proves, wanted) => {
  expect(leakProof(version, experiments)).toEqual({ leakProof: proves, experiments: wanted });
});
