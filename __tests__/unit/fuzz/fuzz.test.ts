import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/engines/seeded-random.ts';
import { LeakgateError } from '../../../src/errors.ts';
import { mutated } from './mutate.ts';
import { parsers, type Parser } from './parsers.ts';

/** What once broke a parser, in a folder for each. */
const corpus = new URL('../../fixtures/fuzz/', import.meta.url);
/** `npm run fuzz` goes on for so long with each parser, with other numbers every time, and keeps what breaks it. */
const forMs = Number(process.env['LEAKGATE_FUZZ_MS'] ?? 0);
const usualTries = 300;

const folderOf = ({ name }: Parser): URL => new URL(`${name.replaceAll(/\W+/g, '-').replace(/^an?-/, '')}/`, corpus);

function kept(parser: Parser): Buffer[] {
  const folder = folderOf(parser);
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(new URL(name, folder))) : [];
}

function keep(parser: Parser, bytes: Buffer): void {
  mkdirSync(folderOf(parser), { recursive: true });
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  writeFileSync(new URL(name, folderOf(parser)), bytes);
}

/** Reads it, or says clearly why not: anything else is a fault of ours, told with what it was about. */
async function answer(parser: Parser, bytes: Buffer): Promise<'read' | 'refused' | { fault: unknown; bytes: string }> {
  try {
    await parser.read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof LeakgateError || parser.throws?.(error) === true) return 'refused';
    if (forMs > 0) keep(parser, bytes);
    return { fault: error, bytes: bytes.toString('latin1', 0, 2000) };
  }
}

describe.each(parsers)('$name', (parser) => {
  test('in good health is read', async () => {
    expect(await answer(parser, parser.seeds[0]!)).toBe('read');
    for (const seed of parser.seeds) expect(await answer(parser, seed)).toBeTypeOf('string');
  });

  test('that once broke it doesn’t any more', async () => {
    for (const bytes of kept(parser)) expect(await answer(parser, bytes)).toBeTypeOf('string');
  });

  test('with anything wrong in it is read or refused', { timeout: forMs + 60_000 }, async () => {
    const random = forMs > 0 ? Math.random : seededRandom(1);
    const untilMs = performance.now() + forMs;
    const seeds = [...parser.seeds, ...kept(parser), Buffer.from('')];
    const least = forMs > 0 ? 0 : (parser.tries ?? usualTries);
    for (let tried = 0; tried < least || performance.now() < untilMs; tried += 1) {
      expect(await answer(parser, mutated(seeds, random))).toBeTypeOf('string');
    }
  });
});
