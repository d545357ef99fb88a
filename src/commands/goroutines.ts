import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LeakgateError } from '../errors.ts';
import { duration } from '../config/values.ts';
import { localHost } from '../host/local.ts';
import type { GoroutineGroup, GroupCounts } from '../model.ts';
import { countGroups } from '../pprof/group-counts.ts';
import { groupGoroutines, parseStacks } from '../pprof/stacks.ts';
import { isState, isWanted } from '../pprof/wait-states.ts';
import { programFrames } from '../probes/program-frames.ts';
import { stacksOfProcess, stacksOfUrl, type StackSource } from '../probes/stack-source.ts';
import { renderGroups, suspicion } from '../reporters/goroutine-terminal.ts';
import { renderGoroutinePage } from '../reporters/html/goroutine-page.ts';
import { version } from '../version.ts';
import { choice, countOption, parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { writeHtml } from './html-file.ts';

const options = {
  pid: { type: 'string' },
  url: { type: 'string' },
  state: { type: 'string', default: '' },
  watch: { type: 'string', default: '1' },
  every: { type: 'string', default: '1s' },
  top: { type: 'string', default: '30' },
  stacks: { type: 'boolean', default: false },
  format: { type: 'string', default: 'table' },
  html: { type: 'string' },
} as const;

/** Each look is kept in memory. */
const mostLooks = 1000;

export const goroutines: Command = {
  name: 'goroutines',
  summary: 'what the goroutines of a running service wait for, and which become more',
  help: `
leakgate goroutines --pid PID [options]
leakgate goroutines --url http://127.0.0.1:6060/debug/pprof [options]

Groups the goroutines by the line that started them, the stack they wait in and their state. With --watch it looks
several times: a group that only grows is suspected to leak; where the Go version can, the collector proves it.
--pid asks the probe that the process was built with, else its own /debug/pprof; --url asks such an address of this
machine. The service stands still while its stacks are written: 0.2 s for 100,000 goroutines with the probe, up to
1.6 s without. Goroutines that only follow client connections are left out.

  leakgate goroutines --pid $(pgrep -n api)
  leakgate goroutines --url http://127.0.0.1:6060 --state 'chan, select' --watch 5 --every 10s
  leakgate goroutines --pid 4711 --watch 10 --html goroutines.html

Options:
  --state LIST           only these waits: IO wait, semacquire (all of sync), chan, select, sleep, or a state's own name
  --watch N              look N times (1)
  --every DURATION       between two looks (1s)
  --top N                show N groups, those that changed most first (30)
  --stacks               the whole stack below each group, innermost call first; suspected ones always have it
  --format table|json    how the groups are written (table)
  --html FILE            also write one page; it needs nothing else`,

  async run(args, terminal, signal) {
    const { values } = parseCommand('goroutines', { args, options });
    const format = choice('format', values.format, ['table', 'json'] as const);
    const looks = countOption('watch', values.watch) ?? 1;
    if (looks > mostLooks) throw new LeakgateError('config', `--watch: got ${looks}; ${mostLooks} at most.`);
    const everyMs = duration.safeParse(values.every);
    if (!everyMs.success) {
      throw new LeakgateError('config', `--every: got ${JSON.stringify(values.every)}; write a duration such as 10s.`);
    }
    const top = countOption('top', values.top) ?? 30;
    const states = statesOf(values.state);
    const source = await open(values, terminal, signal);
    const groups = countGroups(await watch(source, { looks, everyMs: everyMs.data, states }, signal), top);
    const { provesLeaks } = source;
    terminal.stdout.write(
      format === 'json'
        ? `${JSON.stringify({ source: source.name, provesLeaks, groups: groups.map(asJson) }, null, 2)}\n`
        : renderGroups(groups, { provesLeaks, stacks: values.stacks, color: localHost(terminal).color }),
    );
    if (values.html !== undefined) {
      const seen = { source: source.name, provesLeaks, groups, looks, takenAt: new Date().toISOString(), version };
      await writeHtml(resolve(terminal.cwd, values.html), renderGoroutinePage(seen));
    }
    return 0;
  },
};

function statesOf(given: string): string[] {
  const states = given
    .split(',')
    .map((state) => state.trim())
    .filter((state) => state !== '');
  const unknown = states.find((state) => !isState(state));
  if (unknown === undefined) return states;
  throw new LeakgateError('config', `--state: got ${JSON.stringify(unknown)}, which is no state of a goroutine.`, {
    hint: 'Allowed: IO wait, semacquire, chan, select, sleep, running, syscall, or a name of the runtime such as sync.Mutex.Lock.',
  });
}

async function open(
  given: { pid?: string; url?: string },
  { cwd }: Terminal,
  signal: AbortSignal,
): Promise<StackSource> {
  if ((given.pid === undefined) === (given.url === undefined)) {
    throw new LeakgateError('config', 'goroutines needs one of --pid and --url.', {
      hint: '`leakgate help goroutines` shows both.',
    });
  }
  if (given.url !== undefined) {
    return stacksOfUrl(given.url, programFrames({ modulePath: '', packagePath: '' }, cwd), signal);
  }
  return stacksOfProcess({ pid: countOption('pid', given.pid) ?? 0, directory: cwd }, signal);
}

async function watch(
  source: StackSource,
  { looks, everyMs, states }: { looks: number; everyMs: number; states: string[] },
  signal: AbortSignal,
): Promise<GoroutineGroup[][]> {
  const seen: GoroutineGroup[][] = [];
  for (;;) {
    const groups = groupGoroutines(parseStacks(await source.look(signal), source.frames));
    seen.push(groups.filter(({ state }) => isWanted(state, states)));
    if (seen.length === looks) return seen;
    await sleep(everyMs, undefined, { signal });
  }
}

const asJson = (group: GroupCounts): GroupCounts & { leak: string | null } => ({
  ...group,
  leak: suspicion(group) || null,
});
