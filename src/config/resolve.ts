import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { probingRequests } from '../checks/dose-plan.ts';
import { checks } from '../checks/index.ts';
import type { ResilienceOptions } from '../checks/resilience-options.ts';
import { LeakgateError } from '../errors.ts';
import type { Route, Traffic } from '../model.ts';
import { assertEngineFits, assertMakes, scriptAt, type EngineName } from './engine.ts';
import { readAuth, type Auth } from './auth.ts';
import { checksFor, deployedOf, type Deployed } from './deployed.ts';
import { explain } from './explain.ts';
import { environmentValue, expandEnvironment } from './expand.ts';
import { columnOf, readFeeder, type Feeder } from './feeders.ts';
import { headerSecrets, redactError, redactor } from './redact.ts';
import { readConfigFile } from './file.ts';
import { isFile } from './is-file.ts';
import { passedOn } from './passed-on.ts';
import { notifySecrets, type Pushgateway, type Webhook } from './notify.ts';
import { overlayInputs, type GivenInputs } from './inputs.ts';
import { badRequests, isPlainForm, readRequests, type RequestFiles, type Requests } from './requests.ts';
import { asScenario } from './route.ts';
import { scheduleMs, toTraffic, trafficSchema } from './traffic.ts';
import { storeSecrets, type ArchiveSettings, type StoreSettings } from './store-settings.ts';
import { configSchema, type ConfigInput } from './schema.ts';
import { asTree } from './tree.ts';

/** Everything a run needs to know, validated, with absolute paths and plain units. */
export interface Config {
  workingDirectory: string;
  /** The service, where it runs already; null for one that is to be built. */
  deployed: Deployed | null;
  package: string | undefined;
  args: string[];
  env: Record<string, string>;
  setup: string[];
  /** For each of the set-up commands. */
  setupTimeoutMs: number;
  ready: { path?: string; timeoutMs: number };
  /** `127.0.0.1:5432`: what `{dependency}` stands for, unless a check puts something in front of it. */
  dependency: string | undefined;
  routes: Route[];
  connections: number;
  engine: EngineName;
  /** Requests in flight on each connection; more than one over HTTP/2 only. */
  streams: number;
  /** With wrk and vegeta: the highest rate that is left to wrk, in requests per second. */
  vegetaAbove: number;
  /** Absolute path; set when the engine is k6. */
  k6Script: string | undefined;
  /** Does the service speak TLS? */
  tls: boolean;
  /** Requests start by this schedule; null for a closed loop. A single stage goes on for as long as the load takes. */
  traffic: Traffic | null;
  requestTimeoutMs: number;
  /** Where the token or session comes from that requests carry, unless they are anonymous. */
  auth: Auth | null;
  /** Does each connection keep the cookies that it is given? */
  cookies: boolean;
  checks: string[];
  /** Parsed options of every check, by its name. */
  options: Record<string, unknown>;
  build: { flags: string[]; overlay?: string };
  compare: ConfigInput['compare'];
  failOn: ConfigInput['fail-on'];
  knownLeaks: ConfigInput['known-leaks'];
  /** `fresh`: templates make a new request each time, in all rounds. */
  leaks: { firstDose: number; budgetMs: number; keys: ConfigInput['leak-keys'] };
  allow: ConfigInput['allow'];
  gates: ConfigInput['gates'];
  production: Production;
  baselineBranch: string | undefined;
  baselineStore: ConfigInput['baseline-store'];
  /** How the stores that need an address are reached. */
  stores: StoreSettings;
  /** The bucket that keeps the files of each run. */
  archive: ArchiveSettings | undefined;
  /** For how long the run's artifact is kept; undefined: as the repository says. */
  retentionDays: number | undefined;
  comment: ConfigInput['comment'];
  /** What renderings speak. */
  lang: ConfigInput['lang'];
  commentKey: string | undefined;
  notify: Webhook[];
  pushgateway: Pushgateway | undefined;
  /** Values that must not appear in any log or report. */
  secrets: string[];
}

/** What the service meets in production, as far as the settings tell. */
export interface Production {
  requestsPerSecond?: number;
  memoryLimitBytes?: number;
  pricePerCoreHour?: number;
  currency: string;
}

interface Given {
  inputs: GivenInputs;
  /** Folder that paths of the command line or workflow are relative to. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** What follows `--` on the command line; replaces `args`. */
  serviceArgs?: string[];
}

/** Merges inputs over the config file over the defaults. Every error names file or input, key, what was given and what is allowed. */
export function resolveConfig({ inputs, cwd, env, serviceArgs }: Given): Config {
  const { 'working-directory': folder = '.', config: named, 'github-token': token, ...settings } = inputs;
  const workingDirectory = folderAt(cwd, folder);
  const file = readConfigFile(named, [...new Set([workingDirectory, cwd])], cwd);
  const fileName = file?.name ?? 'inputs';
  const { value, secrets } = expandEnvironment(overlayInputs(asSettings(file?.value ?? {}), settings), fileName, env);
  const known = [...secrets, ...(token === undefined ? [] : [token])];
  try {
    return validated(value, { workingDirectory, fileName, serviceArgs, secrets: known, env }, settings);
  } catch (error) {
    // What was given is quoted, with what it expanded to.
    throw error instanceof LeakgateError ? redactError(error, redactor(known)) : error;
  }
}

function validated(tree: unknown, place: Place, inputs: GivenInputs): Config {
  const requests = requestsOf(tree, place, inputs);
  const given = withDuration(tree, requests);
  const parsed = configSchema.safeParse(given, { reportInput: true });
  if (!parsed.success) throw explain(parsed.error, { tree: given, fileName: place.fileName, inputs });
  const named = 'checks' in asTree(given);
  return toConfig(parsed.data, requests, { ...place, named });
}

/** The real path: git, Go and the kernel name files by it, and paths are compared as text. */
function folderAt(cwd: string, folder: string): string {
  const path = resolve(cwd, folder);
  if (existsSync(path) && statSync(path).isDirectory()) return realpathSync(path);
  throw new LeakgateError('config', `working-directory: got ${JSON.stringify(folder)}, which isn't a folder.`);
}

/** A file that is nothing but a request in the plain form. */
const asSettings = (file: Record<string, unknown>): Record<string, unknown> =>
  isPlainForm(file) ? { requests: file } : file;

interface Place {
  workingDirectory: string;
  fileName: string;
  serviceArgs: string[] | undefined;
  secrets: string[];
  env: NodeJS.ProcessEnv;
}

/** Reads the requests first: the plain form may bring a duration along. */
function requestsOf(tree: unknown, place: Place, inputs: GivenInputs): Requests & { auth: Auth | null } {
  const { requests, headers, feeders, auth } = configSchema.shape;
  const parsed = requests.safeParse(asTree(tree)['requests'], { reportInput: true });
  const where = 'requests' in inputs ? 'input requests' : `${place.fileName}: requests`;
  if (!parsed.success) throw badRequests(parsed.error, where);
  const around = z.object({ headers, feeders, auth }).safeParse(tree, { reportInput: true });
  if (!around.success) throw explain(around.error, { tree, fileName: place.fileName, inputs });
  const given = around.data;
  const files = filesOf(given.feeders, given.headers, place);
  return {
    ...readRequests(parsed.data, where, files),
    auth: given.auth === undefined ? null : readAuth(given.auth, `${place.fileName}: auth`, { ...files, headers: {} }),
  };
}

function filesOf(
  feeders: ConfigInput['feeders'],
  headers: Record<string, string>,
  { workingDirectory, secrets, env, fileName }: Place,
): RequestFiles {
  const exists = (path: string): boolean => isFile(resolve(workingDirectory, path));
  const read = (path: string): Buffer => readFileSync(resolve(workingDirectory, path));
  const opened = new Map<string, Feeder>();
  const open = (name: string, where: string): Feeder => {
    const path = feeders[name];
    if (path === undefined) throw noFeeder(name, where, Object.keys(feeders));
    if (!exists(path)) throw new LeakgateError('config', `${fileName}: feeders.${name}: ${path} doesn't exist.`);
    const feeder = opened.get(name) ?? readFeeder(path, read(path).toString('utf8'));
    opened.set(name, feeder);
    return feeder;
  };
  return {
    exists,
    read,
    headers,
    expand(text, path) {
      const expanded = expandEnvironment(text, path, env);
      secrets.push(...expanded.secrets);
      return String(expanded.value);
    },
    sources: {
      column: (name, column, where) => columnOf(open(name, where), column, where),
      environment(name, where, at) {
        const found = environmentValue(name, where, env, { inHeader: at === 'header' });
        secrets.push(...found.secrets);
        return found.value;
      },
    },
  };
}

function noFeeder(name: string, where: string, known: string[]): LeakgateError {
  const hint =
    known.length === 0
      ? `Name its file in a config file: feeders: { ${name}: testdata/${name}.csv }`
      : `There are: ${known.join(', ')}.`;
  return new LeakgateError('config', `${where}: there is no feeder ${name}.`, { hint });
}

/** A schedule says how long it is; a duration in the plain form of the requests holds unless the settings name one. */
function withDuration(tree: unknown, { duration: plain }: Requests): unknown {
  const root = asTree(tree);
  const qps = asTree(root['qps']);
  const traffic = trafficSchema.safeParse(root['traffic']);
  const duration = traffic.success ? `${scheduleMs(traffic.data)}ms` : plain;
  return duration === undefined || 'duration' in qps ? tree : { ...root, qps: { ...qps, duration } };
}

/** One rate is a schedule of one stage. A rate in the plain form of the requests holds unless the settings say when to send. */
function trafficOf({ rate, traffic }: ConfigInput, requests: Requests, { fileName }: Place): Traffic | null {
  if (rate !== undefined && traffic !== undefined) {
    throw new LeakgateError('config', `${fileName}: rate and traffic both say when requests start; write one of them.`);
  }
  if (traffic !== undefined) return toTraffic(traffic);
  const perSecond = rate ?? requests.rate;
  return perSecond === undefined ? null : { spacing: 'even', stages: [{ perSecond, durationMs: 1000 }] };
}

function toConfig(
  given: ConfigInput,
  requests: ReturnType<typeof requestsOf>,
  place: Place & { named: boolean },
): Config {
  const { auth } = requests;
  const deployed = deployedOf(
    place.serviceArgs === undefined ? given : { ...given, args: place.serviceArgs },
    place.fileName,
  );
  const wanted = { wanted: given.checks, named: place.named, fileName: place.fileName };
  const sent = auth?.login === undefined ? requests.routes : [...requests.routes, auth.login.request];
  const literal = sent.flatMap(({ headers }) => headerSecrets(headers, place.secrets));
  const declared = [...notifySecrets(given.notify, given.pushgateway), ...storeSecrets(given, place.env)];
  const secrets = [...new Set([...place.secrets, ...literal, ...declared])];
  const sender = senderOf(given, requests, place);
  const options = Object.fromEntries(
    checks.map((check) => [check.name, given[check.name as keyof ConfigInput] ?? check.options.parse({})]),
  );
  return {
    workingDirectory: place.workingDirectory,
    deployed,
    package: given.package,
    args: place.serviceArgs ?? given.args,
    env: given.env,
    setup: given.setup,
    setupTimeoutMs: given['setup-timeout'],
    ready: { timeoutMs: given.ready.timeout, ...(given.ready.path !== undefined && { path: given.ready.path }) },
    dependency: (options['resilience'] as ResilienceOptions).fault?.dependency,
    // Labels stand in reports and baselines.
    routes: asScenario(requests.routes, probingRequests).map((route) => ({
      ...route,
      label: redactor(secrets)(route.label),
      ...(carries(route, auth?.header) && { anonymous: true }),
    })),
    auth,
    cookies: given.cookies,
    connections: given.connections,
    ...sender,
    tls: given.tls,
    requestTimeoutMs: given['request-timeout'],
    checks: deployed === null ? given.checks : checksFor(deployed, wanted),
    options,
    build: {
      flags: given.build.flags,
      ...(given.build.overlay !== undefined && { overlay: resolve(place.workingDirectory, given.build.overlay) }),
    },
    ...passedOn(given, place.workingDirectory),
    leaks: { firstDose: given['leak-requests'], budgetMs: given['leak-budget'], keys: given['leak-keys'] },
    secrets,
  };
}

function senderOf(given: ConfigInput, requests: ReturnType<typeof requestsOf>, place: Place) {
  const sender = {
    engine: given.engine,
    streams: given.streams,
    vegetaAbove: given['vegeta-above'],
    k6Script: scriptAt(place.workingDirectory, given['k6-script'], place.fileName),
    traffic: trafficOf(given, requests, place),
  };
  // A deployed service is loaded by a script of Leakgate's own, which makes whatever requests are asked for.
  if (given.target !== undefined) return sender;
  assertEngineFits(sender, place.fileName);
  assertMakes(given.engine, { ...requests, cookies: given.cookies }, place.fileName);
  return sender;
}

/** A request with such a header of its own needs no other. */
const carries = ({ headers, template }: Route, header: string | undefined): boolean =>
  Object.keys({ ...headers, ...template?.headers }).some((name) => name.toLowerCase() === header);
