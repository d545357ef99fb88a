import { expect, test } from 'vitest';
import { collectionTimes } from '../../../src/service/gc-trace.ts';
import { serviceOutput } from '../../../src/service/service-output.ts';

/** Printed by programs of Go 1.22.12, 1.26.8 and 1.27.0. */
const lines = [
  'gc 1 @0.000s 90%: 7.4+0.15+0.021 ms clock, 14+0.11/0.11/0+0.043 ms cpu, 3->3->3 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P',
  'gc 1 @0.000s 7%: 0.092+0.15+0.002 ms clock, 0.18+0.10/0/0+0.005 ms cpu, 3->4->3 MB, 4 MB goal, 0 MB stacks, 0 MB globals, 2 P',
  'gc 4 @0.004s 13%: 1.3+0.093+0.001 ms clock, 2.7+0/0.066/0+0.003 ms cpu, 4->4->3 MB, 9 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)',
  'gc 4 @0.021s 20%: 0.067+0.099+0.002 ms clock, 0.13+0/0.032/0.039+0.004 ms cpu, 4->4->3 MB, 8 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)',
];

test.each(lines)('%s', (line) => {
  const times = collectionTimes(line)!;
  expect(times.processors).toBe(2);
  expect(times.durationMs).toBeGreaterThan(0);
  expect(times.cpuMs).toBeGreaterThanOrEqual(times.assistMs);
});

test('adds up what the clock and the processors spent', () => {
  const line =
    'gc 7 @1.900s 2%: 0.25+4.5+0.125 ms clock, 0.5+0.25/8/3.5+0.25 ms cpu, 40->41->20 MB, 42 MB goal, 0 MB stacks, 0 MB globals, 2 P';
  expect(collectionTimes(line)).toEqual({ number: 7, durationMs: 4.875, assistMs: 0.25, cpuMs: 9, processors: 2 });
});

test('what a program itself prints is left alone, also where it cuts into a line of the runtime', () => {
  const [line = ''] = lines;
  const output = serviceOutput();
  const cut = `${line.slice(0, 30)}listening on :8080`;
  output.write('stderr', `gc is short for gracious\n${cut}\n${line}\n${line.replace(/^gc \d+/, 'gc 9')}\n`);
  output.write('stdout', `${line}\n`);
  expect(output.lines()).toEqual(['gc is short for gracious', cut, line]);
  expect(output.collections().at(-1)?.number).toBe(9);
  expect(output.collections()).toHaveLength(2);
});
