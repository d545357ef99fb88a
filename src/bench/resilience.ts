import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DisturbedService, FaultPlan, ResilienceBench } from '../checks/resilience-bench.ts';
import type { FaultAct } from '../checks/resilience-options.ts';
import { clockMs } from '../clock.ts';
import type { Config } from '../config/resolve.ts';
import { LeakgateError } from '../errors.ts';
import { steeredLoad, type SteeredLoad } from '../engines/index.ts';
import { begin, openProxy, parseAddress, type Act, type DependencyProxy, type Fault } from '../faults/index.ts';
import type { AnswerColumns } from '../model.ts';
import { owned, type Owned } from '../owned.ts';
import { loadOf } from './load.ts';
import { serviceEnvironment } from '../service/index.ts';
import { startProgram, type Program } from './program.ts';

interface ResilienceParts {
  config: Config;
  env: NodeJS.ProcessEnv;
  /** Told of every token, so that nobody shows it. */
  secret: (value: string) => void;
  binary: string;
  /** Stops what else runs. */
  discard: () => Promise<void>;
}

/** As many are opened as are in flight at the same time. */
const connections = 1024;
/** How often a wait looks whether the service still runs. */
const lookEveryMs = 250;

export function resilienceBench(parts: ResilienceParts, signal: AbortSignal): ResilienceBench {
  return {
    async start(plan) {
      await parts.discard();
      await using stack = owned();
      const folder = await mkdtemp(join(tmpdir(), 'leakgate-resilience-'));
      stack.defer(async () => rm(folder, { recursive: true, force: true }));
      const to = plan.dependency === undefined ? undefined : dependencyOf(parts.config, plan.dependency);
      const proxy = to && stack.own(await openProxy(to));
      const service = await disturbed({ ...parts, plan, folder, proxy }, stack, signal);
      const { [Symbol.asyncDispose]: dispose } = stack.release();
      return Object.assign(service, { [Symbol.asyncDispose]: dispose });
    },
  };
}

function dependencyOf({ args, env }: Config, text: string) {
  const address = parseAddress(text);
  if (address === undefined) {
    throw new LeakgateError('config', `resilience.fault.dependency: got ${JSON.stringify(text)}; write host:port.`);
  }
  if ([...args, ...Object.values(env)].some((value) => value.includes('{dependency}'))) return address;
  throw new LeakgateError('config', 'resilience.fault.dependency is set, but the service isn’t told of it.', {
    hint: 'Write {dependency} where `args` or `env` hold its address: it stands for that address, and in this check for the proxy in front of it.',
  });
}

interface Parts extends ResilienceParts {
  plan: FaultPlan;
  /** `{dir}` of the service, before and after a restart. */
  folder: string;
  proxy: DependencyProxy | undefined;
}

async function disturbed(
  { config, env, secret, binary, plan, folder, proxy }: Parts,
  stack: Owned,
  signal: AbortSignal,
): Promise<Omit<DisturbedService, typeof Symbol.asyncDispose>> {
  const startedMs = clockMs();
  const copies = { now: undefined as Copy | undefined };
  stack.defer(async () => close(copies.now));
  const open = async (): Promise<Copy> => {
    const side = { side: 'head', binary, directory: folder, ...(proxy && { dependency: proxy.address }) };
    const program = await startProgram(config, { env, secret }, side, signal);
    copies.now = { program, load: undefined };
    const { origin } = program.service;
    const order = { ...loadOf(config, program), origin, connections, fallback: plan.fallback ?? null };
    return (copies.now = { program, load: await steeredLoad(order, signal) });
  };
  let copy = await open();
  const axis = answersOnAxis(startedMs);
  const load = (): SteeredLoad => copy.load!;
  const wait = async (ms: number): Promise<void> => {
    const untilMs = clockMs() + ms;
    for (let leftMs = ms; leftMs > 0; leftMs = untilMs - clockMs()) {
      await copy.program.survives(async () => sleep(Math.min(leftMs, lookEveryMs), undefined, { signal }));
      void load().answers;
    }
  };
  const drain = async (): Promise<void> => copy.program.survives(async () => load().finish());
  return {
    nowMs: () => clockMs() - startedMs,
    rate: (perSecond) => load().rate(perSecond),
    last: wait,
    get answers() {
      return axis.upTo(load().answers);
    },
    inFlight: () => load().inFlight(),
    takeLateMs: () => load().takeLateMs(),
    arrivals: () => proxy?.arrivals().map((ms) => ms - startedMs) ?? null,
    disturb: (how) => proxy?.disturb(how),
    beginFault: async () => begin(faultOf({ plan, proxy, config, env }, copy.program.service.origin), signal),
    drain,
    async restart() {
      await drain();
      axis.close(load().answers);
      await close(copy);
      copy = await open();
    },
  };
}

/** A copy of the service; its load is missing while it is opened. */
interface Copy {
  program: Program;
  load: SteeredLoad | undefined;
}

async function close(copy: Copy | undefined): Promise<void> {
  await copy?.load?.[Symbol.asyncDispose]();
  await copy?.program[Symbol.asyncDispose]();
}

/** Answers of one load after the other, with times since the start. */
function answersOnAxis(startedMs: number) {
  const all: AnswerColumns = { sentMs: [], tookUs: [], status: [], route: [], retryAfter: [], fallback: [] };
  let taken = 0;
  const upTo = (answers: AnswerColumns): AnswerColumns => {
    for (; taken < answers.sentMs.length; taken += 1) {
      all.sentMs.push(answers.sentMs[taken]! - startedMs);
      all.tookUs.push(answers.tookUs[taken]!);
      all.status.push(answers.status[taken]!);
      all.route.push(answers.route[taken]!);
      all.retryAfter.push(answers.retryAfter[taken]!);
      all.fallback.push(answers.fallback[taken]!);
    }
    return all;
  };
  return {
    upTo,
    /** The next answers are those of another load. */
    close(answers: AnswerColumns): void {
      upTo(answers);
      taken = 0;
    },
  };
}

function faultOf(
  { plan, proxy, config, env }: Pick<Parts, 'plan' | 'proxy' | 'config' | 'env'>,
  origin: string,
): Fault {
  const { does, start, stop } = plan;
  if (does !== undefined && proxy !== undefined) return { proxy, does };
  if (start === undefined) throw new LeakgateError('internal', 'A fault without a beginning was asked for.');
  const act = (given: FaultAct): Act =>
    'command' in given ? given : { method: given.method, url: new URL(given.target, origin).href };
  const place = { cwd: config.workingDirectory, env: serviceEnvironment(env) };
  return { start: act(start), stop: stop && act(stop), place };
}
