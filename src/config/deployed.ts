import * as z from 'zod';
import { checks } from '../checks/index.ts';
import { isLoopback } from '../loopback.ts';
import { LeakgateError } from '../errors.ts';
import type { Cluster } from '../model.ts';
import type { EngineName } from './engine.ts';
import { count, flag } from './values.ts';

/** Settings about a service that runs already; inputs of the same names. */
export const deployedSettings = {
  target: z
    .string()
    .optional()
    .describe(
      'Address of a service that is deployed already, such as `http://127.0.0.1:8080`: nothing is built, and k6 sends the load.',
    ),
  'pprof-url': z
    .string()
    .optional()
    .describe('With `target`: where that service serves `net/http/pprof`, for the leak checks.'),
  'allow-remote': flag
    .default(false)
    .describe('With `target`: whether it may be another machine than this one. Load can take a service down.'),
};

const dnsLabel = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: 'write small letters, digits and - (63 at most)' });

export const clusterSchema = z.strictObject({
  namespace: dnsLabel.default('default').describe('Where the k6 operator may run the test.'),
  parallelism: count
    .refine((pods) => pods <= 100, { error: 'write at most 100' })
    .prefault(2)
    .describe('How many pods share the `connections`; each needs one at least.'),
  image: z.string().min(1).optional().describe('With k6, for the pods. Otherwise the operator’s own choice.'),
  context: z.string().min(1).optional().describe('Of kubectl’s configuration. Otherwise its current one.'),
});

/** A service that nobody has to build or to start. */
export interface Deployed {
  /** `http://shop.example:8080` */
  origin: string;
  /** Base address of its profiles, such as `http://shop.example:6060/debug/pprof`; without it no leaks are looked for. */
  pprof: string | undefined;
  /** Where k6 runs; on this machine unless told. */
  cluster: Cluster | undefined;
}

/** What the other settings say, as far as it matters here. */
interface Given {
  target?: string | undefined;
  'pprof-url'?: string | undefined;
  'allow-remote': boolean;
  cluster?: z.output<typeof clusterSchema> | undefined;
  engine: EngineName;
  'k6-script'?: string | undefined;
  connections: number;
  streams: number;
  package?: string | undefined;
  args: readonly string[];
  setup: readonly string[];
}

/**
 * Null where the service is to be built.
 * @throws LeakgateError `config` for addresses that aren't to be loaded, and settings that have nothing to act on.
 */
export function deployedOf(given: Given, fileName: string): Deployed | null {
  const { target, cluster } = given;
  const refuse = refusing(fileName);
  if (target === undefined) {
    const alone = (['pprof-url', 'cluster'] as const).find((name) => given[name] !== undefined);
    if (alone !== undefined)
      throw refuse(`${alone} is of no use without target`, 'Name the service: `target: http://127.0.0.1:8080`.');
    if (given['allow-remote']) throw refuse('allow-remote is of no use without target', 'Leave it out.');
    return null;
  }
  assertAlone(given, refuse);
  const { origin, pathname, search } = httpAddress('target', target, refuse);
  if (pathname !== '/' || search !== '') {
    throw refuse(
      `target: got ${JSON.stringify(target)}, which is more than scheme, host and port`,
      'Paths belong into `requests`.',
    );
  }
  const pprof = given['pprof-url'] === undefined ? undefined : httpAddress('pprof-url', given['pprof-url'], refuse);
  assertAllowed('target', origin, given, refuse);
  if (pprof !== undefined) assertAllowed('pprof-url', pprof.origin, given, refuse);
  if (cluster !== undefined) assertSpread(cluster, origin, given.connections, refuse);
  return { origin, pprof: pprof?.href, cluster: cluster && clusterOf(cluster) };
}

type Refuse = (message: string, hint: string) => LeakgateError;

const refusing =
  (fileName: string): Refuse =>
  (message, hint) =>
    new LeakgateError('config', `${fileName}: ${message}.`, { hint });

function assertAlone(
  { engine, streams, 'k6-script': script, package: built, args, setup }: Given,
  refuse: Refuse,
): void {
  const building = Object.entries({ package: built !== undefined, args: args.length > 0, setup: setup.length > 0 });
  const needless = building.find(([, there]) => there)?.[0];
  if (needless !== undefined) {
    throw refuse(
      `${needless} is for a service that Leakgate builds, and target names one that is deployed`,
      'Leave one of the two out.',
    );
  }
  if (engine !== 'auto' && engine !== 'k6') {
    throw refuse(
      `engine: ${engine} can't load a target`,
      'A deployed service is loaded by k6: write `engine: k6`, or leave it out.',
    );
  }
  if (streams > 1) {
    throw refuse(
      `streams is ${streams}, but k6 sends one request at a time on each connection`,
      'Leave it out, and raise connections.',
    );
  }
  if (script !== undefined) {
    throw refuse(
      'k6-script is given beside target, for which Leakgate writes the script itself',
      'Leave it out, and write what it sends in `requests`.',
    );
  }
}

function httpAddress(name: string, given: string, refuse: Refuse): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  // Not quoted: it is a secret.
  if (url !== undefined && url.username + url.password !== '') {
    throw refuse(`${name} has a login in it`, 'Write the address without; `auth` is for tokens.');
  }
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw refuse(
    `${name}: got ${JSON.stringify(given)}, which is no address`,
    'Write one such as http://127.0.0.1:8080.',
  );
}

function assertAllowed(name: string, origin: string, { 'allow-remote': allowed }: Given, refuse: Refuse): void {
  if (allowed || isLoopback(origin)) return;
  throw refuse(
    `${name}: ${new URL(origin).hostname} isn't this machine`,
    'Load can take a service down, for everybody who uses it. If it is yours to load, write `allow-remote: true`.',
  );
}

function assertSpread(
  { parallelism }: z.output<typeof clusterSchema>,
  origin: string,
  connections: number,
  refuse: Refuse,
): void {
  if (isLoopback(origin)) {
    throw refuse(
      `target: for the pods of a cluster ${new URL(origin).hostname} is each of them itself`,
      'Name the service as pods reach it: http://NAME.NAMESPACE.svc:PORT.',
    );
  }
  if (connections < parallelism) {
    throw refuse(
      `${connections} connections can't be shared by ${parallelism} pods`,
      'Each pod needs one at least: raise connections, or lower cluster.parallelism.',
    );
  }
}

function clusterOf({ namespace, parallelism, image, context }: z.output<typeof clusterSchema>): Cluster {
  return { namespace, parallelism, ...(image !== undefined && { image }), ...(context !== undefined && { context }) };
}

/** What a service shows that Leakgate didn't build. */
const fromOutside = ['qps', 'prometheus', 'unit-tests'];
const fromProfiles = ['heap-leak', 'goroutine-leak'];

/**
 * The checks to run. Those that nobody named are left out where they can't be done.
 * @throws LeakgateError `config` for a check that was asked for and needs a build, or an address that isn't given.
 */
export function checksFor(
  { pprof }: Pick<Deployed, 'pprof'>,
  { wanted, named, fileName }: { wanted: readonly string[]; named: boolean; fileName: string },
): string[] {
  const can = pprof === undefined ? fromOutside : [...fromOutside, ...fromProfiles];
  const refused = wanted.find((name) => !can.includes(name));
  if (refused === undefined || !named) return wanted.filter((name) => can.includes(name));
  const title = checks.find(({ name }) => name === refused)?.title ?? refused;
  if (fromProfiles.includes(refused)) {
    throw refusing(fileName)(
      `checks: ${refused} needs the profiles of the deployed service`,
      'Name where it serves net/http/pprof: `pprof-url: http://127.0.0.1:6060`.',
    );
  }
  throw refusing(fileName)(
    `checks: ${refused} (${title}) needs a build of the service, and target names one that is deployed`,
    `A target has these: ${[...fromOutside, ...fromProfiles].join(', ')}.`,
  );
}
