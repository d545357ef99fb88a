import { describe, expect, it } from 'vitest';
import { mismatches } from '../../../src/baseline/comparability.ts';

describe('mismatches', () => {
  it('is empty for equal conditions in any order', () => {
    expect(mismatches({ a: '1', b: '2' }, { b: '2', a: '1' })).toEqual([]);
  });

  it('says in words what was then and what is now', () => {
    expect(
      mismatches({ 'Go version': 'go1.25.5', GOARCH: 'amd64' }, { 'Go version': 'go1.26.8', GOARCH: 'amd64' }),
    ).toEqual(['Go version: go1.25.5 then, go1.26.8 now']);
  });

  it('counts a condition that only one side recorded', () => {
    expect(mismatches({ old: 'x' }, { new: 'y' })).toEqual([
      'new: not recorded then, y now',
      'old: x then, not recorded now',
    ]);
  });

  it('does not print hashes', () => {
    expect(mismatches({ requests: '0a1b2c3d4e5f' }, { requests: 'f5e4d3c2b1a0' })).toEqual([
      'requests: not the same now as then',
    ]);
  });

  it('is not fooled by inherited names', () => {
    expect(mismatches({}, { constructor: 'x' })).toEqual(['constructor: not recorded then, x now']);
  });
});
