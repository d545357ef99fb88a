import type { ChangedLines, CheckReport, Finding, Frame } from '../model.ts';
import { changesSince } from './changes.ts';

interface Asked {
  root: string;
  /** The commit that the change builds on. */
  since: string;
  env: NodeJS.ProcessEnv;
}

/** More files than this no stack leads through; one `git diff` each. */
const mostFiles = 100;

/** Of the files that problems lead through, which lines are new or changed. Undefined when git can't tell. */
export async function changedLines(
  checks: readonly CheckReport[],
  { root, since, env }: Asked,
  signal: AbortSignal,
): Promise<ChangedLines | undefined> {
  const problems = checks.flatMap(({ findings }) => findings).filter(({ outcome }) => outcome !== 'pass');
  const through = new Set(problems.flatMap(framesOf).flatMap(({ own, file }) => (own ? file : [])));
  if (through.size === 0) return undefined;
  const changes = await changesSince(since, { root, env }, signal);
  if (changes === null) return undefined;
  const files: ChangedLines['files'] = [];
  for (const file of changes.paths.filter((path) => through.has(path)).slice(0, mostFiles)) {
    const lines = await changes.lines(file);
    if (lines.length > 0) files.push({ file, lines });
  }
  return { since, files };
}

const framesOf = ({ site, flows = [] }: Finding): Frame[] => [
  ...(site?.stack ?? []),
  ...flows.flatMap(({ steps }) => steps.flatMap(({ frame }) => frame ?? [])),
];
