import { columnsOf, cut } from '../reporters/columns.ts';
import { plain } from '../reporters/escape.ts';
import type { Host } from './host.ts';
import { progressOf } from './remaining.ts';

/** A stream that may be a terminal. */
export interface Screen {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

export interface LocalHostOptions {
  env: NodeJS.ProcessEnv;
  /** Gets what is asked for. */
  stdout: Screen;
  /** Gets what goes on meanwhile, so that the result can be piped. */
  stderr: Screen;
  /** How long a phase took the last time, by its title. */
  expectedMs?: (title: string) => number | undefined;
}

const nothing = (): string => '';

/** How often a line that is written over tells the time. */
const tickMs = 1000;

/** A laptop. Progress is one line that is written over on a terminal, and a line each elsewhere. Nothing is published. */
export function localHost({ env, stdout, stderr, expectedMs }: LocalHostOptions): Host {
  const secrets = new Set<string>();
  const live = stderr.isTTY === true && env['TERM'] !== 'dumb';
  let transient = false;
  const hidden = (text: string): string =>
    [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  const print = (screen: Screen, text: string): void => {
    if (transient) stderr.write('\r\u001b[2K');
    transient = false;
    screen.write(`${hidden(text)}\n`);
  };
  // A line that wraps can't be written over, and the last column already makes some terminals wrap.
  const room = (): number => (stderr.columns || 80) - 1;
  const over = (text: string, more = ''): void => {
    const columns = room();
    const left = Math.max(0, columns - 2 - columnsOf(more));
    stderr.write(`\r\u001b[2K${cut(`  ${cut(hidden(plain(text)), left)}${more}`, columns)}`);
    transient = true;
  };
  let said = '';
  let beside = nothing;
  const progress = (text: string): void => {
    said = text;
    if (live) over(text, beside());
    else print(stderr, `  ${plain(text)}`);
  };
  /** Keeps the line of a phase up to date: what it does, how long already, and how much longer. */
  const ticking = (title: string): (() => void) => {
    const startedMs = performance.now();
    beside = () => `  ${progressOf(performance.now() - startedMs, expectedMs?.(title), room())}`;
    const timer = live ? setInterval(() => over(said, beside()), tickMs) : undefined;
    return () => {
      clearInterval(timer);
      beside = nothing;
    };
  };
  return {
    name: 'local',
    color: showsColor(env, stdout),
    async group(title, body) {
      const stop = ticking(title);
      try {
        return await timed(title, body, { progress, done: (text) => print(stderr, text) });
      } finally {
        stop();
      }
    },
    info: (text) => print(stdout, text),
    notice: (text) => print(stderr, `note: ${text}`),
    warning: (text) => print(stderr, `warning: ${text}`),
    progress,
    // The final table names the lines.
    annotate: () => undefined,
    secret(value) {
      if (value !== '') secrets.add(value);
    },
    output: () => undefined,
    summary: async () => undefined,
    comment: async () => ({ url: null, reason: '' }),
    acceptLabel: async () => null,
  };
}

interface Told {
  progress: (text: string) => void;
  done: (text: string) => void;
}

async function timed<T>(title: string, body: () => Promise<T>, { progress, done }: Told): Promise<T> {
  const startedMs = performance.now();
  const took = (): string => `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
  progress(`${title} …`);
  try {
    const result = await body();
    done(`✔ ${plain(title)}  ${took()}`);
    return result;
  } catch (error) {
    done(`✘ ${plain(title)}  ${took()}`);
    throw error;
  }
}

/** https://no-color.org, and `FORCE_COLOR` as most programs read it. */
function showsColor(env: NodeJS.ProcessEnv, screen: Screen): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return screen.isTTY === true && env['TERM'] !== 'dumb';
}
