import type { Answer } from './s3-client.ts';
import { StoreUnavailable, type Passing } from './unavailable.ts';

interface Reason {
  told: string;
  hint: string;
  passing: Passing;
}

/** Sorts an answer that isn't one of success. `subject`: what wasn't available. */
export function s3Refusal({ status, text }: Pick<Answer, 'status' | 'text'>, subject: string): StoreUnavailable {
  const code = textsIn(text, 'Code')[0] ?? '';
  const message = textsIn(text, 'Message')[0] ?? '';
  const said = [`HTTP ${status}`, code, message]
    .filter((part) => part !== '')
    .join(': ')
    .slice(0, 300);
  const { told, hint, passing } = reasonOf(status, code);
  return new StoreUnavailable(`${subject} weren't available: ${told} (${said}).`, {
    passing,
    hint,
  });
}

function reasonOf(status: number, code: string): Reason {
  if (/Signature|AccessKey|Token|Credential|UserNotFound/.test(code))
    return {
      told: 'the credentials were not accepted',
      hint: 'Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.',
      passing: 'no',
    };
  if (status === 404)
    return {
      told: 'there is no such bucket',
      hint: 'Check `bucket` and `endpoint` in the config file.',
      passing: 'no',
    };
  if (status === 401 || status === 403)
    return {
      told: 'these credentials may not do that',
      hint: 'Reading needs s3:ListBucket and s3:GetObject, writing s3:PutObject and s3:DeleteObject too, below the prefix.',
      passing: 'no',
    };
  if (status >= 300 && status < 400)
    return { told: 'the bucket is elsewhere', hint: 'Set `region` to the bucket’s own.', passing: 'no' };
  if (status === 501)
    return {
      told: 'the server can’t do that',
      hint: 'The server must know conditional writes (If-Match, If-None-Match).',
      passing: 'no',
    };
  if (status === 429 || status === 503)
    return { told: 'the server is busy', hint: 'Run the job again later.', passing: 'busy' };
  if (status >= 500) return { told: 'the server failed', hint: 'Run the job again later.', passing: 'outage' };
  return { told: 'the server refused', hint: 'What the server said is in the message.', passing: 'no' };
}

/** A request that got no answer at all. */
export function unreachable(error: unknown, subject: string): StoreUnavailable {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const text = cause instanceof Error ? cause.message : String(cause);
  const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code);
  const told = untrusted ? 'the server’s certificate isn’t trusted' : 'the server did not answer';
  const said = text === '' ? code : text;
  return new StoreUnavailable(`${subject} weren't available: ${told} (${said}).`, {
    passing: untrusted ? 'no' : 'outage',
    hint: untrusted
      ? 'Name the authority’s file in NODE_EXTRA_CA_CERTS.'
      : 'Check `endpoint` in the config file, and that this machine may reach it.',
    cause: error,
  });
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * What stands in the elements of a name. S3's answers are flat XML of a few known elements, for which a parser of all of XML
 * would be most of what is loaded.
 */
export function textsIn(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }),
  );
}
