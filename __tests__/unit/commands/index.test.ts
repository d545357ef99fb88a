import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const dist = new URL('../../../dist/', import.meta.url);

/** What node reads before the first line of a file of dist/ runs, with the sources that the bundler put there. */
function loadedBy(entry: string, files = new Set<string>()): Set<string> {
  if (files.has(entry)) return files;
  files.add(entry);
  const text = readFileSync(fileURLToPath(new URL(entry, dist)), 'utf8');
  for (const [, name] of text.matchAll(/^(?:import|\} from|export .* from) [^;]*?"\.\/([^"]+)";$/gm))
    loadedBy(name!, files);
  return files;
}

const sources = (entry: string): string[] =>
  [...loadedBy(entry)].flatMap((file) =>
    [
      ...readFileSync(fileURLToPath(new URL(file, dist)), 'utf8').matchAll(/^\s*\/\/ ((?:src|node_modules)\/\S+)$/gm),
    ].map(([, source]) => source!),
  );

test('leakgate test stands where go test stood: it waits for nothing that the other commands load', () => {
  const loaded = sources('cli.js');
  expect(loaded).toContain('src/go-test/suite.ts');
  const others =
    /^(?:node_modules\/(?:undici|yaml|autocannon|@actions\/(?:core|github))|src\/(?:run|bench|engines|words|reporters\/html))\b/;
  expect(loaded.filter((source) => others.test(source))).toEqual([]);
});
