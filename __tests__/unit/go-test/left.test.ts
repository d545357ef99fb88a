import { describe, expect, test } from 'vitest';
import { countLeft, readLeft, withoutLeft } from '../../../src/go-test/left.ts';
import { groupLeft, leakKey } from '../../../src/go-test/groups.ts';
import type { FrameResolver } from '../../../src/pprof/frames.ts';

const frames: FrameResolver = (name, file, line) => ({
  function: name,
  file: file.replace('/src/shop/', ''),
  line,
  own: file.startsWith('/src/shop/'),
});

// As goleak in `testing` wrote it with Go 1.26.8.
const ours = `PASS

leakgate: 3 goroutines left behind
goroutine 24 [chan receive (leaked)]:
example.com/shop.worker(...)
	/src/shop/a_test.go:3
created by example.com/shop.TestLeak in goroutine 23
	/src/shop/a_test.go:5 +0x5f
leakgate: of TestLeak at /src/shop/a_test.go:5

goroutine 25 [chan receive]:
example.com/shop.worker(...)
	/src/shop/a_test.go:3
created by example.com/shop.TestLeak in goroutine 23
	/src/shop/a_test.go:5 +0x5f
leakgate: of TestLeak at /src/shop/a_test.go:5

goroutine 29 [select (no cases)]:
example.com/shop.TestAfter.func1()
	/src/shop/a_test.go:7 +0xf
created by time.goFunc
	/usr/local/go/src/time/sleep.go:215 +0x2d

leakgate: end of goroutines
ok  	example.com/shop	0.647s
`;

describe('what testing wrote', () => {
  const left = readLeft(ours, frames, { package: 'example.com/shop', test: null });

  test('each goroutine with the test that it comes from', () => {
    expect(left.map(({ test, goroutine }) => [goroutine.id, goroutine.state, goroutine.leaked, test])).toEqual([
      [24, 'chan receive', true, 'TestLeak'],
      [25, 'chan receive', false, 'TestLeak'],
      [29, 'select (no cases)', false, null],
    ]);
    expect(left[0]?.testAt).toEqual({ function: 'example.com/shop.TestLeak', file: 'a_test.go', line: 5, own: true });
    expect(left[2]?.goroutine.createdBy?.function).toBe('time.goFunc');
  });

  test('counted, and taken out of the rest', () => {
    expect(countLeft(ours)).toBe(3);
    expect(withoutLeft(ours)).toBe('PASS\n\nok  \texample.com/shop\t0.647s\n');
    expect(readLeft('PASS\nok  \tx\t0.1s\n', frames, { package: 'x', test: null })).toEqual([]);
  });

  test('in groups, proven where one of them is', () => {
    const groups = groupLeft('example.com/shop', left);
    expect(groups.map(({ count, proven, test }) => [count, proven, test])).toEqual([
      [2, true, 'TestLeak'],
      [1, false, null],
    ]);
    expect(leakKey(groups[0]!)).toBe('a_test.go:5 example.com/shop.worker');
  });
});

// `goleak.VerifyNone(t)` and `goleak.VerifyTestMain(m)`, v1.3.0.
const verifyNone = `    own_test.go:12: found unexpected goroutines:
        [Goroutine 8 in state chan receive, with example.com/shop.TestOwn.func1 on top of the stack:
        example.com/shop.TestOwn.func1()
        	/src/shop/own_test.go:10 +0x25
        created by example.com/shop.TestOwn in goroutine 7
        	/src/shop/own_test.go:10 +0x77
         Goroutine 9 in state sleep, with time.Sleep on top of the stack:
        time.Sleep(0x34630b8a000)
        	/usr/local/go/src/runtime/time.go:363 +0x125
        created by example.com/shop.TestOwn in goroutine 7
        	/src/shop/own_test.go:11 +0x83
        ]
--- FAIL: TestOwn (0.44s)
`;

test('what goleak wrote for tests that call it themselves', () => {
  const left = readLeft(verifyNone, frames, { package: 'example.com/shop', test: 'TestOwn' });
  expect(left.map(({ test, goroutine }) => [goroutine.id, goroutine.state, goroutine.createdBy?.line, test])).toEqual([
    [8, 'chan receive', 10, 'TestOwn'],
    [9, 'sleep', 11, 'TestOwn'],
  ]);
  expect(countLeft(verifyNone)).toBe(2);
  const inMain = verifyNone
    .replaceAll(/^ {8}/gm, '')
    .replace(/^ {4}own.*found/, 'goleak: Errors on successful test run: found');
  const told = readLeft(inMain, frames, { package: 'example.com/shop', test: null });
  expect(told.map(({ goroutine, test }) => [goroutine.id, test])).toEqual([
    [8, 'TestOwn'],
    [9, 'TestOwn'],
  ]);
});
