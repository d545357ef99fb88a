import * as z from 'zod';
import { finding, frame, metric, outcome } from './finding-schema.ts';
import { leakCoverage } from './coverage-schema.ts';
import { stageTable } from './stage-schema.ts';
import { load, protocolRow } from './load-schema.ts';
import { LeakgateError } from '../errors.ts';
import type { Report } from '../model.ts';

/** Results come from other jobs and from forks; nothing that a run writes is near this size. */
const maxCharacters = 32 * 1024 * 1024;
const schemaVersion = 1;

// `looseObject` throughout: a newer Leakgate may add fields, and they survive being read and written again.
const latency = z.looseObject({ mean: z.number(), p50: z.number(), p95: z.number(), p99: z.number(), max: z.number() });
const routeLoad = z.looseObject({ label: z.string(), requests: z.number(), failed: z.number(), latencyUs: latency });

const heapCount = z.looseObject({ reachableBytes: z.number(), heapAllocBytes: z.number() });

const evidence = z.looseObject({
  requests: z.number(),
  frames: z.array(frame),
  nodes: z.array(
    z.looseObject({ parent: z.number(), frame: z.number(), liveBytes: z.number(), growthBytes: z.number() }),
  ),
  chains: z.array(
    z.looseObject({
      root: z.string(),
      steps: z.array(
        z.looseObject({
          text: z.string(),
          objects: z.number(),
          retainedBytes: z.number(),
          frame: frame.nullable(),
        }),
      ),
      retainedBytes: z.number(),
      sites: z.array(frame),
      requests: z.number().exactOptional(),
      exact: z.boolean().exactOptional(),
      heldBy: z.array(z.array(z.string())).exactOptional(),
      stackBytes: z.number().exactOptional(),
      known: z.boolean().exactOptional(),
    }),
  ),
  counted: z.looseObject({ before: heapCount, after: heapCount.nullable() }).exactOptional(),
  heap: z
    .array(
      z.looseObject({
        parent: z.number(),
        text: z.string(),
        frame: frame.nullable(),
        objects: z.number(),
        grownObjects: z.number(),
        bytes: z.number(),
        grownBytes: z.number(),
        left: z.looseObject({ steps: z.number(), bytes: z.number(), grownBytes: z.number() }).exactOptional(),
      }),
    )
    .exactOptional(),
});

const numbers = z.array(z.number());
const gaps = z.array(z.number().nullable());

const ranges = z.looseObject({ count: z.number(), totalMs: z.number(), fromMs: numbers, toMs: numbers });

const timeline = z.looseObject({
  durationMs: z.number(),
  load: z.looseObject({ bucketMs: z.number(), requestsPerSecond: numbers, p50Us: gaps, p99Us: gaps, maxUs: gaps }),
  heap: z.looseObject({ atMs: numbers, liveBytes: numbers, goalBytes: numbers, goroutines: gaps }),
  collections: z.looseObject({
    count: z.number(),
    endedMs: numbers,
    pauseMs: numbers,
    durationMs: gaps,
    assistMs: gaps,
  }),
  worst: z.array(
    z.looseObject({
      endedMs: z.number(),
      pauseMs: z.number(),
      durationMs: z.number().nullable(),
      fromMs: z.number(),
      toMs: z.number(),
      lines: z.array(z.looseObject({ frame, bytes: z.number() })),
    }),
  ),
  trace: z
    .looseObject({ fromMs: z.number(), toMs: z.number(), stops: ranges, marks: ranges, assists: ranges })
    .exactOptional(),
});

const groupCounts = z.looseObject({
  createdBy: frame.nullable(),
  entry: frame.nullable(),
  waitsAt: frame.nullable(),
  state: z.string(),
  counts: numbers,
  proven: z.number(),
  lasting: z.number().nullable(),
  ended: z.number().nullable(),
  minutes: z.number().exactOptional(),
  stack: z.array(frame).exactOptional(),
});

const resilience = z.looseObject({
  bucketMs: z.number().positive(),
  phases: z.array(z.looseObject({ name: z.string(), fromMs: z.number(), toMs: z.number() })),
  buckets: z.looseObject({
    served: numbers,
    fallback: numbers,
    refused: numbers,
    failed: numbers,
    p95Us: gaps,
    arrivals: numbers.nullable(),
  }),
  breaker: z.array(z.looseObject({ state: z.enum(['closed', 'open', 'half-open']), fromMs: z.number() })),
});

const histogram = z.looseObject({ perDecade: z.number().positive(), first: z.number(), counts: numbers });

const check = z.looseObject({
  name: z.string(),
  title: z.string(),
  outcome,
  summary: z.string(),
  findings: z.array(finding),
  metrics: z.array(metric),
  routes: z.array(routeLoad),
  load: load.exactOptional(),
  protocols: z.array(protocolRow).exactOptional(),
  stages: stageTable.exactOptional(),
  coverage: leakCoverage.exactOptional(),
  evidence: evidence.exactOptional(),
  latencies: z
    .looseObject({ how: z.enum(['paired', 'stored']), base: histogram.nullable(), head: histogram })
    .exactOptional(),
  timeline: timeline.exactOptional(),
  resilience: resilience.exactOptional(),
  groups: z.array(groupCounts).exactOptional(),
});

const baseline = z.looseObject({
  found: z.boolean(),
  branch: z.string(),
  store: z.string(),
  sha: z.string().nullable(),
  createdAt: z.string().nullable(),
  reason: z.string(),
  mismatches: z.array(z.string()),
  stored: z.boolean(),
});

const environment = z.looseObject({
  os: z.string(),
  arch: z.string(),
  cpus: z.number(),
  cpuModel: z.string(),
  memoryBytes: z.number(),
  goVersion: z.string(),
  nodeVersion: z.string(),
  runner: z.enum(['github', 'local']),
});

const error = z.looseObject({
  code: z.enum(['config', 'service', 'measurement', 'internal', 'interrupted']),
  message: z.string(),
  hint: z.string().nullable(),
  locations: z.array(z.looseObject({ file: z.string(), line: z.number(), message: z.string() })),
  output: z.string().nullable(),
});

const costSides = { base: z.number().nullable(), head: z.number() };

const runningCost = z.looseObject({
  perMillionRequests: z.looseObject({
    cpuSeconds: z.looseObject(costSides).nullable(),
    allocatedBytes: z.looseObject(costSides).nullable(),
  }),
  perMonth: z
    .looseObject({ ...costSides, currency: z.string(), requestsPerSecond: z.number(), pricePerCoreHour: z.number() })
    .nullable(),
});

const changedLines = z.looseObject({
  since: z.string(),
  files: z.array(z.looseObject({ file: z.string(), lines: z.array(z.tuple([z.number(), z.number()])) })),
});

/** `result.json`. The published JSON Schema is made from this. */
export const reportSchema = z.looseObject({
  schemaVersion: z.literal(schemaVersion),
  leakgate: z.string(),
  lang: z.enum(['en', 'zh-CN']).exactOptional(),
  createdAt: z.string(),
  verdict: outcome,
  summary: z.string(),
  exitCode: z.number(),
  key: z.string(),
  service: z.looseObject({ package: z.string(), module: z.string() }),
  commit: z.looseObject({
    sha: z.string(),
    branch: z.string(),
    baseBranch: z.string().nullable(),
    pullRequest: z.number().nullable(),
  }),
  links: z.looseObject({
    repository: z.string().nullable(),
    run: z.string().nullable(),
    report: z.string().exactOptional(),
  }),
  checks: z.array(check),
  error: error.nullable(),
  baseline,
  environment,
  phases: z.array(z.looseObject({ name: z.string(), startedAt: z.string(), durationMs: z.number() })),
  notes: z.array(z.string()),
  cost: runningCost.exactOptional(),
  changes: changedLines.exactOptional(),
});

/** Without index signatures and with every optional field there, so that a field missing on one side is a difference. */
type Complete<T> = T extends (infer Item)[]
  ? Complete<Item>[]
  : T extends object
    ? { [Key in keyof T as string extends Key ? never : Key]-?: Complete<T[Key]> }
    : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Doesn't compile when the schema and `model.ts` say different things. */
const schemaIsTheModel: Same<Complete<z.output<typeof reportSchema>>, Complete<Report>> = true;
void schemaIsTheModel;

/**
 * Reads a `result.json`.
 * @param where how the text is called in errors: a path or an option.
 * @throws LeakgateError `config` when it's no result, a broken one, or one of a newer Leakgate.
 */
export function parseReport(json: string, where: string): Report {
  const given = parseJson(json, where);
  const { schemaVersion: version } = z
    .looseObject({ schemaVersion: z.unknown() })
    .catch({ schemaVersion: undefined })
    .parse(given);
  if (typeof version === 'number' && version > schemaVersion) {
    throw new LeakgateError('config', `${where} was written by a newer Leakgate (schemaVersion ${version}).`, {
      hint: `This one reads schemaVersion ${schemaVersion}. Update it, or render the result with the Leakgate that wrote it.`,
    });
  }
  if (version !== schemaVersion) {
    throw new LeakgateError(
      'config',
      `${where} isn't a result of Leakgate: it has no schemaVersion ${schemaVersion}.`,
      {
        hint: 'A run writes it as result.json into its output folder.',
      },
    );
  }
  const parsed = reportSchema.safeParse(given);
  if (!parsed.success) {
    throw new LeakgateError('config', `${where} is a damaged result: ${firstIssues(parsed.error)}.`, {
      cause: parsed.error,
      hint: 'Was it edited, or cut off while it was written? Run Leakgate again.',
    });
  }
  return parsed.data;
}

function parseJson(json: string, where: string): unknown {
  if (json.length > maxCharacters) {
    throw new LeakgateError('config', `${where} is too large to be a result: ${json.length} characters.`);
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new LeakgateError('config', `${where} isn't JSON.`, { cause, hint: 'Was it cut off while it was written?' });
  }
}

function firstIssues({ issues }: z.ZodError): string {
  const shown = issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  const more = issues.length > 3 ? [`${issues.length - 3} more`] : [];
  return [...shown, ...more].join('; ');
}
