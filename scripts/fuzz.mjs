// `npm run fuzz -- 60`: so many seconds of broken input for each parser. What breaks one is kept in `__tests__/fixtures/fuzz/`, and
// tried in every run of the tests from then on.
import { spawn } from 'node:child_process';

const seconds = Number(process.argv[2] ?? 10);
if (!(seconds > 0)) throw new Error('write how many seconds, such as: npm run fuzz -- 60');
const env = { ...process.env, LEAKGATE_FUZZ_MS: String(seconds * 1000) };
const args = ['vitest', 'run', '--project', 'unit', '__tests__/unit/fuzz'];
spawn('npx', args, { stdio: 'inherit', env }).on('exit', (code) => (process.exitCode = code ?? 1));
