import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import { contentsOf, heapBytesOf, mismatch } from '../heap/diff.ts';
import { writeSnapshot, type HeapSnapshot } from '../heap/snapshot-file.ts';
import { localHost } from '../host/local.ts';
import type { Host } from '../host/host.ts';
import { profileSnapshot, snapshotOfProcess } from '../probes/heap-snapshot.ts';
import { fetchHeapProfile, heapProfileUrl } from '../probes/pprof-server.ts';
import { programFrames } from '../probes/program-frames.ts';
import { plain } from '../reporters/escape.ts';
import { renderTop } from '../reporters/heap-terminal.ts';
import { formatValue } from '../reporters/numbers.ts';
import { countOption, parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { snapshotsOfPackage } from './snapshot-package.ts';

const options = {
  pid: { type: 'string' },
  package: { type: 'string' },
  url: { type: 'string' },
  after: { type: 'string' },
  config: { type: 'string' },
  requests: { type: 'string' },
  output: { type: 'string', default: 'a.heap' },
  force: { type: 'boolean', default: false },
} as const;

export const snapshot: Command = {
  name: 'snapshot',
  summary: 'keep a look at the heap of a service: who keeps what alive',
  help: `
leakgate snapshot --package PACKAGE [DIR] [--after N[,N…]] [options] [-- ARGS…]
leakgate snapshot --pid PID [options]
leakgate snapshot --url http://127.0.0.1:6060/debug/pprof [options]

--package builds the service in DIR with the probe, starts it as the config says, sends its requests, lets it come to
rest and takes the snapshot. Several counts give several snapshots of one process, to be subtracted.
--pid looks into a running process: with chains when it was built with the probe; else, through its own
/debug/pprof, allocation sites alone. --url asks such an address of this machine.

  leakgate snapshot --package ./cmd/api --after 1000,3000 --output api.heap
  leakgate diff api-1000.heap api-3000.heap
  leakgate snapshot --pid $(pgrep -n api) --output now.heap
  leakgate top now.heap

Options:
  --output FILE          where the snapshot goes (a.heap); with several counts each gets its own in its name
  --after N[,N…]         requests to send before (1000)
  --requests TEXT|FILE   what to send instead of the config's requests
  --config FILE          config file instead of .github/leakgate.yml
  --force                with --pid: also of a process that is at work, which such a look can kill since Go 1.26`,

  async run(args, terminal, signal) {
    const { values, positionals, serviceArgs } = parse(args);
    const host = localHost(terminal);
    const ways = (['pid', 'package', 'url'] as const).filter((way) => values[way] !== undefined);
    if (ways.length !== 1 || positionals.length > (ways[0] === 'package' ? 1 : 0)) {
      throw new LeakgateError('config', 'snapshot needs one of --package, --pid and --url.', {
        hint: '`leakgate help snapshot` shows each.',
      });
    }
    const keep = async (found: HeapSnapshot, name: string): Promise<void> => {
      await writeFile(resolve(terminal.cwd, name), writeSnapshot(found)).catch((cause: unknown) => {
        throw new LeakgateError('config', `--output: ${name} can't be written.`, { cause });
      });
      tell(found, name, host);
    };
    if (values.package !== undefined) {
      const asked = { ...values, package: values.package, folder: positionals[0] ?? '.', serviceArgs };
      await snapshotsOfPackage(asked, { ...terminal, host, keep }, signal);
    } else {
      const found = await (values.url === undefined
        ? ofProcess(values, terminal, host, signal)
        : ofUrl(values.url, terminal, signal));
      await keep(found, values.output);
    }
    return 0;
  },
};

type Values = ReturnType<typeof parse>['values'];

function parse(args: string[]) {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  const parsed = parseCommand('snapshot', { args: own, options, allowPositionals: true });
  return { ...parsed, serviceArgs: end === -1 ? undefined : args.slice(end + 1) };
}

async function ofProcess(values: Values, { cwd }: Terminal, host: Host, signal: AbortSignal): Promise<HeapSnapshot> {
  const pid = countOption('pid', values.pid) ?? 0;
  const note = (text: string): void => host.notice(text);
  return snapshotOfProcess({ pid, directory: cwd, force: values.force, note }, signal);
}

async function ofUrl(given: string, { cwd }: Terminal, signal: AbortSignal): Promise<HeapSnapshot> {
  const bytes = await fetchHeapProfile(heapProfileUrl(given), signal);
  const frames = programFrames({ modulePath: '', packagePath: '' }, cwd);
  return profileSnapshot(bytes, frames, { pid: null, startedAt: null, goVersion: '' });
}

/** What was kept, and the heaviest of it. */
function tell(found: HeapSnapshot, name: string, host: Host): void {
  for (const warning of mismatch(found, name)) host.warning(warning);
  const rows = contentsOf(found);
  const heapBytes = heapBytesOf(found);
  const { pid } = found.process;
  const facts = [
    formatValue(heapBytes, 'bytes'),
    ...(found.goVersion === '' ? [] : [plain(found.goVersion, 60)]),
    ...(pid === null ? [] : [`pid ${pid}`]),
    ...(found.requests === null ? [] : [`${found.requests} requests`]),
    ...(found.kind === 'profile' ? ['allocation sites only'] : []),
  ];
  host.info(`${plain(name)}  ${facts.join(' · ')}`);
  host.info(renderTop(rows, { kind: found.kind, heapBytes }, { color: host.color, limit: 5 }));
}
