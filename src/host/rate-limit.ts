import * as z from 'zod';

const refusal = z.object({
  status: z.number(),
  message: z.string().catch(''),
  response: z
    .object({ headers: z.record(z.string(), z.union([z.string(), z.number()]).optional().catch(undefined)) })
    .catch({ headers: {} }),
});

/** As GitHub asks where it names no time: docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api. */
const unnamedMs = 60_000;

/**
 * For how long the forge wants no more requests, in milliseconds. Null for any other error. GitHub says 403 or 429 when there were
 * too many, and 403 also when the token lacks a right.
 */
export function limitedForMs(error: unknown): number | null {
  const parsed = refusal.safeParse(error);
  if (!parsed.success) return null;
  const { status, message, response } = parsed.data;
  const header = (name: string): string => `${response.headers[name] ?? ''}`;
  const after = header('retry-after');
  const used = header('x-ratelimit-remaining') === '0';
  const told = after !== '' || used || /rate limit/i.test(message);
  if (status !== 429 && !(status === 403 && told)) return null;
  if (/^\d+$/.test(after)) return Number(after) * 1000;
  // By the forge's clock: this machine's may be wrong.
  const untilMs = Number(header('x-ratelimit-reset')) * 1000 - Date.parse(header('date'));
  if (used && Number.isFinite(untilMs)) return Math.max(0, untilMs);
  return told ? unnamedMs : 0;
}
