import { describe, expect, test } from 'vitest';
import { descriptorPatternFacts, heapPatternFacts } from '../../../src/checks/kept-patterns.ts';
import type { Fact, Frame } from '../../../src/model.ts';

const frameOf = (name: string): Frame => ({ function: name, file: 'a.go', line: 1, own: false });
const site = (source: string, ...calls: string[]) => ({
  function: 'main.put',
  file: 'put.go',
  line: 3,
  source,
  stack: calls.map(frameOf),
});
const pageOf = (facts: Fact[]): string | undefined => facts.find(({ label }) => label === 'usually')?.page;
const heap = (source: string, chain?: string) =>
  pageOf(
    heapPatternFacts({
      site: site(source),
      keptBy: chain === undefined ? null : { root: 'main.x', chain },
      heldBy: null,
    }),
  );

describe('memory that stays', () => {
  test.each([
    ['main.cache → map[string]*main.entry → main.put put.go:3', 'e := &entry{}', 'unbounded-map'],
    ['main.cache → map main.put put.go:3 → main.put put.go:3', 'x()', 'unbounded-map'],
    ['main.log → slice main.put put.go:3 → main.put put.go:3', 'e := &entry{}', 'growing-slice'],
    ['main.m → map[int]main.t → []main.entry → main.put put.go:3', 'x()', 'growing-slice'],
    ['main.later → []func() → closure main.put.func1 → main.put put.go:3', 'b := make([]byte, n)', 'captured-closure'],
    ['main.last → main.put put.go:3', 'last.next = &node{}', undefined],
  ])('along %s at `%s`: %s', (chain, source, page) => {
    expect(heap(source, chain)).toBe(page);
  });

  test.each([
    ['cache[fmt.Sprint(len(cache))] = make([]byte, 2048)', 'unbounded-map'],
    ['s.seen[key()] = struct{}{}', 'unbounded-map'],
    ['history = append(history, e)', 'growing-slice'],
    ['case <-time.After(timeout):', 'time-after-loop'],
    ['t := time.NewTicker(time.Second)', 'ticker-loop'],
    ['if cache[key] == nil {', undefined],
    ['return &entry{}', undefined],
  ])('where no chain tells, by the line `%s`: %s', (source, page) => {
    expect(heap(source)).toBe(page);
  });

  test.each([
    [null, 'the stack tells where it is made'],
    [{ root: 'main.last', chain: 'main.last → main.put put.go:3' }, 'the chain tells who keeps it'],
  ])('that nothing is recognised in (kept by %j) is said', (keptBy, where) => {
    const [fact, ...others] = heapPatternFacts({ site: site('return &entry{}'), keptBy, heldBy: null });
    expect(fact!.text).toBe(`Leakgate doesn’t recognise the pattern; ${where}.`);
    expect(fact!.page).toBeUndefined();
    expect(others).toEqual([]);
  });

  test('of another leak has no pattern of its own', () => {
    const held = { kind: 'goroutines', id: 'main.wait' } as const;
    const leak = { site: site('x = append(x, 1)'), keptBy: null, heldBy: held };
    expect(heapPatternFacts(leak)).toEqual([]);
  });
});

describe('files that stay open', () => {
  test.each([
    [['os.newFile', 'os.Open', 'main.read'], 'unclosed-file'],
    [['net.newFD', 'net.(*Dialer).Dial', 'net/http.(*Transport).dialConn', 'main.get'], 'unclosed-body'],
    [['net.newFD', 'net.Dial', 'main.greet'], 'unclosed-connection'],
    [['os.newFile', 'os/exec.(*Cmd).Start', 'main.run'], 'unwaited-command'],
    [['net.newFD', 'net.Dial', 'database/sql.(*DB).conn'], 'unclosed-rows'],
    [['syscall.Open', 'main.raw'], undefined],
  ])('opened by %j: %s', (calls, page) => {
    expect(pageOf(descriptorPatternFacts({ site: site('', ...calls), heldBy: null }))).toBe(page);
  });

  test('that nothing is recognised in, that is said', () => {
    const [fact] = descriptorPatternFacts({ site: site('', 'syscall.Open', 'main.raw'), heldBy: null });
    expect(fact!.text).toBe('Leakgate doesn’t recognise the pattern; the stack tells where it is opened.');
  });

  test('without a line, or held by goroutines, have none', () => {
    expect(descriptorPatternFacts({ site: null, heldBy: null })).toEqual([]);
    expect(descriptorPatternFacts({ site: site('', 'os.Open'), heldBy: 'main.wait' })).toEqual([]);
  });
});
