import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/baseline/index.ts';
import type { StoreOptions } from '../../../src/baseline/store.ts';
import { baseline, playground, type Playground } from './repositories.ts';

const { signal } = new AbortController();
let at: Playground;
let temporary: string;
const store = (changes: Partial<StoreOptions> = {}) =>
  openStore('git-ref', { directory: at.clone, env: at.env, ...changes });

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'git-ref-test-'));
  vi.stubEnv('TMPDIR', temporary);
  at = await playground();
});
afterEach(async () => {
  const left = await at.leftovers();
  await at[Symbol.asyncDispose]();
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
});

const inOrigin = async (...args: string[]): Promise<string> => at.git(['--git-dir', at.origin, ...args]);

/** Puts files into the ref behind the store's back, on top of what is there when `parent` is set. */
async function plant(ref: string, files: Record<string, string>): Promise<void> {
  const work = await mkdtemp(join(at.directory, 'plant-'));
  await at.git(['init', '-q', work]);
  for (const [name, text] of Object.entries(files)) await writeFile(join(work, name), text);
  await at.git(['add', '.'], work);
  await at.git(['commit', '-q', '-m', 'planted'], work);
  await at.git(['push', '-q', '-f', at.origin, `HEAD:${ref}`], work);
}

describe('reading and writing', () => {
  it('has none, then the first, then the next', async () => {
    expect(await store().read('main', 'api', signal)).toBeNull();
    expect(await store().write(baseline(), signal)).toEqual({ stored: true });
    expect(await store().read('main', 'api', signal)).toEqual(baseline());
    const next = baseline({ sha: 'next', createdAt: '2026-02-02T00:00:00Z' });
    await store().write(next, signal);
    expect(await store().read('main', 'api', signal)).toEqual(next);
    expect(await store().read('main', 'worker', signal)).toBeNull();
    expect(await store().read('other', 'api', signal)).toBeNull();
  });

  it('keeps one commit without parents however often it writes', async () => {
    for (let day = 1; day <= 4; day++)
      await store().write(baseline({ createdAt: `2026-03-0${day}T00:00:00Z` }), signal);
    expect(await inOrigin('rev-list', '--count', 'refs/leakgate/main')).toBe('1');
    expect(await inOrigin('rev-list', '--objects', 'refs/leakgate/main')).toMatch(/^\w+\n\w+ \n\w+ api\.json$/);
    expect(await inOrigin('log', '-1', '--format=%an <%ae> %cn <%ce>', 'refs/leakgate/main')).toBe(
      'leakgate <leakgate@users.noreply.github.com> leakgate <leakgate@users.noreply.github.com>',
    );
  });

  it('keeps the other services of the branch and files it does not know', async () => {
    await plant('refs/leakgate/main', { 'worker.json': 'of another', 'README.md': 'hands off' });
    await store().write(baseline(), signal);
    expect(await inOrigin('ls-tree', '--name-only', 'refs/leakgate/main')).toBe('README.md\napi.json\nworker.json');
    expect(await inOrigin('show', 'refs/leakgate/main:worker.json')).toBe('of another');
  });

  it('cuts a history that another tool gave the ref', async () => {
    await at.git(['push', '-q', 'origin', 'HEAD:refs/leakgate/main']);
    const full = join(at.directory, 'seed');
    await at.git(['push', '-q', at.origin, '+HEAD:refs/leakgate/main'], full);
    expect(await inOrigin('rev-list', '--count', 'refs/leakgate/main')).toBe('2');
    await store().write(baseline(), signal);
    expect(await inOrigin('rev-list', '--count', 'refs/leakgate/main')).toBe('1');
  });

  it('takes branches and keys with any name, apart from each other', async () => {
    const names = ['feature', 'feature/a', '-x a~^:?*[\\', '..', "größe's/日本語.lock", 'x'.repeat(244)];
    for (const name of names) await store().write(baseline({ branch: name, key: name }), signal);
    const listed = await store().list(signal);
    expect(listed.map(({ branch }) => branch).toSorted()).toEqual(names.toSorted());
    expect(listed.every(({ branch, key }) => branch === key)).toBe(true);
    for (const name of names.slice(1, 3)) expect((await store().read(name, name, signal))?.key).toBe(name);
  });

  it('lists every branch and key, and nothing where there is none', async () => {
    expect(await store().list(signal)).toEqual([]);
    await store().write(baseline(), signal);
    await store().write(baseline({ key: 'größe', sha: 'b' }), signal);
    await store().write(baseline({ branch: 'v2' }), signal);
    const { sha, createdAt } = baseline();
    expect(await store().list(signal)).toEqual([
      { branch: 'main', key: 'api', sha, createdAt },
      { branch: 'main', key: 'größe', sha: 'b', createdAt },
      { branch: 'v2', key: 'api', sha, createdAt },
    ]);
  });

  it('works against an origin without any commit', async () => {
    const empty = join(at.directory, 'empty.git');
    await at.git(['init', '-q', '--bare', empty]);
    await at.git(['remote', 'set-url', 'origin', `file://${empty}`]);
    expect(await store().read('main', 'api', signal)).toBeNull();
    await store().write(baseline(), signal);
    expect(await store().read('main', 'api', signal)).toEqual(baseline());
  });

  it('works with a repository of SHA-256 objects', async () => {
    const [origin, clone] = [join(at.directory, 'sha256.git'), join(at.directory, 'sha256')];
    await at.git(['init', '-q', '--bare', '--object-format=sha256', origin]);
    await at.git(['init', '-q', '--object-format=sha256', clone]);
    await at.git(['remote', 'add', 'origin', origin], clone);
    const other = store({ directory: clone });
    await other.write(baseline(), signal);
    expect(await other.read('main', 'api', signal)).toEqual(baseline());
  });
});

describe("the user's repository", () => {
  it('stays as it was: work tree, index, refs, objects and configuration', async () => {
    await writeFile(join(at.clone, 'staged.go'), 'package a');
    await at.git(['add', 'staged.go']);
    await writeFile(join(at.clone, 'new.go'), 'package b');
    const look = async (): Promise<string[]> => [
      await at.git(['--no-optional-locks', 'status', '--porcelain', '--branch']),
      await at.git(['for-each-ref']),
      await at.git(['count-objects', '-v']),
      await readFile(join(at.clone, '.git', 'config'), 'utf8'),
      (await readFile(join(at.clone, '.git', 'index'))).toString('base64'),
      String(existsSync(join(at.clone, '.git', 'FETCH_HEAD'))),
      await inOrigin('for-each-ref', 'refs/heads', 'refs/tags'),
    ];
    const before = await look();
    await store().write(baseline(), signal);
    await store().read('main', 'api', signal);
    await store().list(signal);
    expect(await look()).toEqual(before);
  });

  it('is the one in the folder, also when a hook or parent git names another', async () => {
    const elsewhere = join(at.directory, 'seed', '.git');
    const env = {
      ...at.env,
      GIT_DIR: elsewhere,
      GIT_WORK_TREE: at.directory,
      GIT_INDEX_FILE: join(elsewhere, 'other'),
    };
    await store({ env }).write(baseline(), signal);
    expect(await inOrigin('for-each-ref', '--format=%(refname)', 'refs/leakgate')).toBe('refs/leakgate/main');
  });

  it('runs none of the hooks that the machine has for everybody', async () => {
    const hooks = join(at.directory, 'hooks');
    await mkdir(hooks);
    for (const name of ['pre-push', 'reference-transaction', 'post-checkout'])
      await writeFile(join(hooks, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    await writeFile(join(at.directory, '.gitconfig'), '[push]\nfollowTags = true\n[fetch]\nprune = true\n');
    // By the environment, since the origin of this test would read the same file.
    const env = { ...at.env, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: hooks };
    await store({ env }).write(baseline(), signal);
    expect(await store({ env }).read('main', 'api', signal)).toEqual(baseline());
  });

  it('reaches origin by the insteadOf of GIT_CONFIG_GLOBAL', async () => {
    const config = join(at.directory, 'global');
    await writeFile(config, `[url "${at.origin}"]\n\tinsteadOf = https://github.com/acme/svc.git\n`);
    await at.git(['remote', 'set-url', 'origin', 'https://github.com/acme/svc.git']);
    const env = { ...at.env, GIT_CONFIG_GLOBAL: config };
    await store({ env, token: 'unused' }).write(baseline(), signal);
    expect(await store({ env }).read('main', 'api', signal)).toEqual(baseline());
  });

  it('reaches origin by an insteadOf of its own, a pushurl, and configuration that came by the environment', async () => {
    await at.git(['config', `url.file://${at.directory}/.insteadOf`, 'forge:']);
    await at.git(['remote', 'set-url', 'origin', 'forge:origin.git']);
    await at.git(['remote', 'set-url', '--push', 'origin', 'short:origin.git']);
    const env = {
      ...at.env,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${at.directory}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'short:',
    };
    await store({ env }).write(baseline(), signal);
    expect(await store({ env }).read('main', 'api', signal)).toEqual(baseline());
  });

  it('may be missing when the environment names server and repository', async () => {
    const root = join(at.directory, 'no-repository');
    await mkdir(root);
    await cp(at.origin, join(at.directory, 'acme', 'svc.git'), { recursive: true });
    const config = join(at.directory, 'global');
    await writeFile(config, `[url "${at.directory}/"]\n\tinsteadOf = https://forge.example/\n`);
    const env = { ...at.env, GIT_CONFIG_GLOBAL: config };
    const remote = store({ directory: root, env, serverUrl: 'https://forge.example', repository: 'acme/svc' });
    await remote.write(baseline(), signal);
    expect(await remote.read('main', 'api', signal)).toEqual(baseline());
    await expect(store({ directory: root }).read('main', 'api', signal)).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/no git remote `origin`/),
      hint: expect.stringContaining('baseline-store: file'),
    });
  });
});

describe('two runs at once', () => {
  it('all keep what they wrote', async () => {
    const keys = Array.from({ length: 10 }, (_, index) => `service-${index}`);
    await Promise.all(keys.map(async (key) => store().write(baseline({ key }), new AbortController().signal)));
    const listed = await store().list(signal);
    expect(listed.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    expect(await inOrigin('rev-list', '--count', 'refs/leakgate/main')).toBe('1');
  });

  it('repeats a write when the ref moved between reading and pushing', async () => {
    await store().write(baseline(), signal);
    await plant('refs/heads/planted', { 'rival.json': 'a rival' });
    const flag = join(at.directory, 'once');
    // The rival comes exactly between the fetch and the push of the first try.
    const env = await at.shim(
      `case " $* " in *" push "*) [ -e '${flag}' ] || { touch '${flag}'; "$GIT" --git-dir='${at.origin}' update-ref refs/leakgate/main refs/heads/planted; };; esac`,
    );
    await store({ env }).write(baseline({ key: 'late' }), signal);
    expect(await inOrigin('ls-tree', '--name-only', 'refs/leakgate/main')).toBe('late.json\nrival.json');
  });

  it('repeats a first write when the ref came into being meanwhile', async () => {
    await plant('refs/heads/planted', { 'rival.json': 'a rival' });
    const flag = join(at.directory, 'once');
    const env = await at.shim(
      `case " $* " in *" push "*) [ -e '${flag}' ] || { touch '${flag}'; "$GIT" --git-dir='${at.origin}' update-ref refs/leakgate/main refs/heads/planted; };; esac`,
    );
    await store({ env }).write(baseline(), signal);
    expect(await inOrigin('ls-tree', '--name-only', 'refs/leakgate/main')).toBe('api.json\nrival.json');
  });

  it('repeats a write that the server refused because the ref moved under the push', async () => {
    await plant('refs/heads/planted', { 'rival.json': 'a rival' });
    await plant('refs/leakgate/main', { 'old.json': 'old' });
    const flag = join(at.directory, 'once');
    await at.hook(
      'pre-receive',
      `[ -e '${flag}' ] && exit 0
       touch '${flag}'
       unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
       git update-ref refs/leakgate/main refs/heads/planted`,
    );
    await store().write(baseline(), signal);
    expect(await inOrigin('ls-tree', '--name-only', 'refs/leakgate/main')).toBe('api.json\nrival.json');
  });
});

describe('older commits', () => {
  const earlier = { sha: 'e'.repeat(40), createdAt: '2026-06-09T00:00:00Z', committedAt: '2026-06-01T00:00:00Z' };
  const later = { sha: 'f'.repeat(40), createdAt: '2026-06-03T00:00:00Z', committedAt: '2026-06-02T00:00:00+02:00' };

  it('do not replace the baseline of a later one, however late they are measured', async () => {
    await store().write(baseline(later), signal);
    expect(await store().write(baseline(earlier), signal)).toEqual({
      stored: false,
      reason: 'The stored baseline is of a later commit (ffffffffff).',
    });
    expect((await store().read('main', 'api', signal))?.sha).toBe(later.sha);
    expect(await store().write(baseline({ ...earlier, key: 'other' }), signal)).toEqual({ stored: true });
  });

  it('replace it when a force-push made them the tip of the branch', async () => {
    await store().write(baseline(later), signal);
    const tip = await inOrigin('rev-parse', 'refs/heads/main');
    expect(await store().write(baseline({ ...earlier, sha: tip }), signal)).toEqual({ stored: true });
    expect((await store().read('main', 'api', signal))?.sha).toBe(tip);
  });

  it('give way to the same commit measured again', async () => {
    await store().write(baseline(later), signal);
    expect(await store().write(baseline({ ...later, leakgate: '0.2.0' }), signal)).toEqual({ stored: true });
    expect((await store().read('main', 'api', signal))?.leakgate).toBe('0.2.0');
  });
});

describe('refusals', () => {
  it('names the ref and file of a damaged baseline, says how to delete it, and replaces it on demand', async () => {
    await plant('refs/leakgate/main', { 'api.json': '{"schemaVersion":1,' });
    const wrong = {
      code: 'config',
      message: expect.stringContaining('refs/leakgate/main:api.json is damaged'),
      hint: expect.stringContaining("git push origin --delete 'refs/leakgate/main'"),
    };
    await expect(store().read('main', 'api', signal)).rejects.toMatchObject(wrong);
    await expect(store().list(signal)).rejects.toMatchObject(wrong);
    await store().write(baseline(), signal);
    expect(await store().read('main', 'api', signal)).toEqual(baseline());
  });

  it('takes text that is not UTF-8 and a folder in place of the file for damage, not for "none"', async () => {
    await plant('refs/leakgate/main', { 'api.json': '\0\xff\n' });
    await expect(store().read('main', 'api', signal)).rejects.toThrow('is damaged');
    const work = join(at.directory, 'tree');
    await mkdir(join(work, 'api.json'), { recursive: true });
    await writeFile(join(work, 'api.json', 'x'), '');
    await at.git(['init', '-q'], work);
    await at.git(['add', '.'], work);
    await at.git(['commit', '-q', '-m', 'x'], work);
    await at.git(['push', '-q', '-f', at.origin, 'HEAD:refs/leakgate/main'], work);
    await expect(store().read('main', 'api', signal)).rejects.toThrow('is damaged');
  });

  it('does not replace what a newer Leakgate wrote', async () => {
    await plant('refs/leakgate/main', { 'api.json': '{"schemaVersion":2,"leakgate":"9.0.0"}' });
    await expect(store().write(baseline(), signal)).rejects.toThrow(
      /refs\/leakgate\/main:api\.json .*newer Leakgate \(9\.0\.0\)/,
    );
    expect(await inOrigin('show', 'refs/leakgate/main:api.json')).toContain('9.0.0');
  });

  it.each([
    [
      'GH013: Repository rule violations found for refs/leakgate/main.',
      /rule or hook.*pre-receive hook declined/,
      /refs\/leakgate\/main.*contents: write/,
    ],
    [
      'Permission to acme/svc.git denied to github-actions[bot].',
      /refused permission/,
      /permissions: \{ contents: write \}/,
    ],
    ['Gitea: User permission denied for writing.', /refused permission/, /permissions: \{ contents: write \}/],
  ])('explains a server that says "%s"', async (words, message, hint) => {
    await at.hook('pre-receive', `echo '${words}'; exit 1`);
    const error = await store()
      .write(baseline(), signal)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'config',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
      output: expect.stringContaining(words),
    });
    expect(await inOrigin('for-each-ref', 'refs/leakgate')).toBe('');
  });

  it('gives up when the ref never holds still, and says so', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await at.hook('update', `echo "error: cannot lock ref '$1'"; exit 1`);
    await expect(store().write(baseline(), signal)).rejects.toMatchObject({
      message: expect.stringContaining('other runs kept changing it'),
      hint: expect.stringContaining('concurrency'),
    });
    vi.restoreAllMocks();
  });

  it('tells a missing repository from a missing ref', async () => {
    await at.git(['remote', 'set-url', 'origin', `file://${at.directory}/gone.git`]);
    await expect(store().read('main', 'api', signal)).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/refs\/leakgate\/main couldn't be read: the remote `origin` is not there/),
      hint: expect.stringContaining('contents: read'),
    });
  });

  it('tries a network that fails three times, then says so', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await at.git(['remote', 'set-url', 'origin', 'http://127.0.0.1:1/acme/svc.git']);
    const calls = join(at.directory, 'calls');
    const env = await at.shim(`case " $* " in *" fetch "*) echo x >> '${calls}';; esac`);
    await expect(store({ env }).read('main', 'api', signal)).rejects.toMatchObject({
      message: expect.stringContaining('was not reachable'),
    });
    expect(await readFile(calls, 'utf8')).toBe('x\nx\nx\n');
    vi.restoreAllMocks();
  });

  it('says that there is no git', async () => {
    await expect(store({ env: { PATH: at.directory } }).read('main', 'api', signal)).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining("git couldn't be run"),
    });
  });
});

describe('an abort', () => {
  it('ends git in the middle of a push and removes the temp folder', async () => {
    const [started, hold] = [join(at.directory, 'started'), join(at.directory, 'hold')];
    await writeFile(hold, '');
    await at.hook('pre-receive', `touch '${started}'; while [ -e '${hold}' ]; do sleep 0.05; done; exit 1`);
    const controller = new AbortController();
    const reason = new Error('interrupted by SIGINT');
    const written = store().write(baseline(), controller.signal);
    written.catch(() => {});
    while (!existsSync(started)) await sleep(20);
    expect(await at.leftovers()).toHaveLength(1);
    controller.abort(reason);
    await expect(written).rejects.toBe(reason);
    expect(await at.leftovers()).toEqual([]);
    await rm(hold);
  });

  it('ends the pause between two tries', async () => {
    await at.hook('update', `touch '${at.directory}/tried'; echo "error: cannot lock ref '$1'"; exit 1`);
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const controller = new AbortController();
    const written = store().write(baseline(), controller.signal);
    written.catch(() => {});
    while (!existsSync(join(at.directory, 'tried'))) await sleep(20);
    controller.abort();
    await expect(written).rejects.toBe(controller.signal.reason);
    vi.restoreAllMocks();
  });

  it('that came before leaves nothing', async () => {
    await expect(store().read('main', 'api', AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  });
});
