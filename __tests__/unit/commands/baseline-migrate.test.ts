import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type StoreOptions } from '../../../src/baseline/index.ts';
import { runCli } from '../../../src/commands/index.ts';
import { binaries, password, startPostgres, type PostgresServer } from '../baseline/postgres-server.ts';
import { baseline, playground, type Playground } from '../baseline/repositories.ts';

const { signal } = new AbortController();

async function cli(world: Playground, args: string[], env: NodeJS.ProcessEnv = {}) {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written) =>
    ({ write: (text: string) => ((written[name] += text), true) }) as unknown as NodeJS.WriteStream;
  const terminal = { env: { ...world.env, ...env }, cwd: world.clone, stdout: sink('stdout'), stderr: sink('stderr') };
  const exitCode = await runCli(['baseline', 'migrate-store', ...args], terminal, signal);
  return { exitCode, ...written };
}

const three = [
  baseline({ sha: 'a'.repeat(40), createdAt: '2026-05-01T00:00:00.000Z' }),
  baseline({ sha: 'b'.repeat(40), createdAt: '2026-05-02T00:00:00.000Z' }),
  baseline({ sha: 'c'.repeat(40), createdAt: '2026-05-03T00:00:00.000Z', branch: "it's/odd ü", key: 'cmd/Worker' }),
];

describe('leakgate baseline migrate-store', () => {
  it('copies everything once, reads it back, and goes on where it was stopped', { timeout: 60_000 }, async () => {
    await using world = await playground();
    const options: StoreOptions = { directory: world.clone, env: world.env };
    const [files, refs] = [openStore('file', options), openStore('git-ref', options)];
    for (const each of three) await files.write(each, signal);
    await refs.write(three[0]!, signal);
    expect(await cli(world, ['--from', 'file', '--to', 'git-ref'])).toEqual({
      exitCode: 0,
      stdout:
        '2 copied, 1 there already, 0 older than what git-ref keeps, 0 damaged. 3 were read back and are the same.\n',
      stderr: '',
    });
    expect((await cli(world, ['--from', 'file', '--to', 'git-ref'])).stdout).toContain('0 copied, 3 there already');
    expect(await refs.list({}, signal)).toHaveLength(3);
    expect(await files.list({}, signal)).toHaveLength(3);
  });

  it('goes on after a damaged one, names it, and exits 2', { timeout: 60_000 }, async () => {
    await using world = await playground();
    const files = openStore('file', { directory: world.clone, env: world.env });
    for (const each of three) await files.write(each, signal);
    const folder = join(world.clone, '.leakgate', 'baselines', 'api', 'main');
    const [oldest] = (await readdir(folder)).toSorted();
    await writeFile(join(folder, oldest!), '{"schemaVersion": 1');
    const { exitCode, stdout, stderr } = await cli(world, ['--from', 'file', '--to', 'git-ref']);
    expect([exitCode, stdout]).toEqual([
      2,
      expect.stringContaining('2 copied, 0 there already, 0 older than what git-ref keeps, 1 damaged'),
    ]);
    expect(stderr).toContain(oldest);
    expect(await readFile(join(folder, oldest!), 'utf8')).toBe('{"schemaVersion": 1');
  });

  it('asks for two stores that there are', async () => {
    await using world = await playground();
    expect(await cli(world, ['--from', 'file', '--to', 'file'])).toMatchObject({ exitCode: 2 });
    expect((await cli(world, ['--from', 'file', '--to', 'redis'])).stderr).toContain(
      '--to: got "redis"; allowed: git-ref, file, artifact, cache, postgres, s3',
    );
    expect((await cli(world, ['--from', 'file', '--to', 'postgres'])).stderr).toContain(
      'needs the address of the database',
    );
  });
});

describe.skipIf(binaries === null)('to and from a real database', { timeout: 120_000 }, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(async () => server[Symbol.asyncDispose]());

  it('takes the address from the config file and shows no password', async () => {
    await using world = await playground();
    const files = openStore('file', { directory: world.clone, env: world.env });
    for (const each of three) await files.write(each, signal);
    await writeFile(
      join(world.clone, 'gate.yml'),
      'package: ./nowhere\nrequests: absent.txt\npostgres: { url: "${DB}" }\n',
    );
    const there = await cli(world, ['--from', 'file', '--to', 'postgres', '--config', 'gate.yml'], {
      DB: server.url(),
    });
    expect(there).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('3 copied, 0 there already') });
    const back = await cli(world, ['--from', 'postgres', '--to', 'git-ref', '--config', 'gate.yml'], {
      DB: server.url(),
    });
    expect(back).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('3 copied') });
    const wrong = server.url({ password: 'wrong-secret' });
    const refused = await cli(world, ['--from', 'postgres', '--to', 'file', '--config', 'gate.yml'], { DB: wrong });
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('did not accept user and password');
    expect(JSON.stringify([there, back, refused])).not.toMatch(/wrong-secret/);
    expect(JSON.stringify([there, back, refused])).not.toContain(password);
  });
});
