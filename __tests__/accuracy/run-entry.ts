import { cpus } from 'node:os';
import { astray, effects, failures, judgeRun } from './judge.ts';
import { runLeakgate, type Ran } from './leakgate.ts';
import type { Run } from './plan.ts';
import type { RunRecord } from './record.ts';
import { openWorkspace, type Places, type Workspace } from './workspace.ts';

export interface Rig extends Places {
  /** `dist/cli.js`. */
  cli: string;
  commit: string;
}

/** One run of one entry, judged. A pair gets its baseline first. */
export async function runEntry({ entry, run }: Run, rig: Rig, signal: AbortSignal): Promise<RunRecord> {
  const workspace = await openWorkspace(entry, rig);
  if (workspace.atBase) {
    const base = await runLeakgate({ ...invocation(workspace, rig, 'base'), saveBaseline: true }, signal);
    if (!base.report.baseline.stored) return record({ entry, run }, workspace, withoutBaseline(base), rig);
    await workspace.toHead();
  }
  // A healthy service is held against its own last run, as on a branch that is pushed to.
  const saveBaseline = entry.kind === 'healthy';
  const ran = await runLeakgate({ ...invocation(workspace, rig, `run-${run}`), saveBaseline }, signal);
  return record({ entry, run }, workspace, ran, rig);
}

const invocation = ({ repository, out }: Workspace, { cli }: Rig, name: string) => ({
  cli,
  repository,
  out: out(name),
});

/** A pair whose base is red already can't be judged. */
const withoutBaseline = ({ report, ...ran }: Ran): Ran => {
  const message = `The base's run stored no baseline: ${report.error?.message ?? report.summary}`;
  return {
    ...ran,
    report: { ...report, error: { code: 'measurement', hint: null, locations: [], output: null, message } },
  };
};

function record({ entry, run }: Run, { marks }: Workspace, ran: Ran, { program, commit }: Rig): RunRecord {
  const { report, exitCode, seconds, measuredSeconds, load, startedAt } = ran;
  const seen = effects(report);
  return {
    entry: entry.name,
    run,
    at: startedAt,
    program,
    commit,
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'} × ${report.environment.cpus}`,
    go: report.environment.goVersion,
    outcome: judgeRun(entry, report, marks),
    verdict: report.verdict,
    exitCode,
    failed: failures(report),
    astray: astray(entry, report, marks),
    ...(report.error !== null && { error: report.error.message }),
    ...(Object.keys(seen).length > 0 && { effects: seen }),
    seconds: Math.round(seconds * 10) / 10,
    measuredSeconds: Math.round(measuredSeconds * 10) / 10,
    load: Math.round(load * 10) / 10,
  };
}
