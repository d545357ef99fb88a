import { describe, expect, test } from 'vitest';
import { flagsForOne, isVerbose, splitTestArguments } from '../../../src/go-test/arguments.ts';

describe('splitTestArguments', () => {
  test('tells flags with a value of their own from packages, in any order', () => {
    const given = ['-race', '-run', 'TestA', './a', '-tags=x,y', './b/...', '-count', '2'];
    expect(splitTestArguments(given)).toEqual({
      flags: ['-race', '-run', 'TestA', '-tags=x,y', '-count', '2'],
      packages: ['./a', './b/...'],
      ofTests: [],
    });
  });

  test('leaves what follows -args to the tests', () => {
    expect(splitTestArguments(['./...', '-args', '-update', './x'])).toMatchObject({
      packages: ['./...'],
      ofTests: ['-update', './x'],
    });
  });

  test('takes a flag at the end for what it is', () => {
    expect(splitTestArguments(['-run'])).toMatchObject({ flags: ['-run'], packages: [] });
  });

  test.each(['-json', '-c', '-o', '--json', '-o=x'])('refuses %s', (flag) => {
    expect(() => splitTestArguments([flag, './...'])).toThrow(/Leakgate runs the tests/);
  });

  test.each(['-count=1', '-cover', '-cpu=2', '-overlay=x', '-i386'])('takes %s', (flag) => {
    expect(splitTestArguments([flag]).flags).toEqual([flag]);
  });
});

test('a test alone is built with the flags of the build, not with those that choose tests or write files', () => {
  const flags = ['-race', '-run', 'TestA', '-tags=x', '-coverprofile=c.out', '-v', '-count', '3', '-timeout', '5m'];
  expect(flagsForOne(flags)).toEqual(['-race', '-tags=x', '-timeout', '5m']);
});

test('knows -v in all its spellings', () => {
  expect(['-v', '--v', '-v=true', '-test.v'].map((flag) => isVerbose([flag]))).toEqual([true, true, true, true]);
  expect(isVerbose(['-vet=off', '-v=false'])).toBe(false);
});
