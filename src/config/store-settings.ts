import * as z from 'zod';
import { kebabOptions } from './options.ts';
import { count, flag } from './values.ts';

const postgres = kebabOptions({
  // Empty where a pull request from a fork gets no secret: then there is no baseline to be had, which isn't a mistake.
  url: z
    .string()
    .regex(/^$|^postgres(ql)?:\/\//, { error: 'write postgres://user@host/database' })
    .describe('Address of the database, best as `${NAME}`. `sslmode` is `verify-full` unless it is on this machine.'),
  'ca-file': z.string().optional().describe('PEM file of the authority that signed the server’s certificate.'),
});

const name = /^[\w.-]+(\/[\w.-]+)*$/;

const bucketSettings = {
  bucket: z.string().regex(/^[a-z0-9][\w.-]+$/i, { error: 'write the name of a bucket' }),
  prefix: z
    .string()
    .regex(name, { error: 'write letters, digits and . _ - between slashes' })
    .optional()
    .describe('What the names of all objects start with; `leakgate` otherwise.'),
  endpoint: z
    .url({ protocol: /^https?$/, error: 'write https://host' })
    .optional()
    .describe('Address of a server other than Amazon’s.'),
  region: z.string().optional().describe('Otherwise AWS_REGION, or us-east-1.'),
  'path-style': flag
    .optional()
    .describe('The bucket in the path instead of before the host’s name: `true` for an endpoint of your own.'),
};

const s3 = kebabOptions(bucketSettings);

/** The bucket that gets the files of each run, and for how long. */
export const archiveSchema = kebabOptions({
  ...bucketSettings,
  prefix: bucketSettings.prefix.describe('What the names of all objects start with; `leakgate-runs` otherwise.'),
  'keep-days': count
    .refine((days) => days <= 36_500, { error: 'write 36500 days at most' })
    .prefault(90)
    .describe('After how many days a run’s files are deleted there.'),
  'public-url': z
    .url({ protocol: /^https?$/, error: 'write an address that begins with https://' })
    .optional()
    .describe(
      'Where browsers find the objects of the bucket. Comment, summary and messages then link the report there.',
    ),
});

export type ArchiveSettings = z.output<typeof archiveSchema>;

/** Where baselines are kept, and what a store needs to be found. Credentials for `s3` come from the environment. */
export const storeSettings = {
  postgres: postgres.optional(),
  s3: s3.optional(),
};

const settings = z.object(storeSettings);

export type StoreSettings = z.output<typeof settings>;

/** What must never be shown of a store's address and of the credentials in the environment. */
export function storeSecrets(
  { postgres: database, s3: bucket, archive }: StoreSettings & { archive?: ArchiveSettings | undefined },
  env: NodeJS.ProcessEnv,
): string[] {
  const password = /^[^/]*\/\/[^/@:]*:(.*)@/.exec(database?.url ?? '')?.[1] ?? '';
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].map((key) => env[key] ?? '');
  // A very short value is none: hiding it would blank out half of the report.
  return [
    ...(password === '' ? [] : [database?.url ?? '', password, decoded(password)]),
    ...(bucket === undefined && archive === undefined ? [] : keys),
  ].filter((secret) => secret.length >= 4);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address without its password, for messages that quote what was given. */
export const withoutPassword = (text: string): string => text.replace(/(:\/\/[^:/@\s]*:)\S*@/g, '$1***@');
