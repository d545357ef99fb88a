import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { go, parseJsonStream, runCommand } from '../../../src/build/index.ts';
import { seededRandom } from '../../../src/engines/seeded-random.ts';
import { buildSourceProgram, type BuiltSourceProgram, type SourceProgram } from '../../../src/go-source/index.ts';
import { mutatedSource } from './mutate-source.ts';

const { signal } = new AbortController();
const root = new URL('../../../', import.meta.url);
/** What once broke one of them. */
const corpus = new URL('../../fixtures/fuzz/go-source/', import.meta.url);
const forMs = Number(process.env['LEAKGATE_FUZZ_MS'] ?? 0);
/** Packages that one process reads. */
const batch = 100;

const programs = ['discover', 'inventory'] as const;

let home: string;
let built: Record<SourceProgram, BuiltSourceProgram>;
/** Of the standard library, as `go list` tells them: imports of what was mutated. */
let exported: unknown[];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'leakgate-fuzz-source-'));
  const env = process.env;
  const [discover, inventory] = [
    await buildSourceProgram('discover', { directory: home, env }, signal),
    await buildSourceProgram('inventory', { directory: home, env }, signal),
  ];
  built = { discover, inventory };
  const listed = await go(
    ['list', '-export', '-deps', '-json=ImportPath,Dir,Export,ImportMap', 'net/http'],
    { cwd: home, env },
    signal,
  );
  exported = parseJsonStream(listed.stdout);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Services and readers of our own, with what their tests show to them. */
const seeds = ['examples', 'src/go-source', '__tests__/unit-tests/corpus']
  .map((folder) => fileURLToPath(new URL(folder, root)))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.go'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );

/** Writes each text into a folder of its own; answers what the program takes. */
function written(program: SourceProgram, texts: readonly Buffer[]): string[] {
  const folders = texts.map((text, at) => {
    const folder = join(home, 'packages', String(at));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.go'), text);
    return folder;
  });
  if (program === 'discover') return folders;
  const own = folders.map((Dir, at) => ({ ImportPath: `example.com/${at}`, Dir, GoFiles: ['a.go'], Own: true }));
  const list = join(home, 'packages.json');
  writeFileSync(list, [...exported, ...own].map((one) => JSON.stringify(one)).join('\n'));
  return [list];
}

/** Null when they are read; else what the program died of. */
async function fault(program: SourceProgram, texts: readonly Buffer[]): Promise<string | null> {
  const { path, place } = built[program];
  const { exitCode, stdout, stderr } = await runCommand(path, written(program, texts), place, signal);
  if (exitCode !== 0) return stderr.slice(0, 3000);
  JSON.parse(stdout);
  return null;
}

/** Each by itself: which one was it? */
async function culprits(program: SourceProgram, texts: readonly Buffer[]): Promise<string[]> {
  const found: string[] = [];
  for (const text of texts) {
    const why = await fault(program, [text]);
    if (why === null) continue;
    found.push(`${why}\n${text.toString('utf8')}`);
    if (forMs === 0) continue;
    mkdirSync(corpus, { recursive: true });
    writeFileSync(new URL(`${createHash('sha256').update(text).digest('hex').slice(0, 12)}.txt`, corpus), text);
  }
  return found;
}

describe.each([...programs])('the reader of Go source %s', (program) => {
  test('reads what is in good health', async () => {
    expect(
      await fault(
        program,
        seeds.map((seed) => Buffer.from(seed)),
      ),
    ).toBeNull();
  });

  test('isn’t broken by what once broke one', async () => {
    const kept = existsSync(corpus) ? readdirSync(corpus).map((name) => readFileSync(new URL(name, corpus))) : [];
    expect(await culprits(program, kept)).toEqual([]);
  });

  test('isn’t broken by anything wrong in it', { timeout: forMs + 120_000 }, async () => {
    const random = forMs > 0 ? Math.random : seededRandom(1);
    const untilMs = performance.now() + forMs;
    do {
      const texts = Array.from({ length: batch }, () => mutatedSource(seeds, random));
      const broken = (await fault(program, texts)) !== null;
      expect(broken ? await culprits(program, texts) : []).toEqual([]);
    } while (performance.now() < untilMs);
  });
});
