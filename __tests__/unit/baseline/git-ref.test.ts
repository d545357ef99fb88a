import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { displayName, openStore } from '../../../src/baseline/index.ts';
import type { StoreOptions } from '../../../src/baseline/store.ts';
import { baseline, newestOf, playground, type Playground } from './repositories.ts';

const { signal } = new AbortController();
let at: Playground;
let temporary: string;
const store = (changes: Partial<StoreOptions> = {}) =>
  openStore('git-ref', { directory: at.clone, env: at.env, ...changes });

const recordRef = 'refs/leakgate/baselines/api/main/1767323045-0123456789012345678901234567890123456789';
const read = async (branch = 'main', key = 'api', changes: Partial<StoreOptions> = {}) =>
  newestOf(store(changes), branch, key);

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

const commitOf = (day: number) => ({
  sha: String(day).padStart(40, '0'),
  createdAt: new Date(Date.UTC(2026, 2, day)).toISOString(),
});

describe('reading and writing', () => {
  it('has none, then the first, then the next beside it', async () => {
    expect(await read()).toBeNull();
    expect(await store().write(baseline(), signal)).toEqual({ stored: true });
    expect(await read()).toEqual(baseline());
    const next = baseline({ sha: 'c0ffee', createdAt: '2026-02-02T00:00:00Z' });
    await store().write(next, signal);
    expect(await read()).toEqual(next);
    expect(await store().list({ key: 'api' }, signal)).toHaveLength(2);
    expect(await read('main', 'worker')).toBeNull();
    expect(await read('other', 'api')).toBeNull();
  });

  it('keeps each as a commit without parents that holds one file', async () => {
    await store().write(baseline(), signal);
    expect(await inOrigin('for-each-ref', '--format=%(refname)', 'refs/leakgate')).toBe(recordRef);
    expect(await inOrigin('rev-list', '--objects', recordRef)).toMatch(/^\w+\n\w+ \n\w+ baseline\.json$/);
    expect(await inOrigin('log', '-1', '--format=%an <%ae> %cn <%ce>', recordRef)).toBe(
      'leakgate <leakgate@users.noreply.github.com> leakgate <leakgate@users.noreply.github.com>',
    );
  });

  it('keeps those of the newest 24 commits, and says so to an older one', async () => {
    for (let day = 1; day <= 25; day++)
      await plant(`refs/leakgate/baselines/api/main/${Date.UTC(2026, 2, day) / 1000}-${day}`, { 'baseline.json': 'x' });
    await store().write(baseline({ ...commitOf(28), sha: 'f' }), signal);
    const kept = await store().list({ key: 'api' }, signal);
    expect(kept.map(({ sha }) => sha).toSorted()).toEqual(
      ['f', ...Array.from({ length: 23 }, (_, index) => String(index + 3))].toSorted(),
    );
    expect(await store().write(baseline({ sha: 'old', createdAt: '2026-03-01T00:00:00Z' }), signal)).toEqual({
      stored: false,
      reason: 'The branch has 24 baselines of later commits.',
    });
  });

  it('keeps the other branches, services and refs', async () => {
    await plant('refs/leakgate/other', { 'README.md': 'hands off' });
    await store().write(baseline({ branch: 'v2' }), signal);
    await store().write(baseline({ key: 'worker' }), signal);
    await store().write(baseline(), signal);
    expect(await inOrigin('for-each-ref', '--format=%(refname:lstrip=1)', 'refs/leakgate')).toMatch(
      /^leakgate\/baselines\/api\/main\/\S+\nleakgate\/baselines\/api\/v2\/\S+\nleakgate\/baselines\/worker\/main\/\S+\nleakgate\/other$/,
    );
  });

  it('takes branches and keys with any name, apart from each other', async () => {
    const names = ['feature', 'feature/a', 'Feature/A', '-x a~^:?*[\\', '..', "größe's/日本語.lock", 'x'.repeat(244)];
    for (const name of names) await store().write(baseline({ branch: name, key: name }), signal);
    const listed = await store().list({}, signal);
    expect(listed.map(({ branch }) => branch).toSorted()).toEqual(names.map(displayName).toSorted());
    expect(listed.every(({ branch, key }) => branch === key)).toBe(true);
    for (const name of names) expect((await read(name, name))?.key).toBe(name);
  });

  it('lists every branch and key, and nothing where there is none', async () => {
    expect(await store().list({}, signal)).toEqual([]);
    await store().write(baseline(), signal);
    await store().write(baseline({ key: 'größe', sha: 'b' }), signal);
    await store().write(baseline({ branch: 'v2' }), signal);
    const { sha } = baseline();
    const at = '2026-01-02T03:04:05.000Z';
    const listed = await store().list({}, signal);
    const named = listed.map(({ branch, key, ...entry }) => ({ branch, key, sha: entry.sha, at: entry.at }));
    expect(named.toSorted((a, b) => (a.key + a.branch < b.key + b.branch ? -1 : 1))).toEqual([
      { branch: 'main', key: 'api', sha, at },
      { branch: 'v2', key: 'api', sha, at },
      { branch: 'main', key: 'größe', sha: 'b', at },
    ]);
    expect(await store().list({ key: 'größe' }, signal)).toHaveLength(1);
  });

  it('asks the server for the refs of its own service only, and for no contents', async () => {
    await inOrigin('config', 'uploadpack.allowFilter', 'true');
    for (const key of ['api', 'worker']) await store().write(baseline({ key }), signal);
    const trace = join(at.directory, 'trace');
    await store({ env: { ...at.env, GIT_TRACE_PACKET: trace } }).list({ key: 'api' }, signal);
    const packets = await readFile(trace, 'utf8');
    expect(packets).toContain('ref-prefix refs/leakgate/baselines/api/');
    expect(packets).toContain('filter tree:0');
    expect(packets).not.toMatch(/< \w+ refs\/(heads|leakgate\/baselines\/worker)/);
  });

  it('forgets what it is told to, also when it is gone already', async () => {
    for (const day of [1, 2, 3]) await store().write(baseline(commitOf(day)), signal);
    const listed = await store().list({}, signal);
    const [first, second] = listed;
    await store().remove([first!], signal);
    await store().remove([first!, second!], signal);
    await store().remove([], signal);
    expect(await store().list({}, signal)).toEqual(listed.slice(2));
    expect(await store().read(first!, signal)).toBeNull();
  });

  it('works against an origin without any commit', async () => {
    const empty = join(at.directory, 'empty.git');
    await at.git(['init', '-q', '--bare', empty]);
    await at.git(['remote', 'set-url', 'origin', `file://${empty}`]);
    expect(await read()).toBeNull();
    await store().write(baseline(), signal);
    expect(await read()).toEqual(baseline());
  });

  it('works with a repository of SHA-256 objects', async () => {
    const [origin, clone] = [join(at.directory, 'sha256.git'), join(at.directory, 'sha256')];
    await at.git(['init', '-q', '--bare', '--object-format=sha256', origin]);
    await at.git(['init', '-q', '--object-format=sha256', clone]);
    await at.git(['remote', 'add', 'origin', origin], clone);
    const other = store({ directory: clone });
    await other.write(baseline(), signal);
    expect(await newestOf(other, 'main', 'api')).toEqual(baseline());
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
    await read();
    await store().list({}, signal);
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
    expect(await inOrigin('for-each-ref', '--format=%(refname)', 'refs/leakgate')).toBe(recordRef);
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
    expect(await read('main', 'api', { env })).toEqual(baseline());
  });

  it('reaches origin by the insteadOf of GIT_CONFIG_GLOBAL', async () => {
    const config = join(at.directory, 'global');
    await writeFile(config, `[url "${at.origin}"]\n\tinsteadOf = https://github.com/acme/svc.git\n`);
    await at.git(['remote', 'set-url', 'origin', 'https://github.com/acme/svc.git']);
    const env = { ...at.env, GIT_CONFIG_GLOBAL: config };
    await store({ env, token: 'unused' }).write(baseline(), signal);
    expect(await read('main', 'api', { env })).toEqual(baseline());
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
    expect(await read('main', 'api', { env })).toEqual(baseline());
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
    expect(await newestOf(remote, 'main', 'api')).toEqual(baseline());
    await expect(read('main', 'api', { directory: root })).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/no git remote `origin`/),
      hint: expect.stringContaining('baseline-store: file'),
    });
  });
});

describe('two runs at once', () => {
  it('all keep what they wrote: of each service, and of each commit', async () => {
    const runs = Array.from({ length: 12 }, (_, index) =>
      baseline({ ...commitOf(1 + (index % 3)), key: `service-${index % 4}` }),
    );
    await Promise.all(runs.map(async (run) => store().write(run, new AbortController().signal)));
    const listed = await store().list({}, signal);
    expect(listed.map(({ key, sha }) => `${key} ${sha}`).toSorted()).toEqual(
      runs.map(({ key, sha }) => `${key} ${sha}`).toSorted(),
    );
  });

  it('of the same commit keep one of the two, whole', async () => {
    const rivals = ['0.1.1', '0.1.2', '0.1.3'].map((leakgate) => baseline({ leakgate }));
    await Promise.all(rivals.map(async (rival) => store().write(rival, new AbortController().signal)));
    expect(await store().list({}, signal)).toHaveLength(1);
    expect(rivals).toContainEqual(await read());
  });

  it('keep their baseline when another removes the surplus first', async () => {
    for (let day = 1; day <= 24; day++)
      await plant(`refs/leakgate/baselines/api/main/${day}-${day}`, { 'baseline.json': 'x' });
    const flag = join(at.directory, 'once');
    // The rival comes exactly between looking and pushing.
    const env = await at.shim(
      `case " $* " in *" push "*) [ -e '${flag}' ] || { touch '${flag}'; "$GIT" --git-dir='${at.origin}' update-ref -d refs/leakgate/baselines/api/main/1-1; };; esac`,
    );
    expect(await store({ env }).write(baseline(), signal)).toEqual({ stored: true });
    expect(await read()).toEqual(baseline());
    expect(await store().list({}, signal)).toHaveLength(24);
  });

  it('keep their baseline where the server lets nothing be deleted', async () => {
    for (let day = 1; day <= 24; day++)
      await plant(`refs/leakgate/baselines/api/main/${day}-${day}`, { 'baseline.json': 'x' });
    await inOrigin('config', 'receive.denyDeletes', 'true');
    expect(await store().write(baseline(), signal)).toEqual({ stored: true });
    expect(await read()).toEqual(baseline());
  });

  it('repeat a write that the server could not lock the ref for', async () => {
    const flag = join(at.directory, 'once');
    await at.hook('update', `[ -e '${flag}' ] && exit 0; touch '${flag}'; echo "error: cannot lock ref '$1'"; exit 1`);
    expect(await store().write(baseline(), signal)).toEqual({ stored: true });
    expect(await read()).toEqual(baseline());
  });
});

describe('older commits', () => {
  const earlier = { sha: 'e'.repeat(40), createdAt: '2026-06-09T00:00:00Z', committedAt: '2026-06-01T00:00:00Z' };
  const later = { sha: 'f'.repeat(40), createdAt: '2026-06-03T00:00:00Z', committedAt: '2026-06-02T00:00:00+02:00' };

  it('do not replace the baseline of a later one, however late they are measured', async () => {
    await store().write(baseline(later), signal);
    expect(await store().write(baseline(earlier), signal)).toEqual({ stored: true });
    expect((await read())?.sha).toBe(later.sha);
    expect(await store().list({}, signal)).toHaveLength(2);
  });

  it('are replaced when they are measured again, also when another date is known for them then', async () => {
    await store().write(baseline(later), signal);
    const { sha, createdAt } = later;
    await store().write(baseline({ sha, createdAt, leakgate: '0.2.0' }), signal);
    expect(await store().list({}, signal)).toHaveLength(1);
    expect((await read())?.leakgate).toBe('0.2.0');
  });
});

describe('refusals', () => {
  it('names the ref of a damaged baseline, says how to delete it, lists it, and replaces it on demand', async () => {
    await plant(recordRef, { 'baseline.json': '{"schemaVersion":1,' });
    await expect(read()).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining(`${recordRef} is damaged`),
      hint: expect.stringContaining(`git push origin --delete '${recordRef}'`),
    });
    expect(await store().list({}, signal)).toHaveLength(1);
    await store().write(baseline(), signal);
    expect(await read()).toEqual(baseline());
  });

  it('takes text that is not UTF-8, another file, and a folder in place of the file for damage, not for "none"', async () => {
    await plant(recordRef, { 'baseline.json': '\0\xff\n' });
    await expect(read()).rejects.toThrow('is damaged');
    await plant(recordRef, { 'README.md': '' });
    await expect(read()).rejects.toThrow('it holds no baseline.json');
    const work = join(at.directory, 'tree');
    await mkdir(join(work, 'baseline.json'), { recursive: true });
    await writeFile(join(work, 'baseline.json', 'x'), '');
    await at.git(['init', '-q'], work);
    await at.git(['add', '.'], work);
    await at.git(['commit', '-q', '-m', 'x'], work);
    await at.git(['push', '-q', '-f', at.origin, `HEAD:${recordRef}`], work);
    await expect(read()).rejects.toThrow('is damaged');
  });

  it('does not replace what a newer Leakgate wrote', async () => {
    await plant(recordRef, { 'baseline.json': '{"schemaVersion":2,"leakgate":"9.0.0"}' });
    await expect(store().write(baseline(), signal)).rejects.toThrow(/\/main\/\S+ .*newer Leakgate \(9\.0\.0\)/);
    expect(await inOrigin('show', `${recordRef}:baseline.json`)).toContain('9.0.0');
  });

  it.each([
    [
      'GH013: Repository rule violations found for refs/leakgate.',
      /rule or hook.*pre-receive hook declined/,
      /refs\/leakgate\/baselines\/api\/main.*contents: write/,
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
    await expect(read()).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(
        /refs\/leakgate\/baselines\/api\/\* couldn't be read: the remote `origin` is not there/,
      ),
      hint: expect.stringContaining('contents: read'),
    });
  });

  it('tries a network that fails three times, then says so', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await at.git(['remote', 'set-url', 'origin', 'http://127.0.0.1:1/acme/svc.git']);
    const calls = join(at.directory, 'calls');
    const env = await at.shim(`case " $* " in *" fetch "*) echo x >> '${calls}';; esac`);
    await expect(read('main', 'api', { env })).rejects.toMatchObject({
      message: expect.stringContaining('was not reachable'),
    });
    expect(await readFile(calls, 'utf8')).toBe('x\nx\nx\n');
    vi.restoreAllMocks();
  });

  it('says that there is no git', async () => {
    await expect(read('main', 'api', { env: { PATH: at.directory } })).rejects.toMatchObject({
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
    await expect(store().list({}, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  });
});
