import { realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { changesSince } from '../affected/changes.ts';
import { packageGraph, type GraphPackage } from '../affected/graph.ts';
import { moduleChanges } from '../affected/module-changes.ts';
import { affectedPrograms, type Affected } from '../affected/touched.ts';
import { readEvent } from '../host/event.ts';
import { repositoryFacts } from '../host/git.ts';
import { hostOf } from '../host/index.ts';
import { plain } from '../reporters/escape.ts';
import { serviceKey } from '../survey.ts';
import { choice, parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';

const options = {
  base: { type: 'string' },
  watch: { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', default: 'matrix' },
} as const;

export const affected: Command = {
  name: 'affected',
  summary: 'list the services whose Go packages a change touches, as a matrix',
  help: `
leakgate affected [DIR…] [--base REF] [--watch PATH]… [--format matrix|text]

Holds what changed since the branch left REF (uncommitted changes too) against the package graph of every module in the
repository, and lists the main packages that are built from any of it: packages, embedded files, C sources and headers,
vendored and replaced modules, versions in go.mod and go.sum, go.work, .github/leakgate.yml. Tests don't count. What can't
be told counts as affected.

  leakgate affected --base origin/main
  leakgate affected --base origin/main --format text     with the reason for each
  leakgate affected services --watch deploy              only services below services/; deploy/ touches all of them

In a workflow REF is the base of the pull request, or what the branch was before the push. The matrix is
{"include":[{"key","package","working-directory"}]}; as step outputs: matrix and count.`,

  async run(args, terminal, signal) {
    const { values, positionals } = parseCommand('affected', { args, options, allowPositionals: true });
    const format = choice('format', values.format, ['matrix', 'text']);
    const { env, cwd } = terminal;
    const { root, found } = await findAffected({ base: values.base, watched: values.watch }, terminal, signal);
    const folders = await Promise.all(positionals.map(async (folder) => realpath(resolve(cwd, folder))));
    const wanted = found.filter(({ program }) => isBelow(program, folders.length === 0 ? [root] : folders));
    const include = wanted.map(({ program }) => legOf(program, root));
    const matrix = JSON.stringify({ include });
    terminal.stdout.write(format === 'matrix' ? `${matrix}\n` : textOf(wanted, root));
    if (env['GITHUB_ACTIONS'] === 'true') {
      const host = hostOf(terminal);
      host.output('matrix', matrix);
      host.output('count', String(include.length));
    }
    return 0;
  },
};

async function findAffected(
  { base, watched }: { base: string | undefined; watched: string[] },
  { env, cwd, stderr }: Terminal,
  signal: AbortSignal,
): Promise<{ root: string; found: Affected[] }> {
  const facts = await repositoryFacts(cwd, env, signal);
  const root = await realpath(facts.root);
  const from = base ?? (await readEvent(env, facts)).baseSha;
  const changes = from === null ? null : await changesSince(from, { root, env }, signal);
  const packages = await packageGraph(root, env, signal);
  if (changes === null) {
    const because = from === null ? 'there is nothing to compare with' : `${from} can’t be found`;
    stderr.write(`${plain(because)}: every service counts as affected\n`);
    return { root, found: packages.filter(({ isProgram }) => isProgram).map((program) => ({ program, because })) };
  }
  const modules = await moduleChanges(changes, env, signal);
  return { root, found: affectedPrograms(packages, { root, paths: changes.paths, modules, watched }) };
}

const isBelow = ({ directory }: GraphPackage, folders: string[]): boolean =>
  folders.some((folder) => directory === folder || directory.startsWith(`${folder}/`));

/** The names that the composite's inputs take, and the key that its result will have. */
function legOf({ directory, module }: GraphPackage, root: string) {
  const moduleDirectory = module?.directory ?? directory;
  return {
    key: serviceKey({ packageDirectory: directory, modulePath: module?.path ?? '' }, root),
    package: relativePath(moduleDirectory, directory),
    'working-directory': relative(root, moduleDirectory) || '.',
  };
}

const relativePath = (from: string, to: string): string => (from === to ? '.' : `./${relative(from, to)}`);

function textOf(found: Affected[], root: string): string {
  if (found.length === 0) return 'No service is affected.\n';
  return found
    .map(({ program, because }) => `${plain(legOf(program, root).key)}  because of ${plain(because)}\n`)
    .join('');
}
