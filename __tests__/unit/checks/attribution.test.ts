import { describe, expect, test } from 'vitest';
import { heldByGoroutines, ownerOf } from '../../../src/checks/attribution.ts';
import type { GoroutineLine } from '../../../src/checks/goroutine-lines.ts';
import type { HeapLine } from '../../../src/checks/heap-sites.ts';
import type { Frame, SiteUsage } from '../../../src/model.ts';

const own = (name: string, line = 1): Frame => ({ function: name, file: 'main.go', line, own: true });
const library = (name: string, file: string): Frame => ({ function: name, file, line: 1, own: false });

function goroutines(leaked: number, createdBy: Frame, stack: Frame[]): GoroutineLine {
  const group = (count: number) => ({ key: 'g', count, proven: 0, state: 'chan receive', createdBy, stack });
  return { key: 'g', createdBy, entry: stack.at(-1)!, looks: [[group(0)], [group(leaked)]] };
}

/** A line whose one site grew by so many objects of so many bytes. */
function line(objects: number, objectBytes: number, stack: Frame[], errorObjects = 0): HeapLine {
  const site = (count: number): SiteUsage => ({
    key: 's',
    liveBytes: count * objectBytes,
    liveObjects: count,
    errorBytes: errorObjects * objectBytes,
    allocatedBytes: 0,
    allocatedObjects: 0,
    stack,
  });
  const looks = [new Map([['s', site(0)]]), new Map([['s', site(objects)]])];
  return { frame: stack.find((frame) => frame.own) ?? stack[0]!, looks };
}

describe('memory of leaked goroutines', () => {
  const leaking = goroutines(1000, own('main.handle', 9), [own('main.wait'), own('main.handle.func1')]);

  test.each([
    ['made by the function with the go statement', [own('main.handle', 8)], 1000],
    [
      'made further down from there',
      [library('bytes.Clone', 'bytes/bytes.go'), own('main.helper'), own('main.handle')],
      3000,
    ],
    ['made by the goroutine itself', [own('main.load'), own('main.handle.func1')], 1000],
    ['made by one of its functions', [own('main.wait')], 1000],
  ])('%s', (_name, stack, objects) => {
    expect(heldByGoroutines(line(objects, 48, stack), [leaking])).toBe(leaking);
  });

  test('not what other functions make, nor far more than one of them may hold', () => {
    expect(heldByGoroutines(line(1000, 48, [own('main.other')]), [leaking])).toBeUndefined();
    expect(heldByGoroutines(line(100_000, 48, [own('main.handle')]), [leaking])).toBeUndefined();
  });

  test('too many is judged with the error of the sampling', () => {
    const rare = goroutines(3, own('main.handle', 9), [own('main.handle.func1')]);
    expect(heldByGoroutines(line(96, 16, [own('main.handle')]), [rare])).toBeUndefined();
    expect(heldByGoroutines(line(96, 16, [own('main.handle')], 40), [rare])).toBe(rare);
  });

  test('a library that starts them for a closure of own code', () => {
    const stack = [
      own('main.handle.func1'),
      library('golang.org/x/sync/errgroup.(*Group).Go.func1', 'golang.org/x/sync@v0.1.0/errgroup/errgroup.go'),
    ];
    const group = goroutines(
      1000,
      library('golang.org/x/sync/errgroup.(*Group).Go', 'golang.org/x/sync@v0.1.0/errgroup/errgroup.go'),
      stack,
    );
    expect(heldByGoroutines(line(1000, 256, [own('main.handle', 4)]), [group])).toBe(group);
    expect(heldByGoroutines(line(1000, 256, [own('main', 4)]), [group])).toBeUndefined();
  });

  test('wait records of the runtime, at whatever line one was needed', () => {
    expect(heldByGoroutines(line(700, 112, [own('main.innocent')]), [leaking])).toBe(leaking);
    expect(heldByGoroutines(line(700, 96, [own('main.innocent')]), [leaking])).toBe(leaking);
    expect(heldByGoroutines(line(700, 64, [own('main.innocent')]), [leaking])).toBeUndefined();
    expect(heldByGoroutines(line(1500, 112, [own('main.innocent')]), [leaking])).toBeUndefined();
    expect(heldByGoroutines(line(700, 112, [own('main.innocent')]), [])).toBeUndefined();
  });
});

describe('the owner of a library’s goroutines', () => {
  const transport = (name: string): Frame => library(`net/http.${name}`, 'net/http/transport.go');
  const readers = goroutines(200, transport('(*Transport).dialConn'), [transport('(*persistConn).readLoop')]);
  const get = line(210, 400, [library('net/http.NewRequest', 'net/http/request.go'), own('main.fetch', 30)]);

  test('is the own line that made about as many objects through the same package', () => {
    const smaller = line(200, 16, [transport('(*Transport).RoundTrip'), own('main.other')]);
    const many = line(20_000, 16, [transport('(*Transport).RoundTrip'), own('main.busy')]);
    const elsewhere = line(200, 4000, [library('json.Marshal', 'encoding/json/encode.go'), own('main.encode')]);
    expect(ownerOf(readers, [smaller, many, elsewhere, get])).toBe(get);
  });

  test('nobody, if no line fits', () => {
    expect(ownerOf(readers, [])).toBeUndefined();
  });

  test('isn’t asked for where own code is on the stack', () => {
    expect(ownerOf(goroutines(200, own('main.fetch'), [transport('(*persistConn).readLoop')]), [get])).toBeUndefined();
  });
});
