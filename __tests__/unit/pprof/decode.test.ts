import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { Function as PprofFunction, Line, Location, Profile, Sample, StringTable, ValueType } from 'pprof-format';
import { describe, expect, test } from 'vitest';
import { LeakgateError } from '../../../src/errors.ts';
import type { SiteUsage } from '../../../src/model.ts';
import { decodeHeap, isLargeSite } from '../../../src/pprof/decode.ts';
import { pointedFrame } from '../../../src/pprof/site.ts';
import { builds, shopFrames, type Build } from './shop.ts';

const folder = new URL('../../fixtures/pprof/', import.meta.url);
const recorded = (name: Build): SiteUsage[] =>
  decodeHeap(gunzipSync(readFileSync(new URL(`${name}.heap.pb.gz`, folder))), shopFrames(name));

const frames = shopFrames('go1.26');

/** What `go tool pprof -raw` says: four values and the locations of each sample, the function names of each location. */
function rawSamples(text: string): { values: number[]; functions: string[] }[] {
  const locations = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of text.slice(text.indexOf('Locations')).split('\n')) {
    const [, id, name] = /^\s+(?:(\d+): 0x\w+ M=\d+ )?(\S+) \S+:\d+:\d+ s=\d+/.exec(line) ?? [];
    if (name === undefined) continue;
    if (id !== undefined) locations.set(id, (last = []));
    last.push(name);
  }
  return [...text.matchAll(/^\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+): ([\d ]+)$/gm)].map((found) => ({
    values: found.slice(1, 5).map(Number),
    functions: found[5]!
      .trim()
      .split(' ')
      .flatMap((id) => locations.get(id) ?? []),
  }));
}

describe('decodeHeap', () => {
  test('agrees with go tool pprof, which shows the scaled numbers that the service wrote', () => {
    const raw = rawSamples(readFileSync(new URL('go1.26.heap.raw.txt', folder), 'utf8'));
    const kept = raw.filter(({ functions }) => !functions.some((name) => /leakgate|^runtime\/pprof\./.test(name)));
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.length).toBeLessThan(raw.length);
    const sites = recorded('go1.26');
    const sum = (of: keyof SiteUsage): number => sites.reduce((total, site) => total + Number(site[of]), 0);
    const expected = [0, 1, 2, 3].map((column) => kept.reduce((total, { values }) => total + values[column]!, 0));
    expect([sum('allocatedObjects'), sum('allocatedBytes'), sum('liveObjects'), sum('liveBytes')]).toEqual(expected);
  });

  test.each(builds)('%s: the leak is at its own line', (name) => {
    const own = recorded(name).filter(({ stack }) => pointedFrame(stack)?.own === true);
    const [heaviest] = own.toSorted((a, b) => b.liveBytes - a.liveBytes);
    expect(pointedFrame(heaviest!.stack)).toEqual({
      function: 'example.com/shop/internal/stock.newReservation',
      file: 'internal/stock/stock.go',
      line: 16,
      own: true,
    });
    // 300 requests kept a struct of 40 bytes (size class 48) and 512 bytes of notes each.
    expect(Math.abs(heaviest!.liveBytes - 300 * (48 + 512))).toBeLessThan(4 * heaviest!.errorBytes);
    expect(heaviest!.errorBytes / heaviest!.liveBytes).toBeLessThan(0.08);
  });

  test.each(builds)('%s: inlined callers are frames of their own', (name) => {
    const site = recorded(name).find(({ stack }) => stack[0]?.function.endsWith('newReservation'));
    expect(site?.stack.slice(0, 2).map((frame) => frame.function)).toEqual([
      'example.com/shop/internal/stock.newReservation',
      'example.com/shop/internal/stock.Reserve',
    ]);
    expect(site?.stack.map((frame) => frame.file)).toContain('github.com/go-chi/chi/v5@v5.5.0/mux.go');
  });

  test.each(builds)('%s: neither the probe nor the profiler shows', (name) => {
    const functions = recorded(name).flatMap(({ stack }) => stack.map((frame) => frame.function));
    expect(functions.filter((called) => /leakgate|^runtime\/pprof\./.test(called))).toEqual([]);
  });

  test('one site for each stack, and another for its large objects', () => {
    const keys = recorded('go1.26').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const apart = decodeHeap(
      synthetic([
        [10, 160, 10, 160],
        [1, 1024, 1, 1024],
        [3, 8192, 3, 8192],
      ]),
      frames,
    );
    expect(apart.map((site) => [site.liveBytes, isLargeSite(site)])).toEqual([
      [160, false],
      [9216, true],
    ]);
  });

  test('samples of different sizes at one stack add up, and so do their errors', () => {
    const [site, ...others] = decodeHeap(
      synthetic([
        [10, 160, 10, 160],
        [4, 256, 2, 128],
      ]),
      frames,
    );
    expect(others).toEqual([]);
    expect(site).toMatchObject({ allocatedObjects: 14, allocatedBytes: 416, liveObjects: 12, liveBytes: 288 });
    const variance = (count: number, size: number): number => {
      const sampled = 1 - Math.exp(-size / 512);
      return (count * size ** 2 * (1 - sampled)) / sampled;
    };
    expect(site!.errorBytes).toBeCloseTo(Math.sqrt(variance(10, 16) + variance(2, 64)));
  });

  test('at rate 1 nothing was sampled, so nothing is uncertain', () => {
    expect(decodeHeap(synthetic([[10, 160, 10, 160]], 1), frames)[0]?.errorBytes).toBe(0);
  });

  test('refuses what is no heap profile', () => {
    const measurement = expect.objectContaining({ code: 'measurement' });
    expect(() => decodeHeap(new Profile({}).encode(), frames)).toThrow(measurement);
    expect(() => decodeHeap(readFileSync(new URL('go1.26.heap.pb.gz', folder)), frames)).toThrow(measurement);
  });

  test('damaged profiles never throw anything but a LeakgateError', () => {
    const whole = gunzipSync(readFileSync(new URL('go1.26.heap.pb.gz', folder)));
    const damage = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 20,
    });
    const property = fc.property(damage, fc.nat({ max: whole.length }), (changes, length) => {
      const bytes = Uint8Array.from(whole.subarray(0, length));
      for (const [at, value] of changes) if (at < length) bytes[at] = value;
      survives(() => decodeHeap(bytes, frames));
    });
    expect(() => fc.assert(property, { numRuns: 60 })).not.toThrow();
    const noise = fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => survives(() => decodeHeap(bytes, frames)));
    expect(() => fc.assert(noise)).not.toThrow();
  });
});

function survives(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(LeakgateError);
    expect(error).toMatchObject({ code: 'measurement' });
  }
}

function synthetic(values: number[][], period = 512): Uint8Array {
  const stringTable = new StringTable();
  const type = (name: string) => new ValueType({ type: stringTable.dedup(name), unit: stringTable.dedup('count') });
  return new Profile({
    stringTable,
    period,
    sampleType: ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'].map(type),
    function: [
      new PprofFunction({ id: 1, name: stringTable.dedup('main.f'), filename: stringTable.dedup('/srv/shop/main.go') }),
    ],
    location: [new Location({ id: 1, line: [new Line({ functionId: 1, line: 9 })] })],
    sample: values.map((value) => new Sample({ locationId: [1], value })),
  }).encode();
}
