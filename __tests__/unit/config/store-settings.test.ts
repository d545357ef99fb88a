import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { resolveStores } from '../../../src/config/stores.ts';
import { storeSecrets, withoutPassword } from '../../../src/config/store-settings.ts';
import { LeakgateError } from '../../../src/errors.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'store-settings-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const url = 'postgres://gate:s3cr%40t-word@db.example.com/baselines';
const write = (text: string): void => writeFileSync(join(cwd, 'leakgate.yml'), text);
const resolve = (env: NodeJS.ProcessEnv = {}) => resolveConfig({ inputs: {}, cwd, env });

function errorOf(act: () => unknown): LeakgateError {
  try {
    act();
  } catch (error) {
    return error as LeakgateError;
  }
  throw new Error('nothing was thrown');
}

describe('the settings of stores', () => {
  it('come from the config file, secrets from the environment', () => {
    write('baseline-store: postgres\npostgres: { url: "${DATABASE}", ca-file: certs/ca.pem }\n');
    const config = resolve({ DATABASE: url });
    expect(config.baselineStore).toBe('postgres');
    expect(config.stores.postgres).toEqual({ url, caFile: join(cwd, 'certs/ca.pem') });
    expect(config.secrets).toEqual(expect.arrayContaining([url, 's3cr%40t-word', 's3cr@t-word']));
    expect(resolveStores(undefined, cwd, { DATABASE: url }).postgres?.url).toBe(url);
  });

  it('are secrets too when they stand in the file itself, and keys when a bucket is named', () => {
    write(`postgres: { url: "${url}" }\n`);
    expect(resolve().secrets).toContain('s3cr@t-word');
    write('baseline-store: s3\ns3: { bucket: base-lines, path-style: true }\n');
    const env = { AWS_SECRET_ACCESS_KEY: 'very/secret', AWS_SESSION_TOKEN: 'session' };
    expect(resolve(env).secrets).toEqual(expect.arrayContaining(['very/secret', 'session']));
    expect(resolve(env).stores.s3).toEqual({ bucket: 'base-lines', pathStyle: true });
    expect(storeSecrets({ postgres: { url: 'postgres://gate@host/b' } }, {})).toEqual([]);
  });

  it('name the bucket of the archive apart from that of the baselines, with keys that are secrets', () => {
    write('archive: { bucket: team-runs, region: eu-west-1 }\nretention-days: 14\n');
    const config = resolve({ AWS_SECRET_ACCESS_KEY: 'very/secret' });
    expect(config.archive).toEqual({ bucket: 'team-runs', region: 'eu-west-1', keepDays: 90 });
    expect(config.stores).toEqual({});
    expect(config.retentionDays).toBe(14);
    expect(config.secrets).toContain('very/secret');
    write('archive: { bucket: team-runs, keep-days: 7 }\n');
    expect(resolve().archive?.keepDays).toBe(7);
  });

  it.each([
    ['archive: { bucket: abc, keep-days: 0 }', 'leakgate.yml: archive.keep-days'],
    ['archive: { bucket: abc, keep-days: 1000000000000 }', 'write 36500 days at most'],
    ['archive: {}', 'leakgate.yml: archive.bucket'],
    ['retention-days: forever', 'write a whole number above 0'],
    ['postgres: {}', 'leakgate.yml: postgres.url'],
    ['postgres: { url: "mysql://gate:s3cr@t-word@host/b" }', 'write postgres://user@host/database'],
    ['postgres: { url: "postgres://host/b", password: x }', "leakgate.yml: postgres.password isn't a setting"],
    ['s3: { bucket: "a b" }', 'write the name of a bucket'],
    ['s3: { bucket: abc, prefix: ../x y }', 'between slashes'],
    ['s3: { bucket: abc, endpoint: minio }', 'write https://host'],
    ['baseline-store: redis', 'allowed: auto, git-ref, file'],
  ])('%s is explained', (text, told) => {
    write(text);
    const error = errorOf(() => resolve());
    expect(error).toBeInstanceOf(LeakgateError);
    expect(`${error.message} ${error.hint}`).toContain(told);
    expect(`${error.message} ${error.hint}`).not.toContain('t-word');
  });

  it('say which variable is missing', () => {
    write('postgres: { url: "${BASELINE_DATABASE_URL}" }\n');
    expect(errorOf(() => resolve()).message).toContain("postgres.url uses ${BASELINE_DATABASE_URL}, which isn't set");
  });

  it('hide the password of any address that a message quotes', () => {
    expect(withoutPassword('got "postgres://u:p%40x@host/b"')).toBe('got "postgres://u:***@host/b"');
    expect(withoutPassword('got "https://host/a@b"')).toBe('got "https://host/a@b"');
  });
});
