import * as z from 'zod';

/** Empty where a secret isn't handed out, as to pull requests of forks: then nothing is sent. */
const address = z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'write an address with http or https' })]);

const when = z
  .enum(['change', 'failure', 'always'])
  .default('change')
  .describe('`change`: when a branch or pull request turns red or green again. `failure`: after every red run.');

const chat = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), url: address, when });

/** Who is told of a verdict. */
export const notifySchema = z.discriminatedUnion('type', [
  chat('slack'),
  chat('teams'),
  chat('wecom'),
  z.strictObject({
    type: z.literal('json'),
    url: address,
    when,
    secret: z.string().default('').describe('Key of the HMAC-SHA256 in `X-Leakgate-Signature-256`.'),
  }),
]);

export type Webhook = z.output<typeof notifySchema>;

export const pushgatewaySchema = z.strictObject({
  url: address,
  job: z.string().min(1).default('leakgate'),
});

export type Pushgateway = z.output<typeof pushgatewaySchema>;

/** What of these settings must never be shown: a webhook's address is all that it takes to write there. */
export function notifySecrets(webhooks: Webhook[], pushgateway: Pushgateway | undefined): string[] {
  const addresses = [...webhooks, ...(pushgateway === undefined ? [] : [pushgateway])].flatMap(({ url }) =>
    partsOf(url),
  );
  return [...addresses, ...webhooks.flatMap((hook) => ('secret' in hook ? [hook.secret] : []))].filter(
    (text) => text.length >= 4,
  );
}

/** Also what follows the host: messages of clients may name the path alone. */
function partsOf(url: string): string[] {
  if (url === '') return [];
  const { pathname, search, password, username } = new URL(url);
  const secret = `${pathname}${search}`;
  return [url, ...(secret.length > 12 ? [secret] : []), password, ...(password === '' ? [] : [username])];
}
