// Bundles __tests__/accuracy/main.ts, which Node 20 can't run as it is, and runs it: `npm run accuracy -- --help`.
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const outfile = `node_modules/.cache/leakgate/accuracy-${process.pid}.mjs`;
await build({
  entryPoints: ['__tests__/accuracy/main.ts'],
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
