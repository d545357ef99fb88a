import * as z from 'zod';

/** One `::error file=…,line=…::message` line, or its warning or notice sibling. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title?: string;
  file?: string;
  line?: number;
}

export interface StepResult {
  outcome: 'success' | 'failure' | 'skipped';
  outputs: Record<string, string>;
}

export interface JobResult {
  /** `cancelled`: cut off without a result. Jobs that are skipped don't appear. */
  conclusion: 'success' | 'failure' | 'cancelled';
  /** By the step's id, `0`, `1`… for steps without one. */
  steps: Record<string, StepResult>;
}

/** What a workflow run left behind in its log. */
export interface RunLog {
  /** By the job's id, legs of a matrix with their values: `leg (api, 1.26)`. */
  jobs: Record<string, JobResult>;
  annotations: Annotation[];
  /** All steps' summaries, in order. */
  summary: string;
  /** What a person reads: the steps' output, one line each, without act's own remarks. */
  log: string;
}

/** One line of `act --json`, as far as it is used here. */
const entrySchema = z.object({
  msg: z.string().default(''),
  jobID: z.string().optional(),
  matrix: z.record(z.string(), z.unknown()).nullish(),
  /** The step's id, preceded by those of the composite actions around it. */
  stepID: z.array(z.string()).default([]),
  raw_output: z.boolean().optional(),
  command: z.string().optional(),
  name: z.string().optional(),
  arg: z.string().optional(),
  content: z.string().optional(),
  kvPairs: z.record(z.string(), z.string()).nullish(),
  stage: z.string().optional(),
  stepResult: z.enum(['success', 'failure', 'skipped']).optional(),
  jobResult: z.enum(['success', 'failure', 'cancelled']).optional(),
});
type Entry = z.infer<typeof entrySchema>;

function parseEntry(line: string): Entry | undefined {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return undefined; // Plain text: act's own warnings before it has a logger.
  }
}

/** The job's name as GitHub shows it, where the workflow gives none. Undefined: about no job. */
function jobOf({ jobID, matrix }: Entry): string | undefined {
  const values = Object.values(matrix ?? {}).map(String);
  return jobID === undefined || values.length === 0 ? jobID : `${jobID} (${values.join(', ')})`;
}

const levels = z.enum(['error', 'warning', 'notice']);

function annotation(entry: Entry): Annotation | undefined {
  const level = levels.safeParse(entry.command);
  if (!level.success) return undefined;
  const { file, line, title } = entry.kvPairs ?? {};
  return {
    level: level.data,
    message: entry.arg ?? '',
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

function noteStep(step: StepResult, entry: Entry): void {
  if (entry.command === 'set-output' && entry.name !== undefined) step.outputs[entry.name] = entry.arg ?? '';
  if (entry.stepResult && entry.stage === 'Main') step.outcome = entry.stepResult;
}

/**
 * Entries that tell something about the workflow's own steps. Left out is what happens inside composite actions, and
 * what act takes from the last inner step's files for the outer step's own once that is over, which GitHub doesn't.
 */
function outerEntries(entries: Entry[]): Entry[] {
  const composite = new Set<string>();
  const finished = new Set<string>();
  return entries.filter((entry) => {
    const { command, stage, stepResult } = entry;
    const [id, inner] = entry.stepID;
    if (id === undefined) return true;
    const key = `${jobOf(entry)}/${id}`;
    if (inner !== undefined) composite.add(key);
    const stray = composite.has(key) && finished.has(key) && command !== undefined;
    if (stepResult && stage === 'Main' && inner === undefined) finished.add(key);
    return inner === undefined && !stray;
  });
}

function readJobs(entries: Entry[]): Record<string, JobResult> {
  const jobs: Record<string, JobResult> = {};
  for (const entry of outerEntries(entries)) {
    const name = jobOf(entry);
    if (name === undefined) continue;
    const job = (jobs[name] ??= { conclusion: 'cancelled', steps: {} });
    if (entry.jobResult) job.conclusion = entry.jobResult;
    const [id] = entry.stepID;
    if (id !== undefined) noteStep((job.steps[id] ??= { outcome: 'skipped', outputs: {} }), entry);
  }
  return jobs;
}

function readSummary(entries: Entry[]): string {
  const outer = new Set(outerEntries(entries));
  const summaries = entries.filter((entry) => entry.command === 'summary');
  return summaries
    .filter((entry) => entry.stepID.length > 1 || outer.has(entry))
    .map((entry) => entry.content ?? '')
    .join('\n');
}

/** Reads the output of `act --json`. */
export function readRunLog(output: string): RunLog {
  const entries = output.split('\n').map((line) => parseEntry(line) ?? { ...entrySchema.parse({}), msg: line });
  return {
    jobs: readJobs(entries),
    annotations: entries.map(annotation).filter((found) => found !== undefined),
    summary: readSummary(entries),
    log: entries
      .filter((entry) => entry.raw_output === true || annotation(entry) !== undefined)
      .map((entry) => entry.msg.trimEnd())
      .join('\n'),
  };
}
