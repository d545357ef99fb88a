import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const corpus = new URL('../unit-tests/corpus/clean/no_goroutine', import.meta.url).pathname;
const service = new URL('../fixtures/e2e/misbehaving', import.meta.url).pathname;

let home: string;
let shop: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'leakgate-full-disk-'));
  shop = join(home, 'shop');
  cpSync(service, shop, { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** In a namespace of its own a disk of any size can be mounted, and is gone with it. */
const inNamespace = (script: string, env: Record<string, string> = {}) =>
  spawnSync('unshare', ['-rm', 'bash', '-c', script], {
    cwd: shop,
    env: { ...process.env, NO_COLOR: '1', ...env },
    encoding: 'utf8',
  });

const mountable = inNamespaceWorks();
function inNamespaceWorks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'leakgate-mount-'));
  const { status } = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  rmSync(folder, { recursive: true });
  return status === 0;
}

const leakgate = `node ${cli} run . --save-baseline --requests 'GET /work' --leak-requests 2000 --checks heap-leak`;
const small = (folder: string, size: string): string =>
  `mkdir -p ${folder}; mount -t tmpfs -o size=${size} tmpfs ${folder}`;

/** Runs the program beside its temporary folder on a disk of that size, and tells what lies there in the end. */
function run(size: string, more = '') {
  const temporary = join(home, 'temporary');
  const script = `${small(temporary, size)}
export TMPDIR=${temporary}
${more === '' ? leakgate : `${leakgate} > >(tee ${home}/said) 2>&1 & ${more}; wait $!`}
code=$?; rm -f ${temporary}/fill; ls ${temporary} > ${home}/left; exit $code`;
  const { status, stdout, stderr } = inNamespace(script);
  return { status, said: `${stdout}${stderr}`, left: readFileSync(join(home, 'left'), 'utf8') };
}

const baselines = (): string[] =>
  readdirSync(join(shop, '.leakgate', 'baselines'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(shop, '.leakgate', 'baselines', name), 'utf8'));

describe.skipIf(!mountable)('a disk that is full', () => {
  test('while the service is built is told as such, and is no fault of the service', () => {
    const { status, said } = run('1m');
    expect(said).toContain('The disk is full: the service can’t be built.');
    expect(said).toContain('no space left on device');
    expect(status).toBe(4);
  });

  test('while tests are built is told as such, and no test failed', () => {
    const { status, stderr } = inNamespace(`${small('t', '200k')}; cd ${corpus}; TMPDIR=${shop}/t node ${cli} test .`);
    expect(stderr).toContain('The disk is full: the tests can’t be built.');
    expect(status).toBe(4);
  });

  test('once the service runs ends the run clearly, with nothing left and nothing lost', () => {
    expect(run('512m').status).toBe(0);
    const before = baselines();
    const fill = `until grep -q 'warming up' ${home}/said; do sleep 0.02; done; dd if=/dev/zero of=$TMPDIR/fill bs=1M 2>/dev/null`;
    const { status, said, left } = run('512m', fill);
    expect(said).toContain('The disk is full: the heap dump is cut off.');
    expect(status).toBe(4);
    expect(left).toBe('');
    expect(baselines()).toEqual(before);
  });

  test('where the results belong is told as such', () => {
    mkdirSync(join(shop, 'leakgate-out'));
    const { status, stderr } = inNamespace(`${small('leakgate-out', '8k')}; ${leakgate}`);
    expect(stderr).toContain('The disk is full: ENOSPC');
    expect(stderr).toContain('results in the output folder');
    expect(status).toBe(4);
  });
});
