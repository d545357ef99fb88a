// Bundles a TypeScript program of the repository, which Node 20 can't run as it is, and runs it: `node scripts/bundled.mjs FILE ARGS…`.
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [program] = process.argv.splice(2, 1);
const outfile = `node_modules/.cache/leakgate/bundled-${process.pid}.mjs`;
await build({
  entryPoints: [program],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
});
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
