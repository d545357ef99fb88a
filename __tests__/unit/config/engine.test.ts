import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { routedEngine } from '../../../src/config/engine.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import type { Traffic } from '../../../src/model.ts';

const rate = (perSecond: number): Traffic => ({ spacing: 'even', stages: [{ perSecond, durationMs: 1000 }] });
const ramp: Traffic = { spacing: 'even', stages: [{ perSecond: 1, toPerSecond: 9, durationMs: 1000 }] };

test.each([
  ['auto', null, 'autocannon'],
  ['auto', rate(5), 'open'],
  ['http2', null, 'http2'],
  ['k6', null, 'k6'],
  ['wrk+vegeta', null, 'wrk'],
  ['wrk+vegeta', rate(100), 'wrk'],
  ['wrk+vegeta', rate(101), 'vegeta'],
  ['wrk+vegeta', ramp, 'vegeta'],
] as const)('%s with %j sends by %s', (engine, traffic, routed) => {
  expect(routedEngine({ engine, traffic, vegetaAbove: 100 })).toBe(routed);
});

describe('settings that don’t fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-config-'));
  writeFileSync(join(folder, 'api.js'), '');
  afterAll(() => rmSync(folder, { recursive: true }));
  const resolve = (settings: Record<string, unknown>) => {
    const file = join(folder, 'leakgate.json');
    writeFileSync(file, JSON.stringify(settings));
    return resolveConfig({ inputs: { config: file }, cwd: folder, env: {} });
  };

  test.each([
    [{ engine: 'hey' }, 'allowed: auto, http2, wrk, vegeta, wrk+vegeta, k6'],
    [{ engine: 'wrk', rate: 5 }, 'wrk sends as fast as it is answered'],
    [{ engine: 'http2', rate: 5 }, 'http2 sends as fast as it is answered'],
    [{ engine: 'vegeta' }, 'vegeta needs to know when requests start'],
    [{ engine: 'k6' }, 'k6 needs a script'],
    [{ engine: 'k6', 'k6-script': 'none.js' }, 'k6-script: got "none.js", which isn\'t a file'],
    [{ engine: 'k6', 'k6-script': 'api.js', rate: 5 }, 'the script says when requests start'],
    [{ 'k6-script': 'api.js' }, 'k6-script is given, but engine is auto'],
    [{ streams: 8 }, 'streams is 8, but engine is auto'],
    [{ engine: 'http2', streams: 251 }, 'at most 250'],
  ])('%j', (settings, words) => {
    expect(() => resolve(settings)).toThrow(words);
  });

  test('those that do', () => {
    expect(resolve({ engine: 'http2', streams: 8, tls: true })).toMatchObject({
      engine: 'http2',
      streams: 8,
      tls: true,
    });
    expect(resolve({ engine: 'k6', 'k6-script': 'api.js' }).k6Script).toMatch(/\/api\.js$/);
  });
});
