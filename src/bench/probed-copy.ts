import type { Config } from '../config/resolve.ts';
import { countingEngine } from './stock-load.ts';
import { LeakgateError } from '../errors.ts';
import type { LoadSummary, Route } from '../model.ts';
import { connectProbe, type Probe } from '../probes/index.ts';
import { leakVariants, loadOf } from './load.ts';
import type { Program } from './program.ts';

interface CopyParts {
  config: Config;
  /** Starts the probe build at the first call; the bench's owner stops it. */
  program: () => Promise<Program>;
  /** Lets the next call of `program` start a fresh copy. */
  discard: () => Promise<void>;
}

/** The copy of the probe build that runs, and what was sent to it. */
export interface ProbedCopy {
  /** Counted from 0: two of them have nothing to do with each other. */
  number: number;
  /** Requests that it has answered; whoever warms it up starts anew. */
  answered: number;
  connect(): Promise<{ running: Program; probe: Probe }>;
  /** Exactly so many requests, of all routes over the usual connections unless told. */
  load(requests: number, narrowed?: { routes?: Route[]; connections?: number }): Promise<LoadSummary>;
  /** Gives this copy up for a fresh one. */
  renew(): Promise<void>;
}

/** Nothing starts before the first call. */
export function probedCopy({ config, program, discard }: CopyParts, signal: AbortSignal): ProbedCopy {
  let probe: Probe | undefined;
  let sent = 0;
  const copy: ProbedCopy = {
    number: 0,
    answered: 0,
    async connect() {
      const running = await program();
      probe ??= await reachProbe(running, signal);
      return { running, probe };
    },
    async load(requests, narrowed = {}) {
      const { running } = await copy.connect();
      const plan = {
        ...loadOf(config, running),
        ...narrowed,
        stop: { requests },
        variants: leakVariants(config, sent),
      };
      sent += requests;
      const load = async (): Promise<LoadSummary> => countingEngine(config).run(running.service.origin, plan, signal);
      const summary = await running.survives(load);
      copy.answered += summary.answered;
      return summary;
    },
    async renew() {
      await discard();
      probe = undefined;
      sent = 0;
      copy.number += 1;
      copy.answered = 0;
    },
  };
  return copy;
}

/** Waits until the probe of a program that was started with one answers. */
export async function reachProbe({ probeSocket }: Program, signal: AbortSignal): Promise<Probe> {
  if (probeSocket === undefined) throw new LeakgateError('internal', 'The probe build was started without a socket.');
  const probe = connectProbe(probeSocket);
  await probe.ping(signal);
  return probe;
}
