// Bundles src/ into dist/, copies the Go probe beside it, collects licences and writes the JSON Schemas
// and the generated parts of action.yml, the README and docs/.
// The output depends on nothing but the sources and the lock file: two builds are byte-identical.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format } from 'prettier';
import { licencesOf } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const require = createRequire(import.meta.url);

/** CommonJS dependencies inside an ES module need these three names. */
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
].join('\n');

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: banner },
  // The GitHub toolkit brings two older copies of undici along; one serves them all.
  alias: { undici: dirname(require.resolve('undici/package.json')) },
  // The database driver's parts for a C library and for edge workers.
  external: ['pg-native', 'pg-cloudflare'],
  logLevel: 'warning',
  charset: 'utf8',
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  ...shared,
  entryPoints: [
    { in: 'src/action.ts', out: 'action' },
    { in: 'src/cli.ts', out: 'cli' },
    { in: 'src/prepare.ts', out: 'prepare' },
    { in: 'src/engines/open-worker.ts', out: 'open-worker' },
    { in: 'src/engines/steered-worker.ts', out: 'steered-worker' },
  ],
  outdir: 'dist',
  splitting: true,
  chunkNames: '[name]-[hash]',
  metafile: true,
});
// For k6, which brings its own modules along and knows nothing of Node.js.
await build({
  ...shared,
  banner: {},
  platform: 'neutral',
  external: ['k6', 'k6/*'],
  entryPoints: [{ in: 'src/engines/k6/script.ts', out: 'k6-script' }],
  outdir: 'dist',
});
cpSync('src/overlay', 'dist/overlay', { recursive: true, filter: (path) => !path.endsWith('_test.go') });
cpSync('src/go-source', 'dist/go-source', { recursive: true, filter: (path) => !/_test\.go$|\.ts$/.test(path) });
cpSync('docs/patterns.md', 'dist/patterns.md');
const goleak = `go.uber.org/goleak@v1.3.0\nMIT\n\n${readFileSync('src/overlay/goleak/LICENSE', 'utf8').trim()}`;
writeFileSync('dist/licences.txt', `${licencesOf(metafile)}\n\n${goleak}`);

await build({
  ...shared,
  entryPoints: ['scripts/generated.ts'],
  outfile: 'node_modules/.cache/leakgate/generated.mjs',
});
const { schemas, actionParts, markdownParts } = await import(
  pathToFileURL('node_modules/.cache/leakgate/generated.mjs').href
);
const { prettier: style } = JSON.parse(readFileSync('package.json', 'utf8'));
mkdirSync('schema', { recursive: true });
for (const [name, schema] of Object.entries(schemas())) {
  writeFileSync(`schema/${name}`, await format(JSON.stringify(schema), { ...style, parser: 'json' }));
}
writeFileSync('action.yml', replaceParts('action.yml', actionParts(), '# '));
for (const [name, parts] of Object.entries(markdownParts())) {
  writeFileSync(name, await format(replaceParts(name, parts, '<!-- '), { ...style, parser: 'markdown' }));
}

const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.log(
  `dist/: ${Object.keys(metafile.outputs).length} files, ${(bytes / 1e6).toFixed(2)} MB, version ${JSON.parse(readFileSync('package.json', 'utf8')).version}`,
);

/** Replaces what stands between `begin NAME` and `end NAME` by the part of that name. */
function replaceParts(file, parts, comment) {
  return Object.entries(parts).reduce(
    (text, [name, part]) => {
      const [begin, end] = [text.indexOf(`${comment}begin ${name}`), text.indexOf(`${comment}end ${name}`)];
      if (begin === -1 || end === -1) throw new Error(`${file} has no part ${name}`);
      const indent = text.slice(text.lastIndexOf('\n', end) + 1, end);
      return `${text.slice(0, text.indexOf('\n', begin) + 1)}${part}${indent}${text.slice(end)}`;
    },
    readFileSync(file, 'utf8'),
  );
}
