import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { resolveConfig, type Config } from '../../../src/config/resolve.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leakgate-deployed-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const here = 'http://127.0.0.1:8080';
const remote = 'http://shop.test.svc:8080';

function resolved(file: Record<string, unknown>, inputs: Record<string, string> = {}): Config {
  writeFileSync(join(folder, 'leakgate.json'), JSON.stringify(file));
  return resolveConfig({ inputs, cwd: folder, env: {} });
}
const refused = (file: Record<string, unknown>, inputs?: Record<string, string>): unknown => {
  try {
    return resolved(file, inputs).deployed;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a service that is deployed', () => {
  test('on this machine needs nothing but its address', () => {
    expect(resolved({}, { target: here }).deployed).toEqual({ origin: here, pprof: undefined, cluster: undefined });
    expect(resolved({ target: here, 'leak-keys': 'fresh' }).deployed?.origin).toBe(here);
    expect(resolved({}).deployed).toBeNull();
  });

  test('elsewhere needs the leave to load it', () => {
    expect(refused({ target: remote, connections: 4 })).toBe(
      "leakgate.json: target: shop.test.svc isn't this machine.",
    );
    expect(refused({ target: here, 'pprof-url': remote, connections: 4 })).toBe(
      "leakgate.json: pprof-url: shop.test.svc isn't this machine.",
    );
    const allowed = resolved({ target: remote, 'pprof-url': 'https://10.0.0.3/debug/pprof', 'allow-remote': true });
    expect(allowed.deployed).toMatchObject({ origin: remote, pprof: 'https://10.0.0.3/debug/pprof' });
    expect(resolved({ target: remote }, { 'allow-remote': 'true' }).deployed?.origin).toBe(remote);
  });

  test('is looked at for leaks only where its profiles are', () => {
    expect(resolved({ target: here, connections: 4 }).checks).toEqual(['qps']);
    expect(resolved({ target: here, 'pprof-url': here }).checks).toEqual(['qps', 'heap-leak', 'goroutine-leak']);
    expect(refused({ target: here, checks: ['qps', 'heap-leak'] })).toBe(
      'leakgate.json: checks: heap-leak needs the profiles of the deployed service.',
    );
  });

  test.each(['gc', 'capacity', 'protocols', 'stages', 'leak-coverage', 'resilience'])(
    'has no check %s, which needs a build',
    (check) => {
      const said = refused({ target: here, 'pprof-url': here, checks: [check] });
      expect(said).toContain(`leakgate.json: checks: ${check} (`);
      expect(said).toContain('needs a build of the service, and target names one that is deployed');
    },
  );

  test('is loaded by pods of a cluster', () => {
    const { deployed } = resolved({
      target: remote,
      'allow-remote': true,
      cluster: { namespace: 'load', image: 'k6:1' },
    });
    expect(deployed?.cluster).toEqual({ namespace: 'load', parallelism: 2, image: 'k6:1' });
  });

  test.each([
    ['8080', 'target: got "8080", which is no address'],
    ['shop:8080', 'target: got "shop:8080", which is no address'],
    [`${here}/api`, `target: got "${here}/api", which is more than scheme, host and port`],
    ['http://a:sesame@127.0.0.1', 'target has a login in it'],
    ['postgres://a:sesame@127.0.0.1', 'target has a login in it'],
  ])('isn’t at %s', (target, message) => {
    expect(refused({ target, connections: 4 })).toBe(`leakgate.json: ${message}.`);
  });

  test.each([
    [{ 'pprof-url': here }, 'pprof-url is of no use without target'],
    [{ cluster: {} }, 'cluster is of no use without target'],
    [{ 'allow-remote': true }, 'allow-remote is of no use without target'],
    [
      { target: here, package: './cmd/api' },
      'package is for a service that Leakgate builds, and target names one that is deployed',
    ],
    [
      { target: here, args: ['serve'] },
      'args is for a service that Leakgate builds, and target names one that is deployed',
    ],
    [{ target: here, engine: 'wrk' }, "engine: wrk can't load a target"],
    [{ target: here, streams: 4 }, 'streams is 4, but k6 sends one request at a time on each connection'],
    [{ target: here, cluster: {} }, 'target: for the pods of a cluster 127.0.0.1 is each of them itself'],
    [
      { target: remote, 'allow-remote': true, connections: 2, cluster: { parallelism: 3 } },
      "2 connections can't be shared by 3 pods",
    ],
    [
      { target: remote, 'allow-remote': true, cluster: { namespace: 'A b' } },
      'cluster.namespace: got "A b"; write small letters, digits and - (63 at most)',
    ],
  ])('can’t be with %j', (file, message) => {
    expect(refused(file)).toBe(`leakgate.json: ${message}.`);
  });

  test.each([
    [{ target: 'http://127.0.0.1:8080/checkout', method: 'POST' }, 'POST /checkout'],
    [{ target: '/checkout' }, 'GET /checkout'],
    [{ target: 'POST http://localhost:8080/checkout', rate: 5 }, 'POST /checkout'],
  ])('isn’t meant by a file that is nothing but a request in the plain form: %j', (file, label) => {
    const { deployed, routes } = resolved(file);
    expect([deployed, routes[0]?.label]).toEqual([null, label]);
  });

  test.each(['localhost:8080/x', 'ftp://shop/x', 'http://'])(
    'isn’t meant by %s, which is refused as a request',
    (target) => {
      expect(refused({ target })).toMatch(/^leakgate\.json: (?:requests|target)/);
    },
  );
});
