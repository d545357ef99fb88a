import { createHmac, timingSafeEqual } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notifySchema, notifySecrets, type Webhook } from '../../../src/config/notify.ts';
import { notify, push } from '../../../src/notify/index.ts';
import { isNews, stateBefore } from '../../../src/notify/state.ts';
import { messageOf, prComment, slackMessage, teamsMessage, wecomMessage } from '../../../src/reporters/index.ts';
import { hostileText, poisoned } from '../reporters/gfm.ts';
import { hostileTexts, reports } from '../reporters/reports.ts';
import { startReceiver, type Receiver } from './receiver.ts';

const { signal } = new AbortController();
let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => receiver[Symbol.asyncDispose]());

const hook = (settings: object): Webhook => notifySchema.parse({ url: receiver.url, when: 'always', ...settings });
const notice = { report: reports.failing, before: 'green' as const, id: 'run-1' };
const send = async (...hooks: Webhook[]) => notify(hooks, notice, [1, 1, 1], signal);

describe('what is sent', () => {
  test('to Slack: blocks of plain text, and a button', async () => {
    expect(await send(hook({ type: 'slack' }))).toEqual([{ delivered: true, line: 'The slack webhook was told.' }]);
    const [{ method, headers, body }] = receiver.requests as [Receiver['requests'][0]];
    expect([method, headers['content-type']]).toEqual(['POST', 'application/json']);
    expect(JSON.parse(body)).toMatchObject({
      text: expect.stringMatching(/^❌ cmd\/api: /),
      blocks: [
        { type: 'header', text: { type: 'plain_text' } },
        { type: 'section', text: { type: 'plain_text', text: reports.failing.summary } },
        {
          type: 'section',
          fields: expect.arrayContaining([
            { type: 'plain_text', emoji: false, text: expect.stringContaining('Pull request: #812') },
          ]),
        },
        { type: 'actions', elements: [{ url: reports.failing.links.run }] },
      ],
    });
  });

  test('to Teams: an Adaptive Card of text runs', async () => {
    await send(hook({ type: 'teams' }));
    expect(JSON.parse(receiver.requests[0]!.body)).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            type: 'AdaptiveCard',
            version: '1.4',
            actions: [{ type: 'Action.OpenUrl', url: reports.failing.links.run }],
          },
        },
      ],
    });
  });

  test('to WeCom: Markdown; an answer of 200 with an error code is a refusal', async () => {
    receiver.answers = [
      { status: 200, body: '{"errcode":0,"errmsg":"ok"}' },
      { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' },
      { status: 200, body: '<html>' },
    ];
    const lines = [];
    for (let n = 0; n < 3; n += 1) lines.push(...(await send(hook({ type: 'wecom' }))).map(({ line }) => line));
    expect(lines).toEqual([
      'The wecom webhook was told.',
      'The wecom webhook wasn’t told: errcode 93000. The verdict stands.',
      'The wecom webhook wasn’t told: an answer that isn’t WeCom’s. The verdict stands.',
    ]);
    expect(JSON.parse(receiver.requests[0]!.body)).toMatchObject({ msgtype: 'markdown' });
  });

  test('as JSON: signed over the time and the body, as a receiver checks it', async () => {
    await send(hook({ type: 'json', secret: 'k3y-k3y' }));
    const [{ headers, body }] = receiver.requests as [Receiver['requests'][0]];
    const wanted = createHmac('sha256', 'k3y-k3y')
      .update(`${String(headers['x-leakgate-timestamp'])}.${body}`)
      .digest();
    const got = Buffer.from(String(headers['x-leakgate-signature-256']).replace(/^sha256=/, ''), 'hex');
    expect(timingSafeEqual(wanted, got)).toBe(true);
    expect(Math.abs(Date.now() / 1000 - Number(headers['x-leakgate-timestamp']))).toBeLessThan(600);
    expect(JSON.parse(body)).toMatchObject({
      event: 'leakgate.verdict',
      before: 'green',
      key: 'cmd/api',
      verdict: 'fail',
    });
    expect(JSON.parse(body)).not.toHaveProperty('environment');
    await send(hook({ type: 'json' }));
    expect(receiver.requests[1]!.headers).not.toHaveProperty('x-leakgate-signature-256');
  });
});

describe('delivery', () => {
  test.each([[500], [503], [429], [408], ['reset']] as const)('%s is tried again, with the same id', async (status) => {
    receiver.answers = [{ status, headers: { 'retry-after': '0' } }, { status }];
    expect(await send(hook({ type: 'slack' }))).toMatchObject([{ delivered: true }]);
    expect(
      receiver.requests.map(({ headers }) => [headers['x-leakgate-delivery'], headers['x-leakgate-attempt']]),
    ).toEqual([
      ['run-1', '1'],
      ['run-1', '2'],
      ['run-1', '3'],
    ]);
  });

  test.each([400, 401, 403, 404, 410])('%i is not', async (status) => {
    receiver.answers = [{ status }];
    expect(await send(hook({ type: 'slack' }))).toEqual([
      { delivered: false, line: `The slack webhook wasn’t told: HTTP ${status}. The verdict stands.` },
    ]);
    expect(receiver.requests).toHaveLength(1);
  });

  test('a redirect isn’t followed', async () => {
    receiver.answers = Array.from({ length: 4 }, () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } }));
    expect(await send(hook({ type: 'slack' }))).toMatchObject([{ delivered: false }]);
  });

  test('one that fails doesn’t keep the others from being told', async () => {
    receiver.answers = [{ status: 404 }];
    const told = await send(hook({ type: 'slack', url: `${receiver.url}/gone` }), hook({ type: 'teams' }));
    expect(told.map(({ delivered }) => delivered).toSorted()).toEqual([false, true]);
  });

  test('an empty address, as forks get it, sends nothing', async () => {
    expect(await send(hook({ type: 'slack', url: '' }))).toEqual([]);
  });
});

describe('a change of state', () => {
  const green = { ...reports.passing, commit: { ...reports.passing.commit, pullRequest: null, branch: 'main' } };
  const { sha } = green.baseline;

  test('of a branch is seen by the baseline: only a run that passed left one', () => {
    expect(stateBefore(green, { comment: undefined, lastSha: sha })).toBe('green');
    expect(stateBefore(green, { comment: undefined, lastSha: 'e'.repeat(40) })).toBe('red');
    expect(stateBefore(green, { comment: undefined, lastSha: null })).toBe('unknown');
    const elsewhere = { ...green, baseline: { ...green.baseline, branch: 'develop' } };
    expect(stateBefore(elsewhere, { comment: undefined, lastSha: sha })).toBe('unknown');
  });

  test('of a pull request is seen by its comment', () => {
    const before = (comment: string | undefined) => stateBefore(reports.failing, { comment, lastSha: null });
    expect(before(prComment(reports.failing))).toBe('red');
    expect(before(prComment(reports.passing))).toBe('green');
    expect(before(undefined)).toBe('unknown');
    expect(before('somebody wrote over it')).toBe('unknown');
  });

  test.each([
    ['change', ['red after green', 'red after unknown', 'green after red']],
    ['failure', ['red after green', 'red after red', 'red after unknown']],
    [
      'always',
      [
        'red after green',
        'red after red',
        'red after unknown',
        'green after green',
        'green after red',
        'green after unknown',
      ],
    ],
  ] as const)('%s', (when, told) => {
    const all = [true, false].flatMap((red) =>
      (['green', 'red', 'unknown'] as const).map((before) => ({
        red,
        before,
        name: `${red ? 'red' : 'green'} after ${before}`,
      })),
    );
    expect(all.filter(({ red, before }) => isNews(red, before, when)).map(({ name }) => name)).toEqual(told);
  });
});

describe('hostile texts in chats', () => {
  const messages = (texts: string[]) => messageOf(poisoned(reports.failing, texts), 'green');

  test('stay plain: no mention, no markup, no control character', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 8 }), (texts) => {
        const message = messages([...texts, '<!channel> <@U1> <at>x</at> @all [x](http://e.vil)']);
        const slack = JSON.stringify(slackMessage(message));
        expect(slack).not.toMatch(/[<>]/);
        expect(JSON.stringify(teamsMessage(message))).not.toContain('"TextBlock"');
        const { content } = (wecomMessage(message) as { markdown: { content: string } }).markdown;
        expect(content.replaceAll(/<font color="comment">|<\/font>/g, '')).not.toMatch(/<|`|@/);
        expect(content).not.toMatch(/(?!\n)\p{Cc}/u);
        expect([...content.matchAll(/\]\(/g)].length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  test('stay within the limits', () => {
    const message = messages([...hostileTexts, '漢'.repeat(5000)]);
    const { content } = (wecomMessage(message) as { markdown: { content: string } }).markdown;
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
    expect(Buffer.byteLength(JSON.stringify(teamsMessage(message)))).toBeLessThan(28_000);
    expect(message.title.length).toBeLessThanOrEqual(150);
    expect(message.summary.length).toBeLessThanOrEqual(600);
  });
});

test('the Pushgateway gets the figures by service and branch, whatever these are called', async () => {
  const { branch } = reports.failing.commit;
  const [told] = await push(
    { url: `${receiver.url}/base/`.replace('//127', '//u:p%40ss@127'), job: 'leakgate' },
    reports.failing,
    [],
    signal,
  );
  expect(told).toEqual({ delivered: true, line: 'The Pushgateway was told.' });
  const [{ method, path, headers, body }] = receiver.requests as [Receiver['requests'][0]];
  expect(method).toBe('PUT');
  const [, job, service, of] = /^\/base\/metrics\/job@base64\/(.+)\/service@base64\/(.+)\/branch@base64\/(.+)$/.exec(
    path,
  )!;
  expect([job, service, of].map((part) => Buffer.from(part!, 'base64url').toString())).toEqual([
    'leakgate',
    'cmd/api',
    branch,
  ]);
  expect(headers.authorization).toBe(`Basic ${Buffer.from('u:p@ss').toString('base64')}`);
  expect(body).toContain('leakgate_failed{service="cmd/api",branch="feat/session-cache"} 1\n');
});

test('addresses and keys are secrets', () => {
  const hooks = [
    notifySchema.parse({ type: 'slack', url: 'https://hooks.example/services/T000/B000/XXXX' }),
    notifySchema.parse({ type: 'json', url: 'https://h.example/x', secret: 'k3y-k3y' }),
    notifySchema.parse({ type: 'wecom', url: '' }),
  ];
  expect(notifySecrets(hooks, { url: 'http://u:p4ssw0rd@gw.example', job: 'x' })).toEqual([
    'https://hooks.example/services/T000/B000/XXXX',
    '/services/T000/B000/XXXX',
    'https://h.example/x',
    'http://u:p4ssw0rd@gw.example',
    'p4ssw0rd',
    'k3y-k3y',
  ]);
  expect(notifySchema.safeParse({ type: 'slack', url: 'file:///etc/passwd' }).success).toBe(false);
});
