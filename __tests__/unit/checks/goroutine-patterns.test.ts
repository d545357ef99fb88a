import { describe, expect, test } from 'vitest';
import { patternOf, patterns } from '../../../src/checks/goroutine-patterns.ts';
import type { Frame } from '../../../src/model.ts';

const standard = (name: string): Frame => ({ function: name, file: 'std/std.go', line: 1, own: false });
const own: Frame = { function: 'main.work', file: 'main.go', line: 1, own: true };
const sourceOf = (text: string) => (file: string, line: number) =>
  file === 'main.go' ? text.split('\n')[line - 1] : undefined;
const waiting = (state: string, ...above: string[]) => ({
  state,
  stack: [...above.map(standard), own],
  createdBy: own,
});

describe('patternOf', () => {
  test.each([
    ['chan send', '\tch <- v', 'send'],
    ['chan receive', '\t<-ch', 'receive'],
    ['chan receive', '\tfor job := range jobs {', 'range'],
    ['chan receive', '\t<-ctx.Done()', 'cancel'],
    ['chan receive', '\tfor range ticker.C {', 'ticker'],
    ['chan receive', '\tfor range time.Tick(time.Second) {', 'ticker'],
    ['chan receive', '\t<-time.After(time.Hour)', 'timeAfter'],
    ['chan receive (nil chan)', '\t<-ch', 'nilChannel'],
    ['select (no cases)', '\tselect {}', 'forever'],
    ['sleep', '\ttime.Sleep(d)', 'sleep'],
    ['IO wait', '\tconn.Read(b)', 'io'],
    ['syscall', '\tf.Read(b)', 'io'],
  ])('%s at %s', (state, text, pattern) => {
    expect(patternOf(waiting(state), own, sourceOf(text))).toBe(pattern);
  });

  test.each([
    ['\tselect {\n\tcase <-ctx.Done():\n\t\treturn\n\tcase v := <-ch:\n\t}', 'cancel'],
    ['\tselect {\n\tcase <-quit:\n\tcase <-time.After(d):\n\t}', 'timeAfter'],
    ['\tselect {\n\tcase <-quit:\n\tcase <-t.C:\n\t}', 'ticker'],
    ['\tselect {\n\tcase ch <- v:\n\t}\n\t<-ctx.Done()', 'select'],
    ['', 'select'],
  ])('the cases of a select, and not what follows it %#', (text, pattern) => {
    expect(patternOf(waiting('select'), own, sourceOf(text))).toBe(pattern);
  });

  test.each([
    ['sync.Mutex.Lock', 'sync.(*Mutex).Lock', 'lock'],
    ['sync.RWMutex.RLock', 'sync.(*RWMutex).RLock', 'lock'],
    ['semacquire', 'sync.(*WaitGroup).Wait', 'waitGroup'],
    ['sync.WaitGroup.Wait', 'sync.(*WaitGroup).Wait', 'waitGroup'],
    ['sync.Cond.Wait', 'sync.(*Cond).Wait', 'cond'],
    ['select', 'net/http.(*persistConn).readLoop', 'body'],
    ['select', 'net/http.(*persistConn).writeLoop', 'body'],
    ['IO wait', 'net/http.(*persistConn).readLoop', 'transport'],
    ['select', 'google.golang.org/grpc/internal/transport.(*controlBuffer).get', 'grpc'],
    ['sync.WaitGroup.Wait', 'golang.org/x/sync/errgroup.(*Group).Wait', 'errgroup'],
    ['chan send', 'golang.org/x/sync/errgroup.(*Group).Go', 'errgroup'],
    ['select', 'golang.org/x/sync/semaphore.(*Weighted).Acquire', 'semaphore'],
    ['sync.WaitGroup.Wait', 'golang.org/x/sync/singleflight.(*Group).Do', 'singleflight'],
    ['select', 'io.(*pipe).write', 'pipe'],
    ['select', 'database/sql.(*Rows).awaitDone', 'rows'],
    ['select', 'database/sql.(*Tx).awaitDone', 'rows'],
    ['IO wait', 'os/exec.(*Cmd).writerDescriptor.func1', 'command'],
  ])('%s in %s', (state, called, pattern) => {
    expect(patternOf(waiting(state, called), undefined, sourceOf(''))).toBe(pattern);
  });

  test('the context package starts one for a parent of another kind', () => {
    const createdBy = standard('context.(*cancelCtx).propagateCancel');
    expect(patternOf({ ...waiting('select'), createdBy }, undefined, sourceOf(''))).toBe('cancel');
  });

  test('what an errgroup only started waits for something of its own', () => {
    const createdBy = standard('golang.org/x/sync/errgroup.(*Group).Go');
    expect(patternOf({ ...waiting('chan send'), createdBy }, own, sourceOf('\tch <- v'))).toBe('send');
  });

  test('what it doesn’t know it doesn’t name', () => {
    expect(patternOf(waiting('running'), own, sourceOf('\tspin()'))).toBeNull();
    expect(patternOf(waiting('waiting for cgo callback'), own, sourceOf(''))).toBeNull();
  });
});

test('each pattern says what it usually is, and a cure in a sentence', () => {
  for (const { usually, cure } of Object.values(patterns)) {
    expect(usually).toMatch(/^an? |^database/);
    expect(cure).toMatch(/^[A-Z].*\.$/);
  }
});
