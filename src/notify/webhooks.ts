import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Webhook } from '../config/notify.ts';
import type { Report } from '../model.ts';
import { messageOf, slackMessage, teamsMessage, wecomMessage, type Before } from '../reporters/index.ts';
import type { Post } from './send.ts';

/** What a webhook is sent. `nowMs` is the time of the signature; `id` is the same for all attempts of one run. */
export function postFor(
  hook: Webhook,
  { report, before, id, nowMs }: { report: Report; before: Before; id: string; nowMs: number },
): Post {
  const message = messageOf(report, before);
  const json = { 'content-type': 'application/json', 'x-leakgate-delivery': id };
  const post = { url: hook.url, method: 'POST' as const, headers: json };
  if (hook.type === 'slack') return { ...post, body: JSON.stringify(slackMessage(message)) };
  if (hook.type === 'teams') return { ...post, body: JSON.stringify(teamsMessage(message)) };
  if (hook.type === 'wecom') return { ...post, body: JSON.stringify(wecomMessage(message)), refusal: wecomRefusal };
  const body = JSON.stringify(plainEvent(report, before));
  return { ...post, headers: { ...json, ...signature(body, hook.secret, nowMs) }, body };
}

/** Everything but the pictures, which are too large for a message. */
function plainEvent({ checks, environment: _environment, phases: _phases, ...report }: Report, before: Before): object {
  const findings = checks.flatMap((check) => check.findings).filter(({ outcome }) => outcome !== 'pass');
  return {
    event: 'leakgate.verdict',
    before,
    ...report,
    checks: checks.map(({ name, title, outcome, summary, metrics }) => ({ name, title, outcome, summary, metrics })),
    findings: findings.slice(0, 50).map(({ facts: _facts, ...finding }) => finding),
  };
}

/** `sha256=` and the HMAC over `<timestamp>.<body>`: a receiver refuses an old timestamp, so a copy can't be sent again. */
function signature(body: string, secret: string, nowMs: number): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1000));
  if (secret === '') return { 'x-leakgate-timestamp': timestamp };
  const hmac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-leakgate-timestamp': timestamp, 'x-leakgate-signature-256': `sha256=${hmac}` };
}

const wecomAnswer = z.object({ errcode: z.number() });

/** WeCom answers 200 to everything. */
function wecomRefusal(answer: string): string | null {
  try {
    const { errcode } = wecomAnswer.parse(JSON.parse(answer));
    return errcode === 0 ? null : `errcode ${errcode}`;
  } catch {
    return 'an answer that isn’t WeCom’s';
  }
}
