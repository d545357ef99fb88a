import * as z from 'zod';
import { kebabOptions } from '../config/options.ts';
import { amount, duration, flag, share } from '../config/values.ts';
import type { Disturbance } from '../model.ts';

const actForm = 'write a shell command, or a call such as POST /debug/fault or POST http://127.0.0.1:9000/down';
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** A shell command, or an HTTP call: a path is asked of the service itself. */
export type FaultAct = { command: string } | { method: string; target: string };

const act = z
  .string({ error: actForm })
  .min(1, { error: actForm })
  .transform((text, context): FaultAct => {
    const [, method, target] = /^(GET|POST|PUT|PATCH|DELETE)\s+(\/\S*|https?:\/\/\S+)$/.exec(text.trim()) ?? [];
    if (method === undefined || target === undefined) return { command: text };
    const foreign = URL.canParse(target) && !loopback.includes(new URL(target).hostname);
    if (!foreign) return { method, target };
    context.addIssue({ code: 'custom', message: 'write a path or a URL on this machine' });
    return z.NEVER;
  });

const does = z.string({ error: 'write delay 300ms, reset or blackhole' }).transform((text, context): Disturbance => {
  const [kind = '', ...rest] = text.trim().split(/\s+/);
  if ((kind === 'reset' || kind === 'blackhole') && rest.length === 0) return { kind };
  const delay = duration.safeParse(rest.join(''));
  if (kind === 'delay' && delay.success) return { kind, delayMs: delay.data };
  context.addIssue({ code: 'custom', message: 'write delay 300ms, reset or blackhole' });
  return z.NEVER;
});

const fault = z
  .strictObject({
    dependency: z
      .string()
      .regex(/^(?:\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i, { error: 'write host:port, such as 127.0.0.1:5432' })
      .optional()
      .describe(
        'Address of a dependency that gets a proxy in front of it. The service finds it by `{dependency}` in `args` or `env`.',
      ),
    does: does.optional().describe('What that proxy does as the fault: `delay 300ms`, `reset` or `blackhole`.'),
    start: act
      .optional()
      .describe('Or what begins a fault of your own: a shell command, or a call such as `POST /debug/fault`.'),
    stop: act.optional().describe('What ends it. Without one it has to end by itself within the phase.'),
  })
  .refine(({ does: how, start }) => (how === undefined) !== (start === undefined), {
    error: 'write either does, with a dependency, or start',
  })
  .refine(({ does: how, dependency }) => how === undefined || dependency !== undefined, {
    error: 'does needs a dependency to be in front of',
  });

const phase = (forText: string, pass: string, more = '') =>
  z
    .strictObject({
      for: duration.prefault(forText).describe(`How long it lasts${more}.`),
      pass: share.prefault(pass).describe('Share of its requests that has to pass.'),
    })
    .prefault({});

const phases = z
  .strictObject({
    rate: amount
      .refine((rate) => rate >= 10 && rate <= 10_000, { error: 'from 10 to 10000' })
      .prefault(100)
      .describe('Requests that start each second, except in the peak.'),
    baseline: phase('60s', '99.5%'),
    peak: phase('30s', '98%', ', the rise included'),
    'p95-rise': share
      .prefault('30%')
      .describe('The rate of the peak rises until the 95th percentile has risen so much.'),
    fault: phase('10s', '95%'),
    recovery: phase('30s', '99.5%', '; only its last third has to pass'),
  })
  .prefault({});

const states = z.enum(['closed', 'open', 'half-open']);

export const resilienceOptions = kebabOptions({
  quick: flag.default(false).describe('Let each phase of the `resilience` check take a fifth of its time.'),
  fault: fault.optional().describe('What goes wrong. Without it the check looks at the limits only.'),
  pass: z
    .strictObject({
      status: z
        .array(z.int().min(100).max(599))
        .default([])
        .describe('Statuses that count as a pass besides those that a request expects, such as 429.'),
      fallback: z
        .string()
        .min(1)
        .optional()
        .describe('Text in the body that marks a fallback, which is a pass whatever its status.'),
    })
    .prefault({}),
  phases,
  breaker: z
    .array(states)
    .default(['closed', 'open', 'half-open', 'closed'])
    .describe('States that the breaker has to go through from the fault to the end of the recovery; `[]` for none.'),
});

export type ResilienceOptions = z.output<typeof resilienceOptions>;
