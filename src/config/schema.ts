import * as z from 'zod';
import { checks } from '../checks/index.ts';
import { engineNames } from './engine.ts';
import { authSchema } from './auth.ts';
import { clusterSchema, deployedSettings } from './deployed.ts';
import { notifySchema, pushgatewaySchema } from './notify.ts';
import { requestsSchema } from './requests.ts';
import { archiveSchema, storeSettings } from './store-settings.ts';
import { trafficSchema } from './traffic.ts';
import { amount, byteSize, count, duration, flag } from './values.ts';

const checkNames = checks.map((check) => check.name) as [string, ...string[]];

const standardChecks = checks.filter((check) => !('onRequest' in check && check.onRequest)).map((check) => check.name);

const list = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(/[\s,]+/).filter((word) => word !== '') : value;

/** Settings that stand at the top of a config file and are workflow inputs of the same name, with their README text. */
export const sharedSettings = {
  package: z
    .string()
    .optional()
    .describe(
      'The main package to build: a folder such as `./cmd/api`, or an import path. Needed only when there are several.',
    ),
  ...deployedSettings,
  requests: requestsSchema
    .default('GET /')
    .describe(
      'What to send: one `METHOD /path [@body-file] [-> status]` a line, or the name of a file that holds them.',
    ),
  rate: z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d+(?:\.\d+)?$/)
          .transform(Number),
      ],
      {
        error: 'write requests per second as a number',
      },
    )
    .refine((rate) => rate > 0 && rate <= 100_000, { error: 'write a rate above 0 and up to 100000' })
    .optional()
    .describe(
      'How many requests start each second, whatever the service answers (an open loop); latency then counts from the intended start. Otherwise each connection sends as soon as it is answered.',
    ),
  engine: z
    .enum(engineNames)
    .default('auto')
    .describe(
      'What sends the load. `auto` needs nothing; `http2` speaks HTTP/2; `wrk`, `vegeta` and `k6` are programs on the PATH, and `wrk+vegeta` takes the second where a rate or a schedule is asked for.',
    ),
  connections: count.prefault(4).describe('How many keep-alive connections send requests at the same time.'),
  checks: z
    .preprocess(list, z.array(z.enum(checkNames)).min(1))
    .default(standardChecks)
    .describe(
      'Which checks to run, separated by commas. `gc` (collections beside a load of 5 s), `capacity` (the highest rate that holds a latency), `protocols` (HTTP/1.1 beside HTTP/2), `stages` (where the time of a request goes), `prometheus` (figures of other systems), `leak-coverage` (which lines that can leak the load ran), `unit-tests` (goroutines that `go test` leaves behind) and `resilience` (limits and breakers while a dependency fails) run only when named.',
    ),
  compare: z
    .enum(['auto', 'stored', 'paired'])
    .default('auto')
    .describe(
      'How speed is compared. `auto` and `paired` rebuild the baseline’s commit and measure both side by side; `auto` falls back to showing the stored figures, `stored` gates on them.',
    ),
  'leak-requests': count
    .prefault(1_009)
    .describe('Requests of the first of three leak rounds; the others are two and four times as large.'),
  'leak-budget': duration
    .prefault('60s')
    .describe('How long the leak rounds may take. A slow service gets smaller rounds.'),
  'fail-on': z
    .enum(['any', 'regression', 'leak', 'never'])
    .default('any')
    .describe('What turns the run red: any finding, only slow-downs and costs, only leaks, or nothing.'),
  'known-leaks': z
    .enum(['fail', 'record'])
    .default('fail')
    .describe(
      'What a leak does when no baseline knows it yet: `fail`, or `record` it so that only new ones fail from then on.',
    ),
  'baseline-branch': z
    .string()
    .optional()
    .describe(
      'The branch whose baseline to compare with. Otherwise the base of the pull request, or the pushed branch itself.',
    ),
  'baseline-store': z
    .enum(['auto', 'git-ref', 'file', 'artifact', 'cache', 'postgres', 's3'])
    .default('auto')
    .describe(
      'Where baselines are kept. `auto`: a git ref on GitHub, the folder `.leakgate` elsewhere. `artifact` and `cache` work in the action only; `postgres` and `s3` need their addresses in the config file.',
    ),
  comment: z
    .enum(['auto', 'always', 'never'])
    .default('auto')
    .describe(
      'The pull-request comment: `auto` keeps one on each pull request, `always` also comments after a push to its branch, `never` posts none.',
    ),
  'comment-key': z
    .string()
    .regex(/^[\w./-]{1,80}$/, { error: 'write letters, digits and . _ / - (80 at most)' })
    .optional()
    .describe('Names this service apart when a repository gates several. Otherwise the main package’s path.'),
  lang: z
    .enum(['en', 'zh-CN'])
    .default('en')
    .describe(
      'The language of comment, summary, annotations, pages and terminal: `en`, or `zh-CN` for 简体中文. Results, outputs and logs stay English.',
    ),
  'retention-days': count
    .optional()
    .describe(
      'How many days the artifact with the report and the profiles is kept. Otherwise as the repository is set up.',
    ),
};

const allowance = z.strictObject({
  site: z
    .string()
    .min(1)
    .describe(
      'What may exceed its limit: a function, a `file:line`, what keeps the memory alive (`main.cache`), or a gate such as `heap-leak/mallocs`.',
    ),
  reason: z.string().min(1).describe('Why it is accepted.'),
  owner: z.string().min(1).describe('Who looks after it.'),
  until: z.iso
    .date({ error: 'write a day such as 2027-03-31' })
    .describe('The last day on which it is accepted; afterwards it fails, also when the baseline knows it.'),
});

const production = z.strictObject({
  'requests-per-second': amount.optional().describe('How many requests the service answers there.'),
  'memory-limit': byteSize
    .optional()
    .describe('How much memory its container may use. Otherwise the limit of the container that Leakgate runs in.'),
  'price-per-core-hour': amount.optional().describe('What an hour of one CPU core costs.'),
  currency: z.string().min(1).max(8).default('USD').describe('Of that price.'),
});

/** Settings that only a config file holds. */
const fileSettings = {
  $schema: z.string().optional(),
  args: z
    .array(z.string())
    .default([])
    .describe('Arguments of the service; `{port}`, `{dir}`, `{side}` and `{dependency}` are replaced.'),
  env: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
    .default({})
    .describe(
      'Environment of the service; the same placeholders are replaced, and `${NAME}` by the environment’s value.',
    ),
  setup: z
    .array(z.string())
    .default([])
    .describe('Shell commands to run in the working directory before the service starts.'),
  'setup-timeout': duration.prefault('10m').describe('How long each of them may take.'),
  ready: z
    .strictObject({
      path: z
        .string()
        .regex(/^\//, { error: 'a path starts with /' })
        .optional()
        .describe('Path that answers 2xx or 3xx once the service is ready.'),
      timeout: duration.prefault('30s').describe('How long the service may take to become ready.'),
    })
    .prefault({}),
  traffic: trafficSchema
    .optional()
    .describe('A schedule of rates, ramps and bursts instead of one `rate`; it also says how long the load takes.'),
  tls: flag
    .default(false)
    .describe('Does the service speak TLS? Its certificate is taken as it is, since it runs on this machine.'),
  streams: count
    .refine((streams) => streams <= 250, { error: 'write at most 250: services in Go take no more on a connection' })
    .prefault(1)
    .describe('With `engine: http2`, how many requests are in flight on each connection.'),
  'vegeta-above': amount
    .prefault(0)
    .describe('With `engine: wrk+vegeta`, rates up to this are left to wrk, which then shows what the service can do.'),
  'k6-script': z
    .string()
    .optional()
    .describe('With `engine: k6`, the script. It finds the service at `__ENV.BASE_URL`.'),
  cluster: clusterSchema
    .optional()
    .describe(
      'With `target`: the Kubernetes cluster whose k6 operator sends the load from several pods, by `kubectl`. Otherwise k6 runs on this machine.',
    ),
  headers: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Headers of every request that doesn’t set them itself; placeholders such as `{{traceparent}}` are filled in.',
    ),
  feeders: z
    .record(
      z.string().regex(/^[A-Za-z_][\w-]*$/, { error: 'a feeder’s name has letters, digits, _ and -' }),
      z.string(),
    )
    .default({})
    .describe(
      'Files of values for requests, by name: `.csv` with a line of column names, or `.jsonl`. `{{name.column}}` takes one row after the other.',
    ),
  auth: authSchema
    .optional()
    .describe(
      'A token or session for all requests: from a command, or from a login to the service. Renewed before it expires and after a 401.',
    ),
  cookies: z
    .boolean()
    .default(false)
    .describe('Each connection sends back the cookies that it was given, as a browser does.'),
  'leak-keys': z
    .enum(['replay', 'fresh'])
    .default('replay')
    .describe(
      'What placeholders give in the leak rounds: `replay` the same finite set of values over and over, or `fresh` ones each time, to see what is kept for every new key.',
    ),
  'request-timeout': duration.prefault('10s').describe('After how long a request without an answer counts as failed.'),
  build: z
    .strictObject({
      flags: z.array(z.string()).default([]).describe('Further flags for `go build`, such as `-tags=integration`.'),
      overlay: z.string().optional().describe('An overlay file of your own, merged with Leakgate’s.'),
    })
    .default({ flags: [] }),
  allow: z
    .array(allowance)
    .default([])
    .describe('Findings that are accepted for a while: shown as warnings, each with its reason and owner.'),
  gates: z
    .record(z.string(), z.enum(['worse', 'both', 'off']))
    .default({})
    .describe(
      'For a figure such as `qps/p99`, what fails beyond its limit: changes for the `worse` (all figures that aren’t named), in `both` directions, or none (`off`).',
    ),
  production: production
    .prefault({})
    .describe('What the service meets in production, to tell costs a month and when memory ends.'),
  ...storeSettings,
  archive: archiveSchema
    .optional()
    .describe('An S3 bucket that gets the report, the profiles and the other files of each run.'),
  notify: z
    .array(notifySchema)
    .default([])
    .describe('Webhooks that are told of a verdict. An address is a secret: write `${NAME}`.'),
  pushgateway: pushgatewaySchema.optional().describe('A Prometheus Pushgateway that gets the figures of each run.'),
};

type CheckSettings = { [C in (typeof checks)[number] as C['name']]: z.ZodOptional<C['options']> };
const checkSettings = Object.fromEntries<unknown>(checks.map((check) => [check.name, check.options.optional()]));

/** The whole configuration as users write it in `.github/leakgate.yml`. */
export const configSchema = z.strictObject({ ...sharedSettings, ...fileSettings, ...(checkSettings as CheckSettings) });

export type ConfigInput = z.output<typeof configSchema>;

/** The options of a check as written, without its transform: what inputs, README rows and JSON Schema are made from. */
export function optionShape(check: (typeof checks)[number]): Record<string, z.ZodType> {
  const schema: unknown = check.options;
  const inner = schema instanceof z.ZodPipe ? schema.in : schema;
  return inner instanceof z.ZodObject ? inner.shape : {};
}

/** Those of its options that a text can hold: they are inputs too. */
export function textOptions(check: (typeof checks)[number]): [string, z.ZodType][] {
  return Object.entries(optionShape(check)).filter(([, schema]) => !isStructured(schema));
}

function isStructured(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodArray) return true;
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return wrapped && isStructured(schema.def.innerType);
}

/** Which check an option such as `max-qps-drop` belongs to; option names are unique across checks. */
export const optionOwners: ReadonlyMap<string, string> = new Map(
  checks.flatMap((check) => Object.keys(optionShape(check)).map((option) => [option, check.name] as const)),
);
