import * as z from 'zod';

const answerMs = 10_000;
/** One number is wanted; a query that matches thousands of series is a mistake, not a measurement. */
const longestAnswerBytes = 1 << 20;

const sample = z.tuple([z.number(), z.string()]);

/** What `/api/v1/query` answers (Prometheus HTTP API, instant queries). */
const answer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    data: z.discriminatedUnion('resultType', [
      z.object({ resultType: z.literal('scalar'), result: sample }),
      z.object({ resultType: z.literal('vector'), result: z.array(z.object({ value: sample })) }),
      z.object({ resultType: z.literal('matrix'), result: z.unknown() }),
      z.object({ resultType: z.literal('string'), result: z.unknown() }),
    ]),
  }),
  z.object({ status: z.literal('error'), error: z.string() }),
]);

/** A number, or why there is none in half a sentence. */
export type Sample = { value: number } | { missing: string };

/**
 * Asks a Prometheus for the value of a query at this moment. Nothing it answers is an error: a metric of another system that is
 * missing must not end a run.
 */
export async function askPrometheus(address: string, query: string, signal: AbortSignal): Promise<Sample> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
  try {
    const url = new URL('api/v1/query', address.endsWith('/') ? address : `${address}/`);
    url.searchParams.set('query', query);
    const response = await fetch(url, { signal: bounded, redirect: 'error' });
    const text = await response.text();
    if (text.length > longestAnswerBytes) return { missing: 'the answer is longer than 1 MiB' };
    return sampleOf(JSON.parse(text));
  } catch (cause) {
    signal.throwIfAborted();
    if (bounded.aborted) return { missing: `Prometheus didn’t answer within ${answerMs / 1000} s` };
    return { missing: `Prometheus can’t be asked: ${reasonOf(cause)}` };
  }
}

function sampleOf(given: unknown): Sample {
  const parsed = answer.safeParse(given);
  if (!parsed.success) return { missing: 'the answer isn’t that of a Prometheus' };
  if (parsed.data.status === 'error')
    return { missing: `Prometheus refused the query: ${parsed.data.error.slice(0, 200)}` };
  const { data } = parsed.data;
  if (data.resultType === 'scalar') return number(data.result[1]);
  if (data.resultType !== 'vector') return { missing: 'the query gives no single number; `sum(…)` or `max(…)` would' };
  if (data.result.length === 0) return { missing: 'there is no such series at the moment' };
  if (data.result.length > 1)
    return { missing: `the query gives ${data.result.length} series; \`sum(…)\` makes one of them` };
  return number(data.result[0]!.value[1]);
}

function number(text: string): Sample {
  const value = Number(text);
  return Number.isFinite(value) ? { value } : { missing: `its value is ${text.slice(0, 20)}` };
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}
