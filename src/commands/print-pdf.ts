import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A start of Chrome takes up to 20 s on a machine that is busy with other things. */
const limitMs = 60_000;

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** The Chrome that is installed: `CHROME_BIN` first, then the usual names on the PATH. Null when there is none. */
export async function findChrome(env: NodeJS.ProcessEnv): Promise<string | null> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const chosen = env['CHROME_BIN'];
  for (const path of [...(chosen === undefined || chosen === '' ? [] : [chosen]), ...onPath, ...macApplications]) {
    if (await isProgram(path)) return path;
  }
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * Prints a page with the installed Chrome. Answers null when it's done, else one sentence why there is no PDF: that is
 * never a fault of the run.
 */
export async function printPdf(
  { page, to, env }: { page: string; to: string; env: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<string | null> {
  const chrome = await findChrome(env);
  if (chrome === null) return 'No PDF: no Chrome or Chromium is installed. CHROME_BIN may name one.';
  const profile = await mkdtemp(join(tmpdir(), 'leakgate-chrome-'));
  try {
    await rm(to, { force: true });
    await promisify(execFile)(chrome, argumentsFor(page, to, profile), {
      env,
      signal,
      timeout: limitMs,
      killSignal: 'SIGKILL',
      maxBuffer: 16 * 1024 * 1024,
    });
    return (await isFile(to)) ? null : `No PDF: ${chrome} ended without writing it.`;
  } catch (error) {
    signal.throwIfAborted();
    const { killed, code } = error as { killed?: boolean; code?: number };
    const why =
      killed === true ? `didn't finish within ${limitMs / 1000} s` : `failed (exit ${String(code ?? 'unknown')})`;
    return `No PDF: ${chrome} ${why}.`;
  } finally {
    // Its helpers may still be writing when it has ended.
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function argumentsFor(page: string, to: string, profile: string): string[] {
  // Chrome's sandbox refuses to work for root, which containers of workflows often are. The page is our own and loads nothing.
  const root = process.getuid?.() === 0;
  return [
    '--headless',
    ...(root ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-background-networking',
    '--no-first-run',
    '--no-pdf-header-footer',
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${to}`,
    pathToFileURL(page).href,
  ];
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );
}
